using Shouwen.Rules.Judging;
using Shouwen.Rules.Procedures;

namespace Shouwen.Rules.Contract;

/// <summary>
/// One case as the rules see it: its events in judged order and the state they lead to. <see cref="Add"/> is decide and
/// evolve in one step; <see cref="Judge"/> computes everything else and changes nothing.
/// </summary>
public sealed class CaseHistory(RuleBook book, WorkCalendar calendar)
{
    private readonly List<CaseEvent> events = [];

    public RuleBook Book { get; } = book;

    public WorkCalendar Calendar { get; } = calendar;

    public IReadOnlyList<CaseEvent> Events => events;

    public CaseState State { get; private set; }

    /// <summary>
    /// Folds events that may have been recorded late: judged order is the time they happened, then the order they were
    /// recorded in. The refusal, if any, belongs to the event at <paramref name="refusedAt"/> of the recorded order.
    /// </summary>
    public static (CaseHistory History, Refusal? Refusal, int RefusedAt) Fold(
        RuleBook book,
        WorkCalendar calendar,
        IReadOnlyList<CaseEvent> recorded
    )
    {
        var history = new CaseHistory(book, calendar);
        foreach (var index in JudgedOrder(recorded))
        {
            if (history.Add(recorded[index]) is { } refusal)
            {
                return (history, refusal, index);
            }
        }

        return (history, null, -1);
    }

    /// <summary>Positions of the recorded events in the order they are judged.</summary>
    public static int[] JudgedOrder(IReadOnlyList<CaseEvent> recorded) =>
        [.. Enumerable.Range(0, recorded.Count).OrderBy(index => recorded[index].At)];

    /// <summary>The same history with one more event, or why the state does not allow it; this one stays as it is.</summary>
    public (CaseHistory? Next, Refusal? Refusal) With(CaseEvent happened)
    {
        var next = new CaseHistory(Book, Calendar) { State = State };
        next.events.AddRange(events);
        return next.Add(happened) is { } refusal ? (null, refusal) : (next, null);
    }

    /// <summary>Accepts the next event, or says why the case's state does not allow it; then nothing has changed.</summary>
    public Refusal? Add(CaseEvent happened)
    {
        var refusal =
            State.Stage == CaseStage.None ? (happened.Type == EventType.CaseOpened ? null : Refusals.NotOpened)
            : happened.Type == EventType.CaseOpened ? Refusals.OpenedTwice
            : happened.At < State.LastAt ? Refusals.Earlier
            : null;
        refusal ??= Decide(happened);
        if (refusal is null)
        {
            events.Add(happened);
            State = Evolve(State, happened) with { LastAt = happened.At };
        }

        return refusal;
    }

    /// <summary>What the rules say of this case at the given moment; later events are not looked at.</summary>
    public Judgement Judge(Instant until, Context context)
    {
        var count = events.Count;
        while (count > 0 && events[count - 1].At > until)
        {
            count--;
        }

        var past = new Past(this, events, count, count == events.Count ? State : StateAfter(count), until);
        return Book.Procedure switch
        {
            Procedure.Group => new GroupJudge(past, context).Judge(),
            Procedure.Property => new PropertyJudge(past).Judge(),
            Procedure.Historic => new HistoricJudge(past).Judge(),
        };
    }

    private CaseState StateAfter(int count)
    {
        var state = default(CaseState);
        for (var i = 0; i < count; i++)
        {
            state = Evolve(state, events[i]) with { LastAt = events[i].At };
        }

        return state;
    }

    private Refusal? Decide(CaseEvent happened) =>
        Book.Procedure switch
        {
            Procedure.Group => GroupProcedure.Decide(State, happened),
            Procedure.Property => PropertyProcedure.Decide(State, happened, PropertyTerms) ?? MissingCalendar(happened),
            Procedure.Historic => HistoricProcedure.Decide(State),
        };

    private CaseState Evolve(CaseState state, CaseEvent happened) =>
        Book.Procedure switch
        {
            Procedure.Group => GroupProcedure.Evolve(state, happened),
            Procedure.Property => PropertyProcedure.Evolve(state, happened, PropertyTerms),
            Procedure.Historic => HistoricProcedure.Evolve(state, happened),
        };

    private PropertyTerms PropertyTerms => Book.At(events.Count == 0 ? Instant.Earliest : events[0].At).Property!;

    /// <summary>A class counted in working days cannot be set when a year of its limit has no calendar.</summary>
    private Refusal? MissingCalendar(CaseEvent happened)
    {
        if (happened is not CaseClassified { Class: CaseClass.Important or CaseClass.Major } classified)
        {
            return null;
        }

        var days = classified.Class == CaseClass.Important ? PropertyTerms.ResolveImportant.Days : PropertyTerms.ResolveMajor.Days;
        var due = Calendar.DueAfter(State.OpenedAt, days, State.OpenedAt);
        return due.MissingYear is { } year ? Refusals.NoCalendar(year) : null;
    }
}
