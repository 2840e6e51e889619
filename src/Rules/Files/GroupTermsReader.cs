using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>The consequences and options of the procedure "group", beside the clocks and messages already read.</summary>
internal sealed class GroupTermsReader(Entry book, VersionReader cited)
{
    private readonly Entry consequences = book.Map("consequences");
    private readonly Entry options = book.Map("options");

    public GroupTerms Read(RuleVersion version)
    {
        return new GroupTerms
        {
            OrderSubmit = Elapsed("order.submit"),
            OrderIssue = Elapsed("order.issue"),
            Visit = Elapsed("visit"),
            VisitHours = VisitHours(),
            Plan = Elapsed("plan"),
            RefusalRecord = Elapsed("refusal.record"),
            RefusalCallback = Elapsed("refusal.callback"),
            Progress = VersionReader.Clock<DailyClock>(version, "progress"),
            Resolve = VersionReader.Clock<DeadlineClock>(version, "resolve"),
            ClosureCheck = Elapsed("closure.check"),
            ClaimReport = Elapsed("claim.report"),
            ClaimFile = Elapsed("claim.file"),
            Meeting = Elapsed("meeting"),
            Minutes = Elapsed("minutes"),
            IssueNotice = version.Messages["order.issued"],
            DailyReminder = version.Messages["daily.reminder"],
            LateSubmission = Interval("lateSubmission", "order.submit"),
            LateIssue = Interval("lateIssue", "order.issue"),
            MissedVisit = Share("missedVisit", "visit"),
            MissedPlan = Fixed("missedPlan", "plan"),
            MissedProgress = Fixed("missedProgress", "progress"),
            Overdue = Tiered("overdue", "resolve"),
            Nature = Nature(),
            SeriouslyOverdue = SeriouslyOverdue(),
            Callback = Callback(),
            ServiceCentre = ServiceCentre(version),
            Statement = Statement(),
            Appeal = Appeal(),
            DraftNotice = version.Messages["statement.draft"],
            DeliveryNotice = version.Messages["statement.delivered"],
            Ranking = Ranking(),
            DeskRanking = DeskRanking(),
        };

        ElapsedClock Elapsed(string key) => VersionReader.Clock<ElapsedClock>(version, key);
    }

    private TimeWindow? VisitHours()
    {
        var option = options.Map("visitHours");
        cited.Clause(option);
        return option.ValueOrNone("value", option.Window);
    }

    private NatureConsequences Nature()
    {
        var option = options.Map("natureConsequences");
        cited.Clause(option);
        return option.Choice<NatureConsequences>("value");
    }

    private OverdueThreshold SeriouslyOverdue()
    {
        var option = options.Map("seriouslyOverdue");
        return new OverdueThreshold(cited.Clause(option), option.Limit("value"));
    }

    private CallbackTerms Callback()
    {
        var option = options.Map("callbackByAnother");
        return new CallbackTerms(cited.Clause(option), option.Boolean("value"));
    }

    private CentreTerms ServiceCentre(RuleVersion version)
    {
        const string Transferred = "case.transferred";
        var option = options.Map("serviceCentre");
        var fields = version.Records.GetValueOrDefault(Transferred)?.Fields.Select(field => (field.Name, field.Kind)).ToHashSet() ?? [];
        if (!fields.SetEquals([("from", RecordFieldKind.Name), ("to", RecordFieldKind.Name), ("reason", RecordFieldKind.Text)]))
        {
            options.Fault("serviceCentre", Faults.NeedsTransferred(Transferred));
        }

        return new CentreTerms(
            cited.Clause(option),
            option.Number("monthsAfterHandover", 0, 120),
            option.Duration("warnBefore"),
            option.Text("thereafter")
        );
    }

    private StatementTerms Statement()
    {
        var option = options.Map("statement");
        return new StatementTerms(
            cited.Clause(option),
            cited.Roles(option, "confirm"),
            cited.Roles(option, "decide"),
            cited.Roles(option, "deliver")
        );
    }

    private AppealTerms Appeal()
    {
        var option = options.Map("appeal");
        return new AppealTerms(cited.Clause(option), option.Limit("within"), cited.Roles(option, "decide"));
    }

    private RankingTerms Ranking()
    {
        var option = options.Map("ranking");
        var terms = new RankingTerms(
            cited.Clause(option),
            option.Number("onTime", 0, 100),
            option.Number("efficiency", 0, 100),
            option.Number("satisfaction", 0, 100)
        );
        if (terms is { OnTime: 0, Efficiency: 0, Satisfaction: 0 })
        {
            option.Fault("onTime", Faults.NoWeight);
        }

        return terms;
    }

    private DeskRankingTerms DeskRanking()
    {
        var option = options.Map("deskRanking");
        return new DeskRankingTerms(cited.Clause(option), option.Number("leastRatings", 1, 1000), cited.Roles(option, "see"));
    }

    private IntervalCharge Interval(string key, string clock)
    {
        var entry = consequences.Map(key);
        return new IntervalCharge(
            cited.Clause(entry),
            clock,
            entry.Limit("every"),
            entry.Amount("amount"),
            entry.Choice<Counting>("rounding"),
            entry.ValueOrNone("cap", cap => entry.Number(cap, 1, 1_000_000))
        );
    }

    private BonusShare Share(string key, string clock)
    {
        var entry = consequences.Map(key);
        return new BonusShare(cited.Clause(entry), clock, entry.Number("percentOfBonus", 1, 100));
    }

    private FixedCharge Fixed(string key, string clock)
    {
        var entry = consequences.Map(key);
        return new FixedCharge(cited.Clause(entry), clock, entry.Amount("amount"));
    }

    private TieredCharge Tiered(string key, string clock)
    {
        var entry = consequences.Map(key);
        return new TieredCharge(
            clock,
            entry.Limit("every"),
            entry.Choice<Tiering>("tiering"),
            entry.Choice<Counting>("rounding"),
            Tiers(entry),
            Decision(entry.Map("decision"))
        );
    }

    private List<Tier> Tiers(Entry charge)
    {
        var tiers = new List<Tier>();
        foreach (var entry in charge.List("tiers"))
        {
            var tier = new Tier(
                cited.Clause(entry),
                entry.Number("through", 1, 10_000),
                entry.Amount("accountable"),
                entry.Amount("leader")
            );
            if (tier.Through > 0 && tiers.Count > 0 && tier.Through <= tiers[^1].Through)
            {
                entry.Fault("through", Faults.TiersNotAscending);
            }

            tiers.Add(tier);
        }

        if (charge.IsEmptyList("tiers"))
        {
            charge.Fault("tiers", Faults.NoItems);
        }

        return tiers;
    }

    private DecisionRange Decision(Entry entry) => new(cited.Clause(entry), Range(entry, "accountable"), Range(entry, "leader"));

    /// <summary>The range is shown to people and written to files as it stands, so its parts must be known words.</summary>
    private string Range(Entry entry, string key)
    {
        var range = entry.Text(key);
        if (range.Length > 0 && !range.Split(" | ").All(part => IsShareOfBonus(part) || cited.HasTerm("measures", part)))
        {
            entry.Fault(key, Faults.BadDecision);
        }

        return range;
    }

    private static bool IsShareOfBonus(string part)
    {
        if (!part.StartsWith("bonus ", StringComparison.Ordinal) || !part.EndsWith('%'))
        {
            return false;
        }

        var bounds = part["bonus ".Length..^1].Split('-');
        return bounds.Length == 2
            && int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var low)
            && int.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out var high)
            && low is >= 1
            && low < high
            && high <= 100;
    }
}
