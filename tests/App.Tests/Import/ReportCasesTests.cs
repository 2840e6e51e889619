using Shouldly;
using Xunit;

namespace Shouwen.App.Tests.Import;

public sealed class ReportCasesTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_middle_is_the_mean_of_two_and_the_ninetieth_is_the_nearest_rank()
    {
        await Import(Hours(1, 2, 4, 8, 16, 32, 64, 128, 256, 512));

        Flat(await Report("--limit", "16h"))
            .ShouldBe("""[{"cases":10,"open":0,"closed":10,"durations":10,"onTime":5,"medianHours":24,"p90Hours":256}]""");
        Flat(await Report()).ShouldBe("""[{"cases":10,"open":0,"closed":10,"durations":10,"medianHours":24,"p90Hours":256}]""");
    }

    [Fact]
    public async Task Exactly_at_the_limit_is_on_time_and_a_day_is_24_hours()
    {
        await Import("reference,openedAt,closedAt\n1,2026-03-01 08:00:00,2026-03-02 08:00:00\n2,2026-03-01 08:00:00,2026-03-02 08:00:01\n");

        Flat(await Report("--limit", "1d")).ShouldContain("\"onTime\":1,");
        Flat(await Report("--limit", "24h")).ShouldContain("\"onTime\":1,");
    }

    [Fact]
    public async Task Nothing_gives_one_object_of_zeros_without_keys_and_none_with_keys()
    {
        await Import("reference,openedAt\n");

        Flat(await Report("--limit", "7d")).ShouldBe("""[{"cases":0,"open":0,"closed":0,"durations":0,"onTime":0}]""");
        Flat(await Report("--by", "category")).ShouldBe("[]");
    }

    [Fact]
    public async Task Keys_stand_in_each_object_and_sort_with_null_first_then_by_code_unit()
    {
        await Import(
            "reference,openedAt,category,project\n"
                + "1,2026-03-31 23:59:59,b,p\n2,2026-04-01 00:00:00,B,p\n3,2026-04-01 00:00:00,,p\n4,2026-04-01 00:00:00,b,\n"
        );

        Flat(await Report("--by", "category,month"))
            .ShouldBe(
                """[{"category":null,"month":"2026-04","cases":1,"open":1,"closed":0,"durations":0},"""
                    + """{"category":"B","month":"2026-04","cases":1,"open":1,"closed":0,"durations":0},"""
                    + """{"category":"b","month":"2026-03","cases":1,"open":1,"closed":0,"durations":0},"""
                    + """{"category":"b","month":"2026-04","cases":1,"open":1,"closed":0,"durations":0}]"""
            );
        Flat(await Report("--by", "project", "--from", "2026-04-01", "--to", "2026-04-02"))
            .ShouldBe(
                """[{"project":null,"cases":1,"open":1,"closed":0,"durations":0},{"project":"p","cases":2,"open":2,"closed":0,"durations":0}]"""
            );
        Flat(await Report("--to", "2026-04-01")).ShouldContain("\"cases\":1,");
    }

    [Theory]
    [InlineData("--by", "colour")]
    [InlineData("--by", "")]
    [InlineData("--by", "month,month")]
    [InlineData("--limit", "7")]
    [InlineData("--limit", "d")]
    [InlineData("--limit", "-1d")]
    [InlineData("--limit", "1.5h")]
    [InlineData("--limit", "99999999999d")]
    [InlineData("--from", "2026-02-30")]
    [InlineData("--to", "1.3.2026")]
    public async Task A_bad_option_is_named(string option, string value)
    {
        var answer = await Cli.Run("report", "cases", option, value, "--database", folder.Of("x.db"));

        (answer.Exit, answer.Out).ShouldBe((2, ""));
        answer.Error.ShouldStartWith(option);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_and_not_made()
    {
        var answer = await Cli.Run("report", "cases", "--database", folder.Of("none.db"));

        answer.Exit.ShouldBe(2);
        answer.Error.ShouldContain("no such database file");
        File.Exists(folder.Of("none.db")).ShouldBeFalse();
    }

    private static string Hours(params int[] hours)
    {
        var start = new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Unspecified);
        return "reference,openedAt,closedAt\n"
            + string.Concat(hours.Select((h, i) => $"{i},{start:yyyy-MM-dd HH:mm:ss},{start.AddHours(h):yyyy-MM-dd HH:mm:ss}\n"));
    }

    private static string Flat(Answer answer) => System.Text.Json.JsonSerializer.Serialize(answer.Json);

    private async Task Import(string text)
    {
        var answer = await Cli.Run("import", "cases", folder.Write("x.csv", text), "--database", folder.Of("x.db"));
        answer.Exit.ShouldBe(0, answer.Error);
    }

    private Task<Answer> Report(params string[] options) => Cli.Run(["report", "cases", "--database", folder.Of("x.db"), .. options]);
}
