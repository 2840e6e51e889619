using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.App.Tests.Import;

public sealed class ImportCasesTests : IDisposable
{
    private const string Header = "reference,openedAt,closedAt,status,category,project,channel,demand,closingText,customer\n";

    private readonly TestFolder folder = new();

    private string DatabaseFile => folder.Of("x.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_row_becomes_a_case_with_its_opening_and_its_closing()
    {
        var answer = await Import(
            Header + "A1,2026-03-01 08:00:00,2026-03-02 09:30:00,closed,leak,云栖里,phone,\" 漏\u3000水 \",done,李\n"
        );

        answer.Exit.ShouldBe(0, answer.Error);
        answer.Out.Trim().ShouldBe("""{"read":1,"imported":1,"alreadyThere":0,"rejected":0,"warnings":0}""");
        var file = await Load("云栖里-2026-0001");
        file.Rules.ShouldBe("historic");
        (file.Source, file.Reference, file.Project, file.Customer).ShouldBe(("x", "A1", "云栖里", new Customer("李", null)));
        file.Events.Select(e => $"{e.Type} {e.At} {e.Data}")
            .ShouldBe([
                """CaseOpened 2026-03-01T08:00:00+08:00 {"channel":"phone","category":"leak","project":"云栖里","demand":"漏 水"}""",
                """CaseClosed 2026-03-02T09:30:00+08:00 {"text":"done"}""",
            ]);
        file.Judgement.Clocks.ShouldHaveSingleItem().State.ShouldBe(ClockState.Met);
    }

    [Theory]
    [InlineData("2026-03-02 08:00:00,closed", "closed", 1, 0)]
    [InlineData("2026-03-02 08:00:00,", "closed", 1, 0)]
    [InlineData(",", "open", 0, 0)]
    [InlineData(",open", "open", 0, 0)]
    [InlineData("2026-03-02 08:00:00,open", "open", 0, 1)]
    [InlineData("2026-03-01 08:00:00,closed", "closed", 1, 0)]
    [InlineData("2026-03-01 07:59:59,closed", "closed", 0, 1)]
    [InlineData("yesterday,closed", "closed", 0, 1)]
    [InlineData("1999-12-31 00:00:00,closed", "closed", 0, 1)]
    [InlineData(",closed", "closed", 0, 1)]
    public async Task Status_decides_and_only_a_usable_closing_time_gives_a_duration(
        string closing,
        string state,
        int durations,
        int warnings
    )
    {
        var answer = await Import($"reference,openedAt,closedAt,status\nA1,2026-03-01 08:00:00,{closing}\n");

        answer.Counts.ShouldBe([1, 1, 0, 0], answer.Error);
        answer.Count("warnings").ShouldBe(warnings);
        var total = (await Report()).ShouldHaveSingleItem();
        total.GetProperty(state).GetInt32().ShouldBe(1);
        total.GetProperty("durations").GetInt32().ShouldBe(durations);
        total.TryGetProperty("medianHours", out _).ShouldBe(durations > 0);
    }

    [Fact]
    public async Task What_stood_in_place_of_a_usable_closing_time_is_kept()
    {
        await Import(
            "reference,openedAt,closedAt,status\nA1,2026-03-01 08:00:00,2026-02-01 08:00:00,closed\nA2,2026-03-01 08:00:00,,closed\n"
        );

        (await Load("X-2026-0001")).Events[1].Data.ShouldBe("""{"closedAtText":"2026-02-01 08:00:00"}""");
        (await Load("X-2026-0002")).Events[1].Data.ShouldBe("""{"closedAtText":"—"}""");
    }

    [Fact]
    public async Task Rows_that_cannot_be_a_case_are_rejected_with_line_and_reason_and_the_others_are_imported()
    {
        var answer = await Import(
            "reference,openedAt,status,demand\n"
                + "A1,2026-03-01 08:00:00,open,\"one\ntwo\"\n"
                + ",2026-03-01 08:00:00,open,three\n"
                + "A3,,open,x\n"
                + "A4,1.3.2026,open,x\n"
                + "A5,1999-12-31 23:59:59,open,x\n"
                + "A6,2026-03-01 08:00:00,perhaps,\"x, y\"\n"
                + "A7,2026-03-01 08:00:00,open\n"
                + "A8,2026-03-01 08:00:00,open,\"x\"y\n"
                + "A9,2026-03-01 08:00:00,open,x\n"
        );

        answer.Exit.ShouldBe(1);
        answer.Counts.ShouldBe([9, 2, 0, 7]);
        answer.Error.ShouldContain("line 4: no reference");
        Tables
            .Show(folder.Of("x.csv.rejected.csv"))
            .ShouldBe([
                "2: 4|no reference||2026-03-01 08:00:00|open|three",
                "3: 5|no opening time|A3||open|x",
                "4: 6|the opening time \"1.3.2026\" fits none of the date forms|A4|1.3.2026|open|x",
                "5: 7|the opening time \"1999-12-31 23:59:59\" lies outside 2000 to 2099|A5|1999-12-31 23:59:59|open|x",
                "6: 8|the status \"perhaps\" is neither among open nor among closed|A6|2026-03-01 08:00:00|perhaps|x, y",
                "7: 5 cells under 6 column names",
                "8: 10|text follows a closing quote|A8|2026-03-01 08:00:00|open|x",
            ]);
    }

    [Fact]
    public async Task A_second_run_and_a_repeated_reference_import_nothing_twice()
    {
        const string Rows = "reference,openedAt\nA1,2026-03-01 08:00:00\nA1,2026-03-02 08:00:00\nA2,2026-03-03 08:00:00\n";

        (await Import(Rows)).Counts.ShouldBe([3, 2, 1, 0]);
        (await Import(Rows)).Counts.ShouldBe([3, 0, 3, 0]);
        (await Import(Rows + "A3,2026-03-04 08:00:00\n")).Counts.ShouldBe([4, 1, 3, 0]);
        (await Report())[0].GetProperty("cases").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_stores_nothing()
    {
        var path = folder.Write("x.csv", "reference,openedAt\nA1,2026-03-01 08:00:00\nA1,2026-03-01 08:00:00\n,2026-03-01 08:00:00\n");
        string[] import = ["import", "cases", path, "--database", DatabaseFile];

        var rehearsed = await Cli.Run([.. import, "--dry-run"]);
        rehearsed.Counts.ShouldBe([3, 1, 1, 1]);
        rehearsed.Exit.ShouldBe(1);
        File.Exists(DatabaseFile).ShouldBeFalse();

        (await Cli.Run(import)).Counts.ShouldBe([3, 1, 1, 1]);
        (await Cli.Run([.. import, "--dry-run"])).Counts.ShouldBe([3, 0, 2, 1]);
    }

    [Fact]
    public async Task An_import_of_many_batches_stores_every_row_once_in_the_order_of_the_file()
    {
        var text = new StringBuilder("reference,openedAt,closedAt\n");
        for (var i = 1; i <= 5003; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"A{i},2026-03-01 08:00:00,2026-03-01 {9 + (i % 10):00}:00:00\n");
        }

        (await Import(text.ToString())).Counts.ShouldBe([5003, 5003, 0, 0]);
        (await Load("X-2026-5003")).Reference.ShouldBe("A5003");
        (await Cli.Run("verify", "--database", DatabaseFile)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_turns_out_unreadable_in_its_middle_stores_nothing()
    {
        var text = new StringBuilder("reference,openedAt\n");
        for (var i = 0; i < 6000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"A{i},2026-03-01 08:00:00\n");
        }

        var packed = TestFolder.Gzipped(text.ToString());
        var cut = await Cli.Run("import", "cases", folder.Write("x.csv.gz", packed[..^20]), "--database", DatabaseFile);
        (cut.Exit, cut.Out).ShouldBe((2, ""));
        cut.Error.Trim().ShouldBe("x.csv.gz: the file is damaged (the gzip data is damaged or cut off, or holds no text)");

        var broken = folder.Write("y.csv", [.. Encoding.UTF8.GetBytes(text.ToString()), 0xFF, .. ",x\n"u8]);
        var wrong = await Cli.Run("import", "cases", broken, "--database", DatabaseFile);
        (wrong.Exit, wrong.Out).ShouldBe((2, ""));
        wrong.Error.ShouldContain("line 6002");

        File.Exists(DatabaseFile).ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_killed_in_its_middle_is_completed_by_a_second_run()
    {
        var text = new StringBuilder("reference,openedAt,demand\n");
        for (var i = 1; i <= 40_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"A{i},2026-03-01 08:00:00,{new string('水', 200)}\n");
        }

        var file = folder.Write("x.csv", text.ToString());
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (
            var word in new[] { Path.Combine(AppContext.BaseDirectory, "Shouwen.dll"), "import", "cases", file, "--database", DatabaseFile }
        )
        {
            start.ArgumentList.Add(word);
        }

        using var victim = Process.Start(start)!;
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!victim.HasExited && await pulse.WaitForNextTickAsync())
        {
            // Only what was committed is ever moved from the write-ahead log into the file itself.
            if (new FileInfo(DatabaseFile) is { Exists: true, Length: > 2_000_000 })
            {
                victim.Kill();
                break;
            }
        }

        await victim.WaitForExitAsync();
        (await victim.StandardOutput.ReadToEndAsync()).ShouldBeEmpty("the victim ended by itself");

        var there = (await Report())[0].GetProperty("cases").GetInt64();
        there.ShouldBeInRange(1, 39_999);
        var second = await Cli.Run("import", "cases", file, "--database", DatabaseFile);
        second.Counts.ShouldBe([40_000, 40_000 - there, there, 0], second.Error);
        (await Cli.Run("verify", "--database", DatabaseFile)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_workbook_is_imported_with_its_numbers_and_true_dates()
    {
        var book = TestFolder.Workbook(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>reference</t></is></c><c r="B1" t="inlineStr"><is><t>openedAt</t></is></c></row>""",
            """<row r="2"><c r="A2"><v>101000295615</v></c><c r="B2" s="1"><v>46082.5</v></c></row>""",
            """<row r="3"><c r="A3"><v>4.0</v></c><c r="B3" t="inlineStr"><is><t>2026-03-01 08:00</t></is></c></row>"""
        );

        var answer = await Cli.Run("import", "cases", folder.Write("x.xlsx", book), "--database", DatabaseFile);

        answer.Counts.ShouldBe([2, 2, 0, 0], answer.Error);
        var first = await Load("X-2026-0001");
        first.Reference.ShouldBe("101000295615");
        first.Events[0].At.ToString().ShouldBe("2026-03-01T12:00:00+08:00");
        (await Load("X-2026-0002")).Reference.ShouldBe("4");
    }

    [Fact]
    public async Task Times_of_another_zone_and_times_with_an_offset_mean_their_own_moment()
    {
        var map = folder.Write(
            "map.yaml",
            """
            kind: cases
            source: s
            zone: America/New_York
            columns: {reference: no, openedAt: at}
            dates: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm zzz"]
            """
        );
        var path = folder.Write("x.csv", "no,at\nA1,2026-07-01 08:00\nA2,2026-01-01 08:00\nA3,2026-01-01 08:00 +01:00\n");

        await Cli.Run("import", "cases", path, "--map", map, "--database", DatabaseFile);

        (await Load("X-2026-0001")).Events[0].At.ToString().ShouldBe("2026-07-01T20:00:00+08:00");
        (await Load("X-2026-0002")).Events[0].At.ToString().ShouldBe("2026-01-01T21:00:00+08:00");
        (await Load("X-2026-0003")).Events[0].At.ToString().ShouldBe("2026-01-01T15:00:00+08:00");
    }

    [Fact]
    public async Task Values_are_said_in_other_words_and_several_columns_make_one_demand()
    {
        var map = folder.Write(
            "map.yaml",
            """
            kind: cases
            source: office
            columns: {reference: 编号, openedAt: 时间, status: 状态, channel: 来源, demand: [标题, 内容]}
            status: {open: [处理中], closed: [已办结]}
            values: {channel: {电话: phone}}
            """
        );
        var path = folder.Write(
            "x.csv",
            "编号,时间,状态,来源,标题,内容\n1,2026-03-01,处理中,电话,漏水,三楼\n2,2026-03-01,已办结,来访,,门坏\n"
        );

        await Cli.Run("import", "cases", path, "--map", map, "--database", DatabaseFile);

        (await Load("X-2026-0001")).Events[0].Data.ShouldBe("""{"channel":"phone","demand":"漏水\n三楼"}""");
        var second = await Load("X-2026-0002");
        second.Events[0].Data.ShouldBe("""{"channel":"来访","demand":"门坏"}""");
        second.Source.ShouldBe("office");
    }

    [Theory]
    [InlineData(new[] { "import" }, "usage: import KIND FILE")]
    [InlineData(new[] { "import", "units", "x.csv" }, "cannot import units; the kinds there are so far: cases")]
    [InlineData(new[] { "import", "cases", "missing.csv" }, "missing.csv: there is no such file")]
    public async Task Bad_use_is_told(string[] words, string expected)
    {
        var answer = await Cli.Run(words);

        answer.Exit.ShouldBe(2);
        answer.Error.Trim().ShouldBe(expected);
    }

    [Fact]
    public async Task The_sample_of_the_tour_has_a_bit_of_everything()
    {
        var samples = Path.Combine(RealData.Root, "samples");
        File.Copy(Path.Combine(samples, "complaints.csv"), folder.Of("complaints.csv"));
        var map = Path.Combine(samples, "maps", "complaints.yaml");

        var answer = await Cli.Run("import", "cases", folder.Of("complaints.csv"), "--map", map, "--database", DatabaseFile);

        answer.Counts.ShouldBe([15, 11, 1, 3], answer.Error);
        answer.Count("warnings").ShouldBe(1);
        var projects = await Report("--by", "project");
        projects.Select(p => p.GetProperty("project").GetString()).ShouldBe(["临湖苑", "云杉里"]);
    }

    private Task<Answer> Import(string text) => Cli.Run("import", "cases", folder.Write("x.csv", text), "--database", DatabaseFile);

    private async Task<JsonElement[]> Report(params string[] options) =>
        [.. (await Cli.Run(["report", "cases", "--database", DatabaseFile, .. options])).Json.EnumerateArray()];

    private async Task<CaseFile> Load(string number)
    {
        await using var database = Database.Open(DatabaseFile, Shouwen.Tables.Schema, WhenMissing.Complain);
        var log = new CaseLog(database, RuleFolderLocation.Load().Value!, () => Context.Unknown, TimeProvider.System);
        return log.Load(number).ShouldNotBeNull();
    }
}
