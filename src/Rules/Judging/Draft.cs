using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>Collects what a judge finds, in the order the contract asks for.</summary>
internal sealed class Draft(Instant until)
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    /// <summary>An ordinary order of a fortnight has about twenty clocks and as many messages.</summary>
    private readonly List<Clock> clocks = new(24);
    private readonly List<Message> messages = new(24);
    private readonly List<CyclePin> pins = new(1);
    private Instant? changesAt;

    public PenaltySheet Penalties { get; } = new();

    public IReadOnlyList<Clock> Clocks => clocks;

    /// <summary>Notes a moment at which the result may change by itself.</summary>
    public void ChangesAt(Instant moment)
    {
        if (moment > until && (changesAt is not { } earliest || moment < earliest))
        {
            changesAt = moment;
        }
    }

    /// <summary>Something that holds once the given moment has passed, not at it.</summary>
    public void ChangesAfter(Instant moment) => ChangesAt(moment + OneSecond);

    /// <summary>
    /// The one function that decides on time or late: exactly on time is on time. A clock that was ended without being
    /// done is cancelled, unless it was late by then: a breach is a fact.
    /// </summary>
    public Clock Add(ClockRule rule, int cycle, Instant start, Instant due, Instant? stopped, Evidence evidence, End end = default)
    {
        var state =
            stopped is { } stop ? (stop > due ? ClockState.Breached : ClockState.Met)
            : end.At is { } ended ? (ended > due ? ClockState.Breached : ClockState.Cancelled)
            : until > due ? ClockState.Breached
            : ClockState.Running;
        return Add(rule, cycle, start, due, stopped, state, evidence, end);
    }

    public Clock Add(
        ClockRule rule,
        int cycle,
        Instant start,
        Instant due,
        Instant? stopped,
        ClockState state,
        Evidence evidence,
        End end = default
    )
    {
        if (state == ClockState.Running)
        {
            ChangesAfter(due);
        }

        var unfinished = stopped is null && end.At is not null;
        var clock = new Clock(rule.Id, rule.Clause, cycle, start, due, stopped, state, evidence)
        {
            EndedAt = unfinished ? end.At : null,
            EndedBy = unfinished ? end.By : ClockEnd.None,
        };
        clocks.Add(clock);
        return clock;
    }

    public void MarkProvisional(Clock clock) => clocks[clocks.IndexOf(clock)] = clock with { Provisional = true };

    public void Send(MessageRule rule, int cycle, Instant at, IReadOnlyList<string> to) =>
        messages.Add(new Message(rule.Kind, rule.Clause, cycle, at, to));

    public void Pin(int cycle, RuleVersion version, bool provisional = false) => pins.Add(new CyclePin(cycle, version.Name, provisional));

    public Judgement Finish(CaseState state, CaseNature nature)
    {
        StableSort(clocks, static (a, b) => Compare(a.StartedAt, b.StartedAt, a.Id, b.Id, a.DueAt, b.DueAt));
        StableSort(messages, static (a, b) => a.At.CompareTo(b.At));
        return new Judgement(state.Stage, state.Cycle, nature, clocks, messages, Penalties.Items(), changesAt, pins);
    }

    /// <summary>Insertion sort: the lists arrive nearly in order, and equal entries must stay in theirs.</summary>
    internal static void StableSort<T>(List<T> list, Comparison<T> compare)
    {
        for (var i = 1; i < list.Count; i++)
        {
            var item = list[i];
            var j = i - 1;
            while (j >= 0 && compare(list[j], item) > 0)
            {
                list[j + 1] = list[j];
                j--;
            }

            list[j + 1] = item;
        }
    }

    private static int Compare(Instant startA, Instant startB, string idA, string idB, Instant dueA, Instant dueB)
    {
        var byStart = startA.CompareTo(startB);
        if (byStart != 0)
        {
            return byStart;
        }

        var byId = string.CompareOrdinal(idA, idB);
        return byId != 0 ? byId : dueA.CompareTo(dueB);
    }
}

/// <summary>How a clock was ended without its duty being done, if it was.</summary>
internal readonly record struct End(Instant? At, ClockEnd By);
