using System.Buffers;
using System.Globalization;
using System.Text;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Import;

/// <summary>
/// The rows that were not imported, with line and reason, as a file a person can mend and import: the original cells stand
/// behind the two new columns. Only the reasons are kept while importing; the cells are read again at the end.
/// </summary>
internal sealed class RejectedRows
{
    private const string Suffix = ".rejected.csv";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\r\n");

    private readonly SortedDictionary<int, Words> reasons = [];

    public int Count => reasons.Count;

    public IEnumerable<KeyValuePair<int, Words>> First(int count) => reasons.Take(count);

    public void Add(int line, Words reason) => reasons.TryAdd(line, reason);

    /// <summary>Writes FILE.rejected.csv, in the current folder if the file's own cannot be written; null when neither can.</summary>
    public string? Write(TableFile table, string file, Language language)
    {
        foreach (var path in new[] { file + Suffix, Path.GetFileName(file) + Suffix })
        {
            try
            {
                using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                Write(table, writer, language);
                return path;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The next place is tried; the caller says where the file went.
            }
        }

        return null;
    }

    private void Write(TableFile table, StreamWriter writer, Language language)
    {
        WriteRow(writer, ["line", "reason", .. table.Header]);
        foreach (var row in table.Rows())
        {
            if (reasons.TryGetValue(row.Line, out var reason))
            {
                var line = row.Line.ToString(CultureInfo.InvariantCulture);
                WriteRow(writer, [line, reason.In(language), .. Enumerable.Range(0, row.Count).Select(row.Raw)]);
            }
        }
    }

    private static void WriteRow(StreamWriter writer, IEnumerable<string> cells) =>
        writer.Write(string.Join(',', cells.Select(Quoted)) + "\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(NeedQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
