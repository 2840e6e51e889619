using Shouwen.Rules.Replaying;

namespace Shouwen.Rules.Contract;

/// <summary>
/// Reads a stream of events line by line and says at its end what the rules make of it. Events may be interleaved between
/// cases; each case is kept, because a closed one may be reopened by a later line.
/// </summary>
public sealed class Replay(RuleBook book, WorkCalendar calendar, Instant? until)
{
    /// <summary>A longer line is malformed: 1 MiB.</summary>
    public const int LongestLine = 1 << 20;

    private readonly EventReader reader = new(book.Procedure);
    private readonly Dictionary<string, CaseHistory> cases = new(StringComparer.Ordinal);
    private Context context = Context.Unknown;
    private Instant? lastAt;
    private long lineNumber;

    /// <summary>The moment everything is judged at: as asked for, else the last event's time.</summary>
    public Instant? Until => until ?? lastAt;

    /// <summary>Takes the next line, without its line end; the sentence says what is wrong with it, if anything.</summary>
    public Words? Read(ReadOnlySpan<byte> line)
    {
        lineNumber++;
        if (line.Length > LongestLine)
        {
            return new Words("一行超过 1 MiB", "the line is longer than 1 MiB");
        }

        if (line.Trim(" \t"u8).IsEmpty)
        {
            return null;
        }

        if (reader.ReadLine(line, out var read) is { } malformed)
        {
            return malformed.Sentence;
        }

        if (read.Event is null)
        {
            if (lineNumber > 1)
            {
                return new Words("context 只能在第一行", "the context may stand on the first line only");
            }

            context = read.Context!;
            return null;
        }

        return Take(read.Case, read.Event);
    }

    /// <summary>Writes the result as JSON; the statement only for the month asked for.</summary>
    public void Write(Stream output, Month? statement) =>
        new ReplayOutput(book.Name, Until!.Value, statement, context).Write(output, cases);

    private Words? Take(string id, CaseEvent happened)
    {
        if (happened.At > until)
        {
            return null;
        }

        if (lastAt is not { } last || happened.At > last)
        {
            lastAt = happened.At;
        }

        if (cases.TryGetValue(id, out var history))
        {
            return history.Add(happened)?.Sentence;
        }

        history = new CaseHistory(book, calendar);
        if (history.Add(happened) is { } refusal)
        {
            return refusal.Sentence;
        }

        cases.Add(id, history);
        return null;
    }
}
