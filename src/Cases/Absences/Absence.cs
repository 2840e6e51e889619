using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Absences;

/// <summary>What did not happen to one case, rule by rule. Pure: from the judged file, and from judging it at other moments.</summary>
internal sealed class Absence
{
    private readonly CaseFile file;
    private readonly StaffNames names;
    private readonly Context holders;
    private readonly Instant now;
    private readonly RuleVersion version;
    private readonly IReadOnlyList<Judgement> coming;

    public Absence(CaseFile file, StaffNames names, Context holders, Instant now)
    {
        this.file = file;
        this.names = names;
        this.holders = holders;
        this.now = Instant.Max(now, file.History.State.LastAt);
        version = file.Judgement.Pins is [.., var pin] ? file.Book.Versions.First(v => v.Name == pin.RuleVersion) : file.Book.Latest;
        coming = Forecast.Of(file.History, this.now, holders);
    }

    /// <summary>Those whom the last order names.</summary>
    public IReadOnlyList<WhyNot.View.Somebody> People()
    {
        var order = file.History.Events.OfType<OrderIssued>().LastOrDefault();
        string[] ids = order is null ? [] : [order.Accountable, order.Leader, order.Chairman];
        return [.. ids.Distinct(StringComparer.Ordinal).Select(id => new WhyNot.View.Somebody(id, names.Of(id), ""))];
    }

    public IReadOnlyList<WhyNot.View.Finding> Messages(Staff person, IReadOnlyList<MessageTrail> trail) =>
        [
            .. version.Messages.Values.Select(rule =>
                new MessageAbsence(file, version, names, holders, now, coming).Of(
                    rule,
                    person,
                    [.. trail.Where(each => each.Kind == rule.Kind)]
                )
            ),
        ];

    /// <summary>For every consequence of the book: what accrued, or the clock it hangs on and the moment it would accrue.</summary>
    public IReadOnlyList<WhyNot.View.Finding> Consequences() =>
        version.Group is { } group ? [.. group.Consequences.Select(each => Consequence(each.Clause, each.Clock))] : [];

    private WhyNot.View.Finding Consequence(string clause, string clockId)
    {
        var items = file.Judgement.Penalties.Where(item => item.Clause == clause).ToList();
        var rule = version.Clocks.Values.First(each => each.Id == clockId);
        if (items.Count > 0)
        {
            return new(
                rule.Name,
                clause,
                Holds: true,
                [
                    .. items.Select(item =>
                        AbsenceTexts.Accrued(names.Of(item.Subject), CasePenalties.Figure(version, item), Phrases.Moment(item.FirstAt, now))
                    ),
                ]
            );
        }

        var clock = file.Judgement.Clocks.LastOrDefault(each => each.Id == clockId && each.Cycle == file.Judgement.Cycle);
        var lines = new List<Words>
        {
            clock is null ? AbsenceTexts.NotStarted(rule.Name) : Explanation.Of(file.History, now, clock).Arithmetic,
        };
        var first = coming.SelectMany(each => each.Penalties).FirstOrDefault(item => item.Clause == clause);
        lines.Add(
            first is null
                ? AbsenceTexts.NeverByItself
                : AbsenceTexts.WouldAccrue(
                    Phrases.Moment(first.FirstAt, now),
                    names.Of(first.Subject),
                    CasePenalties.Figure(version, first)
                )
        );
        return new(rule.Name, clause, Holds: false, lines);
    }

    /// <summary>Scope and roles, as they would be at the door at this moment.</summary>
    public IReadOnlyList<WhyNot.View.Finding> Sight(Colleague colleague, IReadOnlyDictionary<string, string> places, ProjectNames projects)
    {
        var (me, posts) = (colleague.Me, colleague.Posts);
        var sees = me.Scope.Covers(file.Project);
        var project = file.Project is { } code ? projects.Of(code) : "—";
        Words[] held =
        [
            .. posts.Select(post =>
                AbsenceTexts.Post(version.Term("roles", EnumCode.Of(post.Post)), places.GetValueOrDefault(post.Place, post.Place))
            ),
        ];
        var because =
            posts.Count == 0 ? AbsenceTexts.NoPosts(me.Name)
            : sees ? AbsenceTexts.InScope(me.Name, Joined(held), project)
            : AbsenceTexts.OutOfScope(me.Name, Joined(held), project);
        var findings = new List<WhyNot.View.Finding> { new(AbsenceTexts.Scope, "", sees, [because]) };
        var today = file.Book.At(now);
        findings.Add(MayDo(AbsenceTexts.Charges, today, today.Access.Charges, sees && me.MaySeeCharges(today, file.History.Events)));
        findings.Add(MayDo(AbsenceTexts.Phones, today, today.Access.Phones, sees && me.MaySeePhones(today, file.History.Events)));
        return findings;
    }

    private static WhyNot.View.Finding MayDo(Words what, RuleVersion version, IReadOnlyList<string> roles, bool may) =>
        new(what, "", may, [AbsenceTexts.ForRoles(Joined([.. roles.Select(role => version.Term("roles", role))]))]);

    internal static Words Joined(IReadOnlyCollection<Words> words) =>
        new(string.Join('、', words.Select(each => each.Zh)), string.Join(", ", words.Select(each => each.En)));
}
