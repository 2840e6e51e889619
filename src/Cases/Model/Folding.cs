using System.Text;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>From the stored rows of a case back to what the rules judge.</summary>
internal static class Folding
{
    /// <summary>The events among the rows. Records lie between them and are passed over: nothing is judged by them.</summary>
    public static List<CaseEvent> Read(RuleBook book, IReadOnlyList<LogEvent> rows)
    {
        var reader = new EventReader(book.Procedure);
        var events = new List<CaseEvent>(rows.Count);
        foreach (var row in rows.Where(row => !RecordRow.Is(row)))
        {
            events.Add(Read(reader, row));
        }

        return events;
    }

    /// <summary>Folds what is stored; a log that does not fold was tampered with or is judged by a book that was swapped.</summary>
    public static CaseHistory Fold(RuleBook book, WorkCalendar calendar, IReadOnlyList<CaseEvent> recorded)
    {
        var (history, refusal, at) = CaseHistory.Fold(book, calendar, recorded);
        return refusal is null ? history : throw new UnreadableEventException(at + 1, refusal.Sentence);
    }

    public static EventType TypeOf(LogEvent row) =>
        EventTypes.TryFind(row.Type, out var type)
            ? type
            : throw new UnreadableEventException(row.Seq, new Words($"不认识的事件 {row.Type}", $"unknown event {row.Type}"));

    private static CaseEvent Read(EventReader reader, LogEvent row)
    {
        var type = TypeOf(row);
        var wrong = reader.ReadData(type, Instant.From(row.At), row.By, Encoding.UTF8.GetBytes(row.Data), out var result);
        return wrong is null ? result! : throw new UnreadableEventException(row.Seq, wrong.Sentence);
    }
}

/// <summary>A stored event that the rules cannot take: never the fault of the request at hand.</summary>
internal sealed class UnreadableEventException(int seq, Words sentence) : Exception($"stored event {seq}: {sentence.En}")
{
    public int Seq => seq;

    public Words Sentence => sentence;
}
