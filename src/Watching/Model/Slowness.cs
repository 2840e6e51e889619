using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>What slowness led to (EG-33(4)).</summary>
internal enum SlownessCause
{
    /// <summary>The same customer came with the same kind of matter again.</summary>
    Repeated,

    /// <summary>The case was reopened.</summary>
    Reopened,

    /// <summary>An ordinary complaint became a major, group or common one.</summary>
    Escalated,

    /// <summary>A brand incident was noted.</summary>
    Incident,
}

/// <summary>When a case counts as slow, and what then calls for a decision.</summary>
/// <param name="Overdue">How long past its deadline it is.</param>
/// <param name="Within">How long after a late end what follows is still put down to it.</param>
/// <param name="Causes">What calls for a decision.</param>
/// <param name="Incident">The record of a case that tells of a brand incident.</param>
internal sealed record SlownessRule(TimeSpan Overdue, TimeSpan Within, IReadOnlyList<SlownessCause> Causes, string? Incident);

/// <summary>One reason for a decision, with what it is read from.</summary>
/// <param name="Cause">What the slowness led to.</param>
/// <param name="Subject">The chairman of the order that was slow.</param>
/// <param name="DueAt">When the case was to be resolved.</param>
/// <param name="Events">The places in the case of what led to it.</param>
internal sealed record Ground(SlownessCause Cause, string Subject, Instant DueAt, IReadOnlyList<int> Events)
{
    /// <summary>The later case of the same customer.</summary>
    public string? Sibling { get; init; }
}

/// <summary>
/// Reads from the events of one case whether its slowness made things worse. Pure, and computed anew whenever the case or one of the
/// customer's grows: a late event can give a ground and take it away.
/// </summary>
internal sealed class Slowness
{
    private const string Resolve = "resolve";

    private readonly SlownessRule rule;
    private readonly IReadOnlyList<Sibling> siblings;
    private readonly CaseFile file;
    private readonly List<Round> rounds = [];
    private readonly List<Ground> grounds = [];

    private Slowness(CaseFile file, IReadOnlyList<Sibling> siblings, SlownessRule rule) =>
        (this.file, this.siblings, this.rule) = (file, siblings, rule);

    /// <summary>At most one ground for each cause: the first that there was.</summary>
    /// <param name="file">The case, as judged at the moment of asking.</param>
    /// <param name="siblings">The customer's other cases of its category.</param>
    /// <param name="rule">What counts.</param>
    /// <param name="asOf">Later events are not looked at.</param>
    public static IReadOnlyList<Ground> Of(CaseFile file, IReadOnlyList<Sibling> siblings, SlownessRule rule, Instant asOf)
    {
        var slowness = new Slowness(file, siblings, rule);
        slowness.Walk(asOf);
        return [.. slowness.grounds.Where(ground => rule.Causes.Contains(ground.Cause)).DistinctBy(ground => ground.Cause)];
    }

    private void Walk(Instant asOf)
    {
        var nature = CaseNature.Ordinary;
        var cycle = 1;
        foreach (var (i, happened) in file.History.Events.Index().Where(each => each.Item.At <= asOf))
        {
            switch (happened)
            {
                case OrderIssued order:
                    Begin(cycle, order.Chairman, i);
                    break;
                case CaseNatured natured:
                    if (nature == CaseNature.Ordinary && natured.Nature != CaseNature.Ordinary)
                    {
                        Add(SlownessCause.Escalated, rounds.FindLast(round => round.Cycle == cycle && round.IsSlow(natured.At)), i);
                    }

                    nature = natured.Nature;
                    break;
                case { Type: EventType.CaseReopened }:
                    Add(SlownessCause.Reopened, rounds.FindLast(round => round.Cycle == cycle && round.EndedLate(happened.At)), i);
                    cycle++;
                    break;
            }
        }

        Repeated(asOf);
        Incidents(asOf);
    }

    private void Begin(int cycle, string chairman, int issued)
    {
        if (file.Judgement.Clocks.FirstOrDefault(clock => clock.Id == Resolve && clock.Cycle == cycle) is { } clock)
        {
            rounds.Add(new Round(cycle, chairman, file.Events[issued].Seq, clock, rule));
        }
    }

    private void Repeated(Instant asOf)
    {
        foreach (var sibling in siblings.Where(each => each.OpenedAt <= asOf))
        {
            if (SlowAround(sibling.OpenedAt) is { } round)
            {
                grounds.Add(round.Ground(SlownessCause.Repeated) with { Sibling = sibling.Number });
            }
        }
    }

    private void Incidents(Instant asOf)
    {
        foreach (var record in file.Records.Where(each => each.Name == rule.Incident && each.At <= asOf))
        {
            if (SlowAround(record.At) is { } round)
            {
                grounds.Add(round.Ground(SlownessCause.Incident, record.Seq));
            }
        }
    }

    private Round? SlowAround(Instant at) => rounds.FindLast(round => round.IsSlow(at) || round.EndedLate(at));

    private void Add(SlownessCause cause, Round? round, int place)
    {
        if (round is not null)
        {
            grounds.Add(round.Ground(cause, file.Events[place].Seq));
        }
    }

    /// <summary>One order: from its deadline on, and until it was done.</summary>
    private sealed record Round(int Cycle, string Chairman, int Issued, Clock Clock, SlownessRule Rule)
    {
        private Instant SlowFrom => Clock.DueAt + Rule.Overdue;

        private Instant? Ended => Clock.StoppedAt ?? Clock.EndedAt;

        /// <summary>Exactly on time is on time; what is done is not slow any more.</summary>
        public bool IsSlow(Instant at) => at > SlowFrom && !(Ended <= at);

        public bool EndedLate(Instant at) => Ended is { } ended && ended > SlowFrom && at >= ended && at - ended <= Rule.Within;

        public Ground Ground(SlownessCause cause, params ReadOnlySpan<int> events) =>
            new(cause, Chairman, Clock.DueAt, [Issued, .. events]);
    }
}
