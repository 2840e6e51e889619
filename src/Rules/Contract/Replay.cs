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

    /// <summary>By the reader's number of the case; null where every event of it came too late to count.</summary>
    private readonly List<CaseHistory?> histories = [];
    private readonly List<ReplayedCase> cases = [];
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

        return Take(read.Case, read.CaseNumber, read.Event);
    }

    /// <summary>Writes the result as JSON; the statement only for the month asked for.</summary>
    public void Write(Stream output, Month? statement) =>
        new ReplayOutput(book.Name, Until!.Value, statement, context).Write(output, cases);

    private Words? Take(string id, int number, CaseEvent happened)
    {
        if (happened.At > until)
        {
            return null;
        }

        if (lastAt is not { } last || happened.At > last)
        {
            lastAt = happened.At;
        }

        while (histories.Count <= number)
        {
            histories.Add(null);
        }

        if (histories[number] is { } known)
        {
            return known.Add(happened)?.Sentence;
        }

        var history = new CaseHistory(book, calendar);
        if (history.Add(happened) is { } refusal)
        {
            return refusal.Sentence;
        }

        histories[number] = history;
        cases.Add(new ReplayedCase(id, history));
        return null;
    }
}
