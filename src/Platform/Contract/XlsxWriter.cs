using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Shouwen.Platform.Tables;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>
/// A workbook of inline texts, real dates and numbers. Text cells are typed as text, so that no spreadsheet takes one for a
/// formula. A sheet holds a million rows; what is more goes on the next sheet under the same head.
/// </summary>
/// <param name="output">Where to; written in pieces, without waiting inside the packing.</param>
/// <param name="name">What the first sheet is called.</param>
public sealed class XlsxWriter(Stream output, string name) : ITableWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int Enough = 64 * 1024;
    private const int LongestText = 32_767;
    private const int DateStyle = 1;
    private const int HeadStyle = 2;

    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly XmlWriterSettings Plain = new() { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false };

    private readonly WaitingStream waiting = new();
    private ZipArchive? zip;
    private XmlWriter? sheet;
    private Stream? part;
    private IReadOnlyList<string> head = [];
    private readonly List<string> titles = [];
    private string title = name;
    private int pieces;
    private int rows;

    public string ContentType => Kind + ".sheet";

    /// <summary>The rows of a sheet, its head among them; Excel takes 1,048,576.</summary>
    internal int MostRows { get; init; } = 1_000_000;

    public ValueTask Head(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        head = names;
        zip = new ZipArchive(waiting, ZipArchiveMode.Create, leaveOpen: true);
        BeginSheet();
        return Send(Enough, cancellation);
    }

    /// <summary>Ends this sheet and begins another, with a name and a head of its own.</summary>
    public ValueTask Next(string sheetName, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        EndSheet();
        (title, pieces, head) = (sheetName, 0, names);
        BeginSheet();
        return Send(Enough, cancellation);
    }

    public ValueTask Row(IReadOnlyList<Cell> cells, CancellationToken cancellation)
    {
        if (rows == MostRows)
        {
            EndSheet();
            BeginSheet();
        }

        Write(cells, style: null);
        return Send(Enough, cancellation);
    }

    public ValueTask Finish(CancellationToken cancellation)
    {
        EndSheet();
        WriteParts();
        zip!.Dispose();
        return Send(0, cancellation);
    }

    /// <summary>A workbook that was broken off is not completed: it must not look whole.</summary>
    public void Dispose() => waiting.Dispose();

    private void BeginSheet()
    {
        pieces++;
        titles.Add(pieces == 1 ? title : $"{title} {pieces}");
        rows = 0;
        part = zip!.CreateEntry($"xl/worksheets/sheet{titles.Count}.xml", CompressionLevel.Fastest).Open();
        sheet = XmlWriter.Create(part, Plain);
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetViews", Main);
        sheet.WriteStartElement("sheetView", Main);
        sheet.WriteAttributeString("workbookViewId", "0");
        sheet.WriteStartElement("pane", Main);
        sheet.WriteAttributeString("ySplit", "1");
        sheet.WriteAttributeString("topLeftCell", "A2");
        sheet.WriteAttributeString("state", "frozen");
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteStartElement("sheetData", Main);
        Write([.. head.Select(Cell.Of)], HeadStyle);
    }

    private void EndSheet()
    {
        sheet!.WriteEndElement();
        sheet.WriteEndElement();
        sheet.Dispose();
        part!.Dispose();
    }

    private void Write(IReadOnlyList<Cell> cells, int? style)
    {
        rows++;
        sheet!.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            Write(sheet, cell, style);
        }

        sheet.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Cell cell, int? style)
    {
        xml.WriteStartElement("c", Main);
        if ((style ?? (cell.Time is null ? null : DateStyle)) is { } wanted)
        {
            xml.WriteAttributeString("s", wanted.ToString(CultureInfo.InvariantCulture));
        }

        if (cell.Time is { } time)
        {
            xml.WriteElementString("v", Main, Serial(time));
        }
        else if (cell.Number is { } number)
        {
            xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Allowed(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Days since Excel's day zero, in the time of the wall clock.</summary>
    private static string Serial(Instant time)
    {
        var local = time.Date.ToDateTime(time.TimeOfDay);
        return (local - DayZero).TotalDays.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>A cell holds 32,767 characters, and XML no control characters but three.</summary>
    private static string Allowed(string text)
    {
        var length = Math.Min(text.Length, LongestText);
        for (var i = 0; i < length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
            {
                return string.Create(length, text, static (chars, source) => Replace(chars, source));
            }
        }

        return length == text.Length ? text : text[..length];
    }

    /// <summary>Pairs that stand for one character stay; everything else that XML does not know becomes the mark for "lost".</summary>
    private static void Replace(Span<char> chars, string source)
    {
        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsHighSurrogate(source[i]) && i + 1 < chars.Length && char.IsLowSurrogate(source[i + 1]))
            {
                (chars[i], chars[i + 1]) = (source[i], source[i + 1]);
                i++;
                continue;
            }

            chars[i] = XmlConvert.IsXmlChar(source[i]) ? source[i] : '\uFFFD';
        }
    }

    private void WriteParts()
    {
        var each = Enumerable.Range(1, titles.Count).ToList();
        var sheetParts = string.Concat(
            each.Select(i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>")
        );
        Part(
            "[Content_Types].xml",
            $"<Types xmlns=\"{Types}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}.sheet.main+xml\"/>"
                + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}.styles+xml\"/>{sheetParts}</Types>"
        );
        Part(
            "_rels/.rels",
            $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        var names = string.Concat(
            each.Select(i => $"<sheet name=\"{System.Security.SecurityElement.Escape(titles[i - 1])}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>")
        );
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{names}</sheets></workbook>");
        var relations = string.Concat(
            each.Select(i => $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")
        );
        Part(
            "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{PackageRelations}\">{relations}<Relationship Id=\"rId{titles.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"
        );
        Part(
            "xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"3\"><xf/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>"
        );
    }

    private void Part(string path, string xml)
    {
        using var text = new StreamWriter(zip!.CreateEntry(path, CompressionLevel.Fastest).Open(), new System.Text.UTF8Encoding(false));
        text.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        text.Write(xml);
    }

    private ValueTask Send(int unless, CancellationToken cancellation) =>
        waiting.Waiting <= unless && unless > 0 ? ValueTask.CompletedTask : waiting.SendTo(output, cancellation);
}
