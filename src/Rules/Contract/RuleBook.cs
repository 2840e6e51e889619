namespace Shouwen.Rules.Contract;

/// <summary>Which state machine a book drives. A new one is a code change; every number in it is not.</summary>
public enum Procedure : byte
{
    Group,
    Property,
    Historic,
}

/// <summary>One file of rules/: the company's measures with all their versions.</summary>
public sealed record RuleBook(string Name, Procedure Procedure, Words Title, Words Source, IReadOnlyList<RuleVersion> Versions)
{
    /// <summary>The book it takes over what it does not say itself from (EG-41).</summary>
    public string? Extends { get; init; }

    /// <summary>Keys, or beginnings of keys, in which a book that extends this one may be looser.</summary>
    public IReadOnlyList<string> AllowLooser { get; init; } = [];

    /// <summary>What its latest version was read from, as it was written: what a draft begins with.</summary>
    public string Text => Latest.Text;

    /// <summary>The version in force on the day of the given moment (EG-46); the first one for anything earlier.</summary>
    public RuleVersion At(Instant moment) =>
        Versions.Count == 1 ? Versions[0] : Versions.LastOrDefault(version => version.From <= moment) ?? Versions[0];

    public RuleVersion Latest => Versions[^1];

    /// <summary>
    /// The book as it is once <paramref name="other"/> replaces from a moment on what it says. What was in force before stays
    /// as it was; what was to come is replaced too. The other's own later versions follow on their dates.
    /// </summary>
    public RuleBook Amended(RuleBook other, Instant from, Words note)
    {
        ArgumentNullException.ThrowIfNull(other);
        var next = other.At(from) with { Effective = from.Date, From = from, Note = note };
        return other with
        {
            Versions = [.. Versions.Where(version => version.From < from), next, .. other.Versions.Where(version => version.From > from)],
        };
    }
}

/// <summary>
/// The book as it stands from one effective date on: every value resolved. Only the terms of its own procedure are set.
/// </summary>
public sealed record RuleVersion(string Book, DateOnly Effective, Words Note)
{
    private readonly Instant from = Instant.At(Effective, TimeOnly.MinValue);

    /// <summary>The moment it takes effect: midnight of its date, unless it was published for the day itself.</summary>
    public Instant From
    {
        get => from;
        init => (from, Name) = (value, NameOf(value));
    }

    /// <summary>How people name it: the effective date, with the time where it is not midnight.</summary>
    public string Name { get; private init; } = NameOf(Instant.At(Effective, TimeOnly.MinValue));

    /// <summary>The places whose new cases it governs (EG-41); none in a book that is asked for by its name.</summary>
    public IReadOnlyList<string> AppliesTo { get; init; } = [];

    /// <summary>Where the file says so.</summary>
    public int AppliesToLine { get; init; } = 1;

    /// <summary>The file it was read from; versions of one file share it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Every value of the book as it is written, in the order of the file: for whoever shows or compares books.</summary>
    public IReadOnlyList<RuleValue> Values { get; init; } = [];

    public required IReadOnlyDictionary<string, Clause> Clauses { get; init; }

    /// <summary>By the key in the book, which is the clock's id except where classes have limits of their own ("resolve.minor").</summary>
    public required IReadOnlyDictionary<string, ClockRule> Clocks { get; init; }
    public required IReadOnlyDictionary<EventType, EventRule> Events { get; init; }
    public required AccessRules Access { get; init; }

    /// <summary>
    /// The steps that carry a case on from a stage, in the order they are offered. The first is the one waited for: whoever may
    /// record it has the case before them.
    /// </summary>
    public required IReadOnlyDictionary<CaseStage, IReadOnlyList<EventType>> Turns { get; init; }

    /// <summary>By the field of an event that names a person: the roles of those who can be named.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> People { get; init; }

    /// <summary>Which events the customer signs.</summary>
    public IReadOnlyDictionary<EventType, SignatureRule> Signatures { get; init; } = new Dictionary<EventType, SignatureRule>();

    /// <summary>What any employee may register; null in a book under which only the desk does.</summary>
    public FirstContactRule? FirstContact { get; init; }

    /// <summary>What owners may do by themselves.</summary>
    public OwnerTerms Owners { get; init; } = OwnerTerms.Nothing;

    public required IReadOnlyDictionary<string, MessageRule> Messages { get; init; }
    public required IReadOnlyDictionary<string, CategoryRule> Categories { get; init; }
    public required IReadOnlyDictionary<string, LeadershipRule> Leadership { get; init; }

    /// <summary>By name: what may be noted of a case beside its events.</summary>
    public required IReadOnlyDictionary<string, RecordRule> Records { get; init; }

    /// <summary>By the purpose of a call.</summary>
    public required IReadOnlyDictionary<string, Script> Scripts { get; init; }

    /// <summary>Terms by group ("roles", "departments", "channels", "states", "natures", "classes", "causes" …) and code.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, Words>> Terms { get; init; }

    /// <summary>Null in a book without limits of authority for claims.</summary>
    public AuthorityRules? Authority { get; init; }

    /// <summary>Null in a book that says nothing of a knowledge base.</summary>
    public KnowledgeRules? Knowledge { get; init; }

    /// <summary>Null in a book that keeps no casebook.</summary>
    public CasebookRules? Casebook { get; init; }

    /// <summary>How cases may be tied to each other.</summary>
    public RelationRules Relations { get; init; } = RelationRules.None;

    public GroupTerms? Group { get; init; }
    public PropertyTerms? Property { get; init; }
    public HistoricTerms? Historic { get; init; }

    /// <summary>The rule behind a clock of a result: its id alone may name several ("resolve" of each class).</summary>
    public ClockRule? FindClock(string id, string clause) => Clocks.Values.FirstOrDefault(rule => rule.Id == id && rule.Clause == clause);

    /// <summary>The roles that a case at this stage waits for; none once it has ended.</summary>
    public IReadOnlyList<string> Awaited(CaseStage stage) =>
        Turns.TryGetValue(stage, out var steps) && Events.TryGetValue(steps[0], out var rule) ? rule.Roles : [];

    private static string NameOf(Instant from) => from.TimeOfDay == TimeOnly.MinValue ? from.ToString()[..10] : from.ToString()[..16];

    public Words Term(string group, string code) =>
        Terms.TryGetValue(group, out var terms) && terms.TryGetValue(code, out var words) ? words : new Words(code, code);
}

/// <param name="Key">Where it stands ("clocks.visit.limit").</param>
/// <param name="Text">As it is written.</param>
/// <param name="Clause">The clause it belongs to, if any.</param>
public sealed record RuleValue(string Key, string Text, string? Clause);

/// <summary>An article of the source. <paramref name="Reading"/> says which interpretation of an open text is computed.</summary>
public sealed record Clause(string Id, Words Text, Words? Reading = null);

/// <summary>A time limit. The subtype is the shape; the procedure decides what starts and stops it.</summary>
public abstract record ClockRule(string Id, string Clause, Words Name);

/// <summary>Elapsed time, day and night.</summary>
public sealed record ElapsedClock(string Id, string Clause, Words Name, TimeSpan Limit) : ClockRule(Id, Clause, Name);

/// <summary>Ends at the close of the N-th working day after the day it starts.</summary>
public sealed record WorkingDaysClock(string Id, string Clause, Words Name, int Days) : ClockRule(Id, Clause, Name);

/// <summary>A duty of every day at a time of day, from <paramref name="Grace"/> after its start on.</summary>
public sealed record DailyClock(string Id, string Clause, Words Name, TimeOnly At, TimeSpan Grace) : ClockRule(Id, Clause, Name);

/// <summary>The deadline is a time that an event names (required, agreed, promised).</summary>
public sealed record DeadlineClock(string Id, string Clause, Words Name) : ClockRule(Id, Clause, Name);

/// <summary>What an event is called, which roles may record it in the live system, and what its form holds besides.</summary>
/// <param name="Type">The event.</param>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Name">What happened, as a fact.</param>
/// <param name="Roles">Who records it.</param>
public sealed record EventRule(EventType Type, string Clause, Words Name, IReadOnlyList<string> Roles)
{
    /// <summary>What to do, where the name is no verb.</summary>
    public Words? Verb { get; init; }

    /// <summary>What stands on buttons and forms.</summary>
    public Words Action => Verb ?? Name;

    /// <summary>Records filled in on the same form.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>What files the same form asks for, a field for each kind.</summary>
    public IReadOnlyList<AttachmentKind> Files { get; init; } = [];

    /// <summary>Events that may be recorded on the same form, right after this one.</summary>
    public IReadOnlyList<EventType> Then { get; init; } = [];
}

/// <summary>What to say to the customer at a call.</summary>
public sealed record Script(string Clause, Words Text);

/// <summary>An event that the customer signs, and the ways in which it may be recorded without the signature.</summary>
public sealed record SignatureRule(EventType Type, string Clause, IReadOnlyList<Unsigned> Without);

/// <summary>Why a signature is not there.</summary>
public enum Unsigned
{
    /// <summary>The customer does not want to, and says why.</summary>
    Refused,

    /// <summary>The customer was on the telephone or is to sign later.</summary>
    Later,
}

/// <summary>Periods that an owner can count on; what is null the book does not offer.</summary>
/// <param name="Reopening">How long after its end an owner may have a case taken up again.</param>
/// <param name="Link">How long the link to a case is good.</param>
public sealed record OwnerTerms(OwnerTerm? Reopening, OwnerTerm? Link)
{
    public static readonly OwnerTerms Nothing = new(null, null);
}

public sealed record OwnerTerm(string Clause, TimeSpan Within);

/// <summary>What only some roles may do besides recording events.</summary>
/// <param name="Charges">See the penalties of a case.</param>
/// <param name="Phones">See a whole telephone number; each look is logged.</param>
/// <param name="PastEvents">Record what happened earlier than now.</param>
public sealed record AccessRules(IReadOnlyList<string> Charges, IReadOnlyList<string> Phones, IReadOnlyList<string> PastEvents)
{
    /// <summary>Change drafts of the book, try them out and publish them.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>See how a customer rated a desk before the month's ranking; whoever was rated does not, whatever the role.</summary>
    public IReadOnlyList<string> DeskRatings { get; init; } = [];
}

/// <param name="Kind">The message's kind in the outbox.</param>
/// <param name="Clause">The clause that demands it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="To">Roles, in the order they are told.</param>
/// <param name="At">The time of day of a daily message; null for one that follows its event at once.</param>
public sealed record MessageRule(string Kind, string Clause, Words Name, IReadOnlyList<string> To, TimeOnly? At);

/// <summary>One row of the matrix of first responsible departments (EG-20).</summary>
public sealed record CategoryRule(
    string Code,
    string Clause,
    Words Name,
    string Lead,
    IReadOnlyList<string> Supports,
    IReadOnlyList<string> Answers
)
{
    /// <summary>Another first department for a period after a milestone ("first three months after concentrated move-in").</summary>
    public IReadOnlyList<CategoryException> Exceptions { get; init; } = [];

    /// <summary>How an owner would say it; null for what owners do not choose by themselves.</summary>
    public Words? Plain { get; init; }
}

public sealed record CategoryException(string Milestone, int Months, string Lead, string Clause);

/// <summary>Who answers as leader in charge, by kind of project or company (EG-21).</summary>
public sealed record LeadershipRule(string Code, string Clause, Words Name, Words Accountable, Words Leader);

public sealed record GroupTerms
{
    public required ElapsedClock OrderSubmit { get; init; }
    public required ElapsedClock OrderIssue { get; init; }
    public required ElapsedClock Visit { get; init; }

    /// <summary>Option visitHours: outside them the visit clock starts at the next opening. Null: day and night.</summary>
    public TimeWindow? VisitHours { get; init; }

    public required ElapsedClock Plan { get; init; }
    public required ElapsedClock RefusalRecord { get; init; }
    public required ElapsedClock RefusalCallback { get; init; }
    public required DailyClock Progress { get; init; }
    public required DeadlineClock Resolve { get; init; }
    public required ElapsedClock ClosureCheck { get; init; }
    public required ElapsedClock ClaimReport { get; init; }
    public required ElapsedClock ClaimFile { get; init; }
    public required ElapsedClock Meeting { get; init; }
    public required ElapsedClock Minutes { get; init; }

    public required MessageRule IssueNotice { get; init; }
    public required MessageRule DailyReminder { get; init; }

    public required IntervalCharge LateSubmission { get; init; }
    public required IntervalCharge LateIssue { get; init; }
    public required BonusShare MissedVisit { get; init; }
    public required FixedCharge MissedPlan { get; init; }
    public required FixedCharge MissedProgress { get; init; }
    public required TieredCharge Overdue { get; init; }

    /// <summary>Every consequence with the clock it hangs on, in the order of the articles.</summary>
    public IEnumerable<(string Clause, string Clock)> Consequences =>
        [
            (LateSubmission.Clause, LateSubmission.Clock),
            (LateIssue.Clause, LateIssue.Clock),
            (MissedVisit.Clause, MissedVisit.Clock),
            (MissedPlan.Clause, MissedPlan.Clock),
            (MissedProgress.Clause, MissedProgress.Clock),
            .. Overdue.Tiers.Select(tier => (tier.Clause, Overdue.Clock)),
            (Overdue.Decision.Clause, Overdue.Clock),
        ];

    /// <summary>EG-5: who bears what the responsible person would, once the complaint is major, group or common.</summary>
    public required NatureConsequences Nature { get; init; }

    /// <summary>EG-30: from here on the general manager urges the chairman every day.</summary>
    public required OverdueThreshold SeriouslyOverdue { get; init; }

    /// <summary>EG-29: who handled the cycle does not make the call-back before its closure.</summary>
    public required CallbackTerms Callback { get; init; }

    /// <summary>EG-7: when a project's service centre closes.</summary>
    public required CentreTerms ServiceCentre { get; init; }

    /// <summary>EG-36: who works on the monthly statement.</summary>
    public required StatementTerms Statement { get; init; }
    public required AppealTerms Appeal { get; init; }
    public required MessageRule DraftNotice { get; init; }
    public required MessageRule DeliveryNotice { get; init; }

    /// <summary>EG-38: how the monthly ranking weighs its three indicators.</summary>
    public required RankingTerms Ranking { get; init; }

    /// <summary>EG-16: how specialists are ranked by the customers' ratings of the desk.</summary>
    public required DeskRankingTerms DeskRanking { get; init; }
}

/// <param name="Clause">EG-36.</param>
/// <param name="Confirm">Roles that confirm or waive a line.</param>
/// <param name="Decide">Roles that take the decisions the measures leave to a person (EG-36(3), EG-37).</param>
/// <param name="Deliver">Roles that deliver the statement.</param>
public sealed record StatementTerms(
    string Clause,
    IReadOnlyList<string> Confirm,
    IReadOnlyList<string> Decide,
    IReadOnlyList<string> Deliver
);

/// <param name="Clause">EG-36.</param>
/// <param name="Within">So long after the delivery the person charged may appeal.</param>
/// <param name="Decide">Roles that decide an appeal.</param>
public sealed record AppealTerms(string Clause, TimeSpan Within, IReadOnlyList<string> Decide);

/// <param name="Clause">EG-29.</param>
/// <param name="ByAnother">Whether it must be somebody who did not handle the cycle.</param>
public sealed record CallbackTerms(string Clause, bool ByAnother);

/// <summary>The weights of the three ranks in the mean that ranks on the whole; not all of them nothing.</summary>
public sealed record RankingTerms(string Clause, int OnTime, int Efficiency, int Satisfaction);

/// <param name="Clause">EG-16.</param>
/// <param name="LeastRatings">Who was rated less often in the month has no rank.</param>
/// <param name="See">Roles that see the lines of others once the ranking is out, each in scope; everybody sees the own line.</param>
public sealed record DeskRankingTerms(string Clause, int LeastRatings, IReadOnlyList<string> See);

/// <param name="Clause">EG-7.</param>
/// <param name="MonthsAfterHandover">It closes so long after the handover of the last phase.</param>
/// <param name="WarnBefore">It warns so long before.</param>
/// <param name="Thereafter">The book under which the project's new cases come once it is closed (EG-7a).</param>
public sealed record CentreTerms(string Clause, int MonthsAfterHandover, TimeSpan WarnBefore, string Thereafter);

public sealed record PropertyTerms
{
    public required ElapsedClock Arrive { get; init; }
    public required ElapsedClock Reply { get; init; }
    public required DeadlineClock Promise { get; init; }
    public required ElapsedClock Forward { get; init; }
    public required ElapsedClock ResolveMinor { get; init; }
    public required WorkingDaysClock ResolveImportant { get; init; }
    public required WorkingDaysClock AnswerMajor { get; init; }
    public required WorkingDaysClock ResolveMajor { get; init; }

    /// <summary>"Solved at once": resolved at most this long after opening.</summary>
    public required TimeSpan AtOnce { get; init; }

    /// <summary>How often one promise may be postponed (PM-5).</summary>
    public required int Postponements { get; init; }
}

public sealed record HistoricTerms
{
    public required ElapsedClock Resolve { get; init; }
}

public readonly record struct TimeWindow(TimeOnly From, TimeOnly To);

public enum NatureConsequences : byte
{
    /// <summary>The chairman bears the responsible person's consequences once, nobody the leader's.</summary>
    Chairman,

    /// <summary>The department head stays responsible, the chairman bears the leader's.</summary>
    DepartmentHead,
}

public enum Counting : byte
{
    /// <summary>A unit counts when it is complete.</summary>
    Complete,

    /// <summary>A unit counts when it has begun.</summary>
    Started,
}

public enum Tiering : byte
{
    /// <summary>Each day at the rate of its own bracket.</summary>
    Graduated,

    /// <summary>All days at the rate of the highest bracket reached.</summary>
    Whole,
}

/// <summary>Overdue by more than this.</summary>
public sealed record OverdueThreshold(string Clause, TimeSpan MoreThan);

/// <summary>An amount for every interval of time past a clock's limit.</summary>
public sealed record IntervalCharge(string Clause, string Clock, TimeSpan Every, decimal Amount, Counting Counting, int? Cap);

/// <summary>A share of the month's bonus, each time.</summary>
public sealed record BonusShare(string Clause, string Clock, int Percent);

/// <summary>A fixed amount, each time.</summary>
public sealed record FixedCharge(string Clause, string Clock, decimal Amount);

/// <summary>An amount per overdue day by bracket, and a decision once the last bracket is exhausted.</summary>
public sealed record TieredCharge(
    string Clock,
    TimeSpan Every,
    Tiering Tiering,
    Counting Counting,
    IReadOnlyList<Tier> Tiers,
    DecisionRange Decision
);

/// <param name="Clause">The clause of this bracket.</param>
/// <param name="Through">The last unit of the bracket, counted from 1.</param>
/// <param name="Accountable">What the responsible person pays a unit.</param>
/// <param name="Leader">What the leader in charge pays a unit.</param>
public sealed record Tier(string Clause, int Through, decimal Accountable, decimal Leader);

/// <summary>What somebody must decide, as the range the measures allow ("bonus 50-100% | pay cut | demotion").</summary>
public sealed record DecisionRange(string Clause, string Accountable, string Leader);

/// <summary>Something wrong in a file of data, where a person can find it.</summary>
public sealed record Finding(string File, int Line, string Key, Words Sentence)
{
    public string In(Language language) => $"{File}:{Line}: {Key}: {Sentence.In(language)}";
}
