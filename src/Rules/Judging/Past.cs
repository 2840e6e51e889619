using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>The events of a case up to the judged moment, and how to look among them.</summary>
internal readonly struct Past(CaseHistory history, List<CaseEvent> events, int count, CaseState state, Instant until)
{
    public Instant Until => until;

    public CaseState State => state;

    public int Count => count;

    public WorkCalendar Calendar => history.Calendar;

    public RuleBook Book => history.Book;

    public CaseEvent this[int index] => events[index];

    /// <summary>The first event of one of the given types at or after a position and before another; −1 if there is none.</summary>
    public int Next(TypeSet types, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (types.Contains(events[i].Type))
            {
                return i;
            }
        }

        return -1;
    }

    public int Last(TypeSet types, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (types.Contains(events[i].Type))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A set of event types as bits.</summary>
internal readonly struct TypeSet
{
    private readonly ulong bits;

    private TypeSet(ulong bits) => this.bits = bits;

    public static TypeSet Of(params ReadOnlySpan<EventType> types)
    {
        var set = 0UL;
        foreach (var type in types)
        {
            set |= 1UL << (int)type;
        }

        return new TypeSet(set);
    }

    public bool Contains(EventType type) => (bits & (1UL << (int)type)) != 0;
}
