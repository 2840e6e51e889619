using System.Data;
using ExcelDataReader;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class ExportTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string formula = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        formula = await Complaint.Opened("2026-10-12 15:30", "1-1-101", "=HYPERLINK(\"http://x\",\"点我\"), 两行\n第二行").In(app);
        await Complaint.Opened("2026-10-12 15:31", "1-1-102", "-1+2 算式", "YT", "leasing").In(app);
        await Complaint.Opened("2026-10-12 15:32", "1-1-101", "门锁损坏", "HY").In(app);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Csv_holds_what_the_list_shows_with_its_mark_and_without_formulas()
    {
        using var me = await app.SignedIn(World.Chairman);
        using var answer = await me.GetAsync(new Uri("/cases/export.csv?state=open&sort=openedAt", UriKind.Relative));
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("客诉与报修-2026-10-12.csv");
        answer.Content.Headers.ContentDisposition.FileName.ShouldBe("cases-2026-10-12.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);

        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines[0].ShouldBe("时限,到期时间,编号,房号,客户,诉求,类别,责任部门,当前步骤,性质");
        lines[1]
            .ShouldBe(
                $"报批,2026-10-12 16:00:00,{formula},澜岸 1-1-101,李女士,\"'=HYPERLINK(\"\"http://x\"\",\"\"点我\"\"), 两行\n第二行\",维保修,物业公司,已登记,普通"
            );
        lines[2].ShouldContain(",'-1+2 算式,");
        lines.Length.ShouldBe(4, "the case of 和苑 is out of scope; the last line ends");
    }

    [Fact]
    public async Task The_register_is_printed_as_it_is_listed_and_who_printed_it_is_kept()
    {
        using var me = await app.SignedIn(World.Chairman);
        (await me.Page("/cases?state=open&category=property.repair"))
            .QuerySelector("a[href='/cases/print?state=open&category=property.repair']")
            .ShouldNotBeNull();
        var paper = await me.Page("/cases/print?state=open&category=property.repair&after=nonsense");
        paper.QuerySelectorAll("article.paper tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain(formula);
        paper.Texts("article.paper th")[..4].ShouldBe(["时限", "到期时间", "编号", "房号"]);
        paper.Body!.TextContent.ShouldNotContain("13800005678");
        (await me.Page("/cases/print?state=all")).QuerySelectorAll("article.paper tbody tr").Length.ShouldBe(2, "和苑 is out of scope");
        app.AccessNotes().ShouldContain(note => note.Staff == World.Chairman && note.Action == "cases.printed");
    }

    [Fact]
    public async Task A_workbook_holds_the_same_with_texts_as_texts_and_times_as_dates()
    {
        using var me = await app.SignedIn(World.Chairman);
        using var chosen = await me.SubmitFrom(
            "/cases/columns",
            "/cases/columns",
            ("column", "demand"),
            ("column", "openedAt"),
            ("column", "closedAt")
        );
        using var table = Sheet(await me.GetByteArrayAsync(new Uri("/cases/export.xlsx?state=open&sort=-openedAt", UriKind.Relative)));
        table.Rows[0].ItemArray.ShouldBe(["编号", "诉求", "登记时间", "办结时间"]);
        table.Rows[1].ItemArray[1..].ShouldBe(["-1+2 算式", new DateTime(2026, 10, 12, 15, 31, 0, DateTimeKind.Unspecified), DBNull.Value]);
        table.Rows[2].ItemArray[..2].ShouldBe([formula, "=HYPERLINK(\"http://x\",\"点我\"), 两行\n第二行"]);
        table.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Who_took_what_is_kept()
    {
        using var me = await app.SignedIn(World.Chairman);
        await me.GetByteArrayAsync(new Uri("/cases/export.xlsx?state=all&project=YT&after=d.1.1", UriKind.Relative));
        using var session = app.Services.GetRequiredService<Database>().Read();
        session
            .Query("SELECT staff, action, subject FROM access_note", row => (row.Text(0), row.Text(1), row.Text(2)))
            .ShouldBe([(World.Chairman, "cases.exported", "/cases/export.xlsx?state=all&project=YT")]);
    }

    [Fact]
    public async Task A_workbook_goes_on_with_the_next_sheet_and_takes_every_character()
    {
        using var file = new MemoryStream();
        using var writer = new XlsxWriter(file, "表 & <1>") { MostRows = 3 };
        await writer.Head(["甲"], default);
        string[] texts = ["a\u0001b", "𠮷 <>&\"'", "@x", " 前后 "];
        foreach (var text in texts)
        {
            await writer.Row([Cell.Of(text)], default);
        }

        await writer.Row([Cell.Of(12.5m)], default);
        await writer.Finish(default);

        using var book = ExcelReaderFactory.CreateReader(new MemoryStream(file.ToArray()));
        var read = new List<object?>();
        do
        {
            while (book.Read())
            {
                read.Add(book.GetValue(0));
            }
        } while (book.NextResult());

        read.ShouldBe(["甲", "a\uFFFDb", "𠮷 <>&\"'", "甲", "@x", " 前后 ", "甲", 12.5]);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_written_without_being_held()
    {
        using var counted = new Counting();
        using var writer = new XlsxWriter(counted, "大");
        await writer.Head(["编号", "诉求"], default);
        Cell[] row = [Cell.Of("LA-2026-0001"), Cell.Of("厨房下水管渗水，楼下也有水渍")];
        for (var i = 0; i < 100_000; i++)
        {
            await writer.Row(row, default);
        }

        var sentBefore = counted.Total;
        await writer.Finish(default);
        sentBefore.ShouldBeGreaterThan(counted.Total / 2);
        counted.Longest.ShouldBeLessThan(1_000_000, "it is sent in pieces");
    }

    private static DataTable Sheet(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var table = new DataTable();
        while (reader.Read())
        {
            while (table.Columns.Count < reader.FieldCount)
            {
                table.Columns.Add(new DataColumn { DataType = typeof(object) });
            }

            table.Rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) ?? DBNull.Value)]);
        }

        return table;
    }

    private sealed class Counting : Stream
    {
        public int Longest { get; private set; }

        public long Total { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => 0;

        public override long Position { get; set; }

        public override void Write(byte[] buffer, int offset, int count) => Longest = Math.Max(Longest, count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Longest = Math.Max(Longest, buffer.Length);
            Total += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => 0;

        public override long Seek(long offset, SeekOrigin origin) => 0;

        public override void SetLength(long value) { }
    }
}
