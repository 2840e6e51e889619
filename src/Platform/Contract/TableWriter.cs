using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>One value of a table that leaves the house: a text, a moment, a number or nothing.</summary>
public readonly record struct Cell
{
    private Cell(string? text, Instant? time, decimal? number)
    {
        Text = text;
        Time = time;
        Number = number;
    }

    public string? Text { get; }

    public Instant? Time { get; }

    public decimal? Number { get; }

    public static Cell Of(string? text) => new(text, null, null);

    public static Cell Of(Instant? time) => new(null, time, null);

    public static Cell Of(decimal? number) => new(null, null, number);
}

/// <summary>
/// Writes a table row by row without keeping it: <see cref="CsvWriter"/> and <see cref="XlsxWriter"/>. Nothing is complete
/// before <see cref="Finish"/>.
/// </summary>
public interface ITableWriter : IDisposable
{
    string ContentType { get; }

    ValueTask Head(IReadOnlyList<string> names, CancellationToken cancellation);

    ValueTask Row(IReadOnlyList<Cell> cells, CancellationToken cancellation);

    ValueTask Finish(CancellationToken cancellation);
}

/// <summary>
/// CSV as Excel opens it: UTF-8 with its mark, CRLF, times as people write them. A text that a spreadsheet would run as a
/// formula gets an apostrophe in front.
/// </summary>
public sealed class CsvWriter(Stream output) : ITableWriter
{
    private const int Enough = 64 * 1024;

    private readonly MemoryStream waiting = new(2 * Enough);
    private StreamWriter? text;

    public string ContentType => "text/csv; charset=utf-8";

    public async ValueTask Head(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        text = new StreamWriter(waiting, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 4096, leaveOpen: true);
        await Row([.. names.Select(Cell.Of)], cancellation);
    }

    public async ValueTask Row(IReadOnlyList<Cell> cells, CancellationToken cancellation)
    {
        var line = text ?? throw new InvalidOperationException("the head comes first");
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                line.Write(',');
            }

            Write(line, cells[i]);
        }

        line.Write("\r\n");
        if (waiting.Length > Enough)
        {
            await Send(cancellation);
        }
    }

    public ValueTask Finish(CancellationToken cancellation) => Send(cancellation);

    public void Dispose()
    {
        text?.Dispose();
        waiting.Dispose();
    }

    /// <summary>Whether a spreadsheet would take the text for a formula or a command.</summary>
    internal static bool IsDangerous(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static void Write(StreamWriter line, Cell cell)
    {
        if (cell.Time is { } time)
        {
            line.Write(Phrases.Exact(time));
        }
        else if (cell.Number is { } number)
        {
            line.Write(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Text is { Length: > 0 } words)
        {
            Write(line, words);
        }
    }

    private static void Write(StreamWriter line, string words)
    {
        var safe = IsDangerous(words) ? "'" + words : words;
        if (safe.AsSpan().IndexOfAny("\",\r\n\t") < 0)
        {
            line.Write(safe);
            return;
        }

        line.Write('"');
        line.Write(safe.Replace("\"", "\"\"", StringComparison.Ordinal));
        line.Write('"');
    }

    private async ValueTask Send(CancellationToken cancellation)
    {
        if (text is not null)
        {
            await text.FlushAsync(cancellation);
        }

        await output.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellation);
        waiting.SetLength(0);
    }
}
