using System.Text;
using ExcelDataReader.Exceptions;
using Shouwen.Platform.Tables;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>
/// A file of rows under a header line: CSV in UTF-8 or GB18030, the same gzipped, or the first sheet of an XLSX workbook.
/// <see cref="Open"/> recognises it by its content and reads it once from end to end, so that a broken file is refused
/// while nothing of it has been used; <see cref="Rows"/> then streams.
/// </summary>
public sealed class TableFile
{
    private readonly string path;
    private readonly FileKind kind;
    private readonly Encoding? encoding;
    private readonly int sheet;

    private TableFile(string path, int sheet = 0)
    {
        this.path = path;
        this.sheet = sheet;
        kind = FileContent.Recognise(path);
        encoding = kind == FileKind.Workbook ? null : TextEncoding.Detect(Path.GetFileName(path), () => FileContent.OpenText(path, kind));
        Header = ReadHeader();
    }

    /// <summary>The column names, cleaned like cells; a column may have no name, two may have the same.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The file's name up to the first dot: "requests_2011" of "requests_2011.csv.gz".</summary>
    public string Stem => Path.GetFileName(path).Split('.')[0];

    /// <exception cref="UnreadableFileException">It is missing, empty, damaged, not what its name says, or in no known encoding.</exception>
    public static TableFile Open(string path) => Guarded(path, () => new TableFile(path));

    /// <summary>Every sheet of a workbook that has anything on it; a text file is one.</summary>
    /// <exception cref="UnreadableFileException">As for <see cref="Open"/>.</exception>
    public static IReadOnlyList<TableFile> OpenSheets(string path) =>
        Guarded(
            path,
            () =>
            {
                if (FileContent.Recognise(path) != FileKind.Workbook)
                {
                    return [new TableFile(path)];
                }

                using var book = Workbook.Open(path, 0);
                return (IReadOnlyList<TableFile>)
                    [.. Enumerable.Range(0, book.Sheets).Where(index => HasRows(path, index)).Select(index => new TableFile(path, index))];
            }
        );

    private static bool HasRows(string path, int index)
    {
        using var opened = Workbook.Open(path, index);
        return opened.Read();
    }

    /// <summary>The first column of that name.</summary>
    public int? Find(string column)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (string.Equals(Header[i], column, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The rows under the header, without empty ones. May be asked for again; each row is valid until the next.</summary>
    public IEnumerable<TableRow> Rows()
    {
        using var rows = Records().GetEnumerator();
        var header = true;
        while (Guarded(path, rows.MoveNext))
        {
            rows.Current.Width = Header.Count;
            if (!header)
            {
                yield return rows.Current;
            }

            header = false;
        }
    }

    private List<string> ReadHeader()
    {
        var name = Path.GetFileName(path);
        using var records = Records().GetEnumerator();
        if (!records.MoveNext())
        {
            throw new UnreadableFileException(new Words($"{name}：没有表头", $"{name}: there is no header line"));
        }

        var first = records.Current;
        if (first.Problem is { } problem)
        {
            throw new UnreadableFileException(
                new Words($"{name}：表头（第 {first.Line} 行）：{problem.Zh}", $"{name}: header, line {first.Line}: {problem.En}")
            );
        }

        var names = new List<string>();
        var dirt = CellDirt.None;
        for (var column = 0; column < first.Count; column++)
        {
            names.Add(CellText.Clean(first.Raw(column), ref dirt) ?? "");
        }

        return names;
    }

    private IEnumerable<TableRow> Records() => kind == FileKind.Workbook ? SheetRecords() : TextRecords();

    private IEnumerable<TableRow> TextRecords()
    {
        using var text = new StreamReader(FileContent.OpenText(path, kind), encoding!, false, 1 << 16);
        if (text.Peek() == '\uFEFF')
        {
            _ = text.Read();
        }

        var csv = new CsvReader(text);
        while (csv.Read())
        {
            yield return csv;
        }
    }

    private IEnumerable<TableRow> SheetRecords()
    {
        using var opened = Workbook.Open(path, sheet);
        while (opened.Read())
        {
            yield return opened;
        }
    }

    /// <summary>What a damaged file throws, as one sentence.</summary>
    private static T Guarded<T>(string path, Func<T> read)
    {
        var name = Path.GetFileName(path);
        try
        {
            return read();
        }
        catch (Exception e)
            when (e
                    is IOException
                        or InvalidDataException
                        or UnauthorizedAccessException
                        or DecoderFallbackException
                        or ExcelReaderException
                        or System.Xml.XmlException
            )
        {
            throw new UnreadableFileException(
                new Words($"{name}：文件已损坏（{e.Message}）", $"{name}: the file is damaged ({e.Message})"),
                e
            );
        }
    }
}
