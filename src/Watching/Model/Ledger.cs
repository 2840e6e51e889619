using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>What a field of a ledger holds. A closed set: each has one way to be asked for, checked and shown.</summary>
internal enum LedgerFieldKind
{
    Text,

    /// <summary>Words about people: kept beside the log, so that they can be erased.</summary>
    PersonalText,
    Date,
    Time,
    Choice,

    /// <summary>Any number of the choices.</summary>
    Checklist,
    Score,
    Number,
    Amount,
    Staff,
    Department,
    Project,
    Case,
    Flag,
}

/// <summary>One field of a ledger.</summary>
internal sealed record LedgerField(string Code, LedgerFieldKind Kind, Words Name)
{
    public bool Optional { get; init; }

    /// <summary>Asked for only where other fields say so.</summary>
    public Condition? RequiredWhen { get; init; }
    public IReadOnlyDictionary<string, Words> Choices { get; init; } = new Dictionary<string, Words>(StringComparer.Ordinal);

    /// <summary>Which posts a person named here holds.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];
    public int From { get; init; }
    public int To { get; init; }
}

/// <summary>Holds when every named field has one of its values.</summary>
internal sealed record Condition(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    public bool Holds(IReadOnlyDictionary<string, string> fields) =>
        Values.All(each => fields.TryGetValue(each.Key, out var value) && each.Value.Contains(value, StringComparer.Ordinal));
}

/// <summary>How often a place owes an entry.</summary>
internal enum Period
{
    Day,
    Week,
    Month,
    Quarter,
}

/// <summary>What somebody has to bring after an entry, and by when: so long after it, or by the day a field names.</summary>
internal sealed record AnswerRule(Words Name, IReadOnlyList<string> Roles, TimeSpan? Within, string? DueField);

/// <summary>A decision that an entry calls for, each time or once there are more than so many in a calendar month.</summary>
internal sealed record ProposalRule(string Decision, Condition When, int? MoreThan);

/// <summary>One kind of entry beside the cases (台账), as the file describes it.</summary>
internal sealed record Ledger(string Code, string Clause, Words Name, Words About)
{
    public required IReadOnlyList<PlaceKind> Places { get; init; }
    public Period? Every { get; init; }
    public required IReadOnlyList<string> WriteRoles { get; init; }
    public required IReadOnlyList<string> SeeRoles { get; init; }

    /// <summary>The field naming whom an entry is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The field naming who has to answer.</summary>
    public string? Responsible { get; init; }
    public required IReadOnlyList<LedgerField> Fields { get; init; }
    public AnswerRule? Answer { get; init; }

    /// <summary>Who closes an entry; empty when nothing follows it, or the answer is the end.</summary>
    public IReadOnlyList<string> CloseRoles { get; init; } = [];
    public bool HasActions { get; init; }

    /// <summary>The cases a meeting is about: those unfinished since last week, or the grave ones left over from last month.</summary>
    public Period? Agenda { get; init; }
    public IReadOnlyList<ProposalRule> Proposals { get; init; } = [];

    public bool HasEnd => Answer is not null || CloseRoles.Count > 0;

    public bool MayWrite(Me me) => WriteRoles.Any(me.Is);

    /// <summary>Everybody of this ledger's roles; a single entry also opens to who has to answer it.</summary>
    public bool MaySee(Me me) => MayWrite(me) || SeeRoles.Any(me.Is) || CloseRoles.Any(me.Is) || Answer?.Roles.Any(me.Is) == true;
}

/// <summary>One outcome somebody may choose, with the range within which an amount lies.</summary>
internal sealed record Measure(string Code, Words Name, Words? Unit, int From, int To)
{
    public bool HasAmount => Unit is not null;
}

/// <summary>A decision that a named role takes within a range, with a reason.</summary>
internal sealed record DecisionKind(string Code, string Clause, Words Name, string Decider)
{
    public required IReadOnlyDictionary<string, Measure> Measures { get; init; }

    /// <summary>Who besides the decider may see it.</summary>
    public required IReadOnlyList<string> SeeRoles { get; init; }

    /// <summary>Who may propose it by hand; empty when only the system does.</summary>
    public IReadOnlyList<string> ProposeRoles { get; init; } = [];

    /// <summary>Whom a proposal by hand may be about.</summary>
    public IReadOnlyList<Post> People { get; init; } = [];

    /// <summary>It is praise: what was decided stands in the monthly statement beside the fines (SN-64).</summary>
    public bool InStatement { get; init; }

    /// <summary>Results of a month that call for it by themselves.</summary>
    public IReadOnlyList<MonthlyRule> Monthly { get; init; } = [];

    /// <summary>What makes the slowness of a case call for it; null where it never does.</summary>
    public SlownessRule? Slowness { get; init; }

    public bool MayDecide(Me me) => me.Is(Decider);

    public bool MayPropose(Me me) => ProposeRoles.Any(me.Is) || (ProposeRoles.Count > 0 && MayDecide(me));

    public bool MaySee(Me me) => MayDecide(me) || SeeRoles.Any(me.Is) || ProposeRoles.Any(me.Is);
}

/// <summary>EG-39: what the monthly score of a service centre is made of, and how much each part weighs.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Ledger">Whose entries are the checks.</param>
/// <param name="Good">When a check found everything in order.</param>
/// <param name="Standard">The weight of the checks.</param>
/// <param name="OnTheSpot">The weight of what was solved on the spot.</param>
/// <param name="Completion">The weight of what was finished.</param>
internal sealed record ScoreTerms(string Clause, string Ledger, Condition Good, int Standard, int OnTheSpot, int Completion);
