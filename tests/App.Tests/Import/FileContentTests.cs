using System.Text;
using Shouldly;
using Shouwen.Platform.Contract;
using Xunit;

namespace Shouwen.App.Tests.Import;

/// <summary>What a file is, what it pretends to be, and how it is broken.</summary>
public sealed class FileContentTests : IDisposable
{
    private const string Rows = "编号,内容\n1,漏水\n2,电梯𠮷\n";

    private readonly TestFolder folder = new();

    static FileContentTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void UTF8_and_GB18030_and_their_gzipped_forms_give_the_same_rows()
    {
        var gb = Encoding.GetEncoding("GB18030").GetBytes(Rows);
        string[] expected = ["2: 1|漏水", "3: 2|电梯𠮷"];

        Tables.Show(folder.Write("a.csv", Rows)).ShouldBe(expected);
        Tables.Show(folder.Write("b.csv", "\uFEFF" + Rows)).ShouldBe(expected);
        Tables.Show(folder.Write("c.csv", gb)).ShouldBe(expected);
        Tables.Show(folder.Write("d.csv.gz", TestFolder.Gzipped(Rows))).ShouldBe(expected);
        Tables.Show(folder.Write("no-extension", gb)).ShouldBe(expected);
    }

    [Fact]
    public void A_byte_that_is_neither_UTF8_nor_GB18030_is_told_by_line_and_offset()
    {
        var path = folder.Write("x.csv", [.. "a,b\r\n1,2\r\n3,"u8, 0xFF, .. "\n"u8]);

        Tables.Refusal(path).ShouldBe("x.csv: neither UTF-8 (line 3, byte 13) nor GB18030 (line 3, byte 13)");
    }

    [Fact]
    public void Damaged_UTF8_is_not_taken_for_GB18030()
    {
        var good = Encoding.UTF8.GetBytes($"编号,内容\n1,{new string('水', 40)}\n2,");
        var path = folder.Write("x.csv", [.. good, .. Encoding.UTF8.GetBytes("漏水")[..4], (byte)'\n']);

        Tables.Refusal(path).ShouldStartWith("x.csv: not UTF-8 at line 3");
        Tables
            .Refusal(folder.Write("y.csv", [0xEF, 0xBB, 0xBF, .. "a,b\n1,"u8, 0xC4, 0xE3, (byte)'\n']))
            .ShouldStartWith("y.csv: not UTF-8 at line 2");
    }

    [Theory]
    [InlineData("x.xlsx", "the name says an Excel workbook or another zip file, the content is text (CSV)")]
    [InlineData("x.csv.gz", "the name says gzip-compressed, the content is text (CSV)")]
    public void Text_under_another_name_is_refused(string name, string reason) =>
        Tables.Refusal(folder.Write(name, Rows)).ShouldBe($"{name}: {reason}");

    [Fact]
    public void Other_things_under_the_name_of_a_CSV_file_are_refused()
    {
        Tables
            .Refusal(folder.Write("x.csv", TestFolder.Zip(("a.txt", "a"))))
            .ShouldBe("x.csv: the name says text (CSV), the content is an Excel workbook or another zip file");
        Tables
            .Refusal(folder.Write("x.csv", TestFolder.Gzipped(Rows)))
            .ShouldBe("x.csv: the name says text (CSV), the content is gzip-compressed");
        Tables.Refusal(folder.Write("x.csv", [1, 2, 0, 3, 4])).ShouldBe("x.csv: not text, it contains NUL bytes");
        Tables
            .Refusal(folder.Write("x.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Rows)).ToArray()))
            .ShouldContain("UTF-16");
        Tables.Refusal(folder.Write("x.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).ShouldContain("old Excel");
        Tables.Refusal(folder.Write("x.csv", [])).ShouldBe("x.csv: the file is empty");
        Tables.Refusal(folder.Write("x.csv", "\n\n  \n")).ShouldBe("x.csv: there is no header line");
        Tables.Refusal(folder.Of("missing.csv")).ShouldEndWith("missing.csv: there is no such file");
        Tables.Refusal(Path.GetDirectoryName(folder.Of("x"))!).ShouldContain("cannot be opened");
    }

    [Fact]
    public void A_gzip_file_cut_short_or_damaged_is_refused_before_a_row_is_used()
    {
        var random = new Random(1);
        var text = new StringBuilder("a,b\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(i).Append(',').Append(random.Next()).Append('\n');
        }

        var whole = TestFolder.Gzipped(text.ToString());
        var damaged = (byte[])whole.Clone();
        damaged[^6] ^= 0xFF;

        foreach (var cut in new[] { 12, whole.Length / 2, whole.Length - 9, whole.Length - 1 })
        {
            Tables
                .Refusal(folder.Write("x.csv.gz", whole[..cut]))
                .ShouldStartWith("x.csv.gz: the file is damaged", customMessage: $"{cut}");
        }

        Tables.Refusal(folder.Write("x.csv.gz", damaged)).ShouldStartWith("x.csv.gz: the file is damaged");
        Tables.Show(folder.Write("x.csv.gz", whole)).Length.ShouldBe(20_000);
        Tables.Show(folder.Write("x.csv.gz", [.. whole, .. TestFolder.Gzipped("20000,x\n")])).Length.ShouldBe(20_001);
    }

    [Fact]
    public void A_broken_workbook_and_a_zip_that_is_none_are_refused()
    {
        var book = TestFolder.Workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>a</t></is></c></row>");

        Tables.Refusal(folder.Write("x.xlsx", book[..(book.Length / 2)])).ShouldStartWith("x.xlsx: the file is damaged");
        Tables
            .Refusal(folder.Write("x.xlsx", TestFolder.Zip(("a.txt", "a"))))
            .ShouldBe("x.xlsx: this is a zip file, not an Excel workbook");
        Tables
            .Refusal(folder.Write("x.xlsx", TestFolder.Workbook("<row><c><v>1</c></row>")))
            .ShouldStartWith("x.xlsx: the file is damaged");
    }

    [Fact]
    public void Numbers_and_dates_of_a_workbook_come_out_as_a_person_reads_them()
    {
        var path = folder.Write(
            "x.xlsx",
            TestFolder.Workbook(
                """<row r="2"><c r="A2" t="inlineStr"><is><t>编号</t></is></c><c r="B2" t="inlineStr"><is><t>时间</t></is></c></row>""",
                """<row r="3"><c r="A3"><v>101000295615</v></c><c r="B3" s="1"><v>43831.5</v></c></row>""",
                """<row r="5"><c r="A5"><v>4.0</v></c><c r="B5" t="inlineStr"><is><t> 2020/1/1 8:00:00 </t></is></c></row>""",
                """<row r="6"><c r="A6"><v>0.5</v></c><c r="B6" t="b"><v>1</v></c></row>"""
            )
        );

        TableFile.Open(path).Header.ShouldBe(["编号", "时间"]);
        Tables.Show(path).ShouldBe(["3: 101000295615|2020-01-01 12:00:00", "5: 4| 2020/1/1 8:00:00 ", "6: 0.5|TRUE"]);
        TableFile
            .Open(path)
            .Rows()
            .Select(row => row.Date(1))
            .First()
            .ShouldBe(new DateTime(2020, 1, 1, 12, 0, 0, DateTimeKind.Unspecified));
    }
}
