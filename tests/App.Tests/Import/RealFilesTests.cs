using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shouwen.App.Tests.Import;

/// <summary>Every expected figure was computed from the files by another program, in another language.</summary>
public sealed class RealFilesTests(RealFiles files) : IClassFixture<RealFiles>
{
    [RealDataTheory]
    [InlineData("requests_2011.csv.gz", 29004, 29004, 0, 0)]
    [InlineData("requests_2015.csv.gz", 60762, 60762, 0, 0)]
    [InlineData("requests_2015_2024_sample.csv.gz", 2520, 2520, 0, 0)]
    [InlineData("heat_complaints_2020_2021.csv", 1761, 1746, 13, 2)]
    [InlineData("messages_replied.csv", 1377, 1377, 0, 0)]
    [InlineData("messages_votes.csv", 2198, 2198, 0, 0)]
    [InlineData("messages_labelled.csv", 712, 696, 16, 0)]
    [InlineData("messages_labelled_gb18030.csv", 712, 696, 16, 0)]
    [InlineData("messages_unlabelled.csv", 1425, 1425, 0, 0)]
    public async Task Every_row_is_imported_or_already_there_or_rejected_and_a_second_run_imports_nothing(
        string file,
        long read,
        long imported,
        long alreadyThere,
        long rejected
    )
    {
        var first = await files.Imported(file);
        first.Counts.ShouldBe([read, imported, alreadyThere, rejected], first.Error);
        first.Exit.ShouldBe(rejected == 0 ? 0 : 1);
        File.Exists(files.Copy(file) + ".rejected.csv").ShouldBe(rejected > 0);

        var second = await files.Import(file);
        second.Counts.ShouldBe([read, 0, imported + alreadyThere, rejected]);

        var total = (await files.Report(file)).ShouldHaveSingleItem();
        total.GetProperty("cases").GetInt64().ShouldBe(imported);
    }

    [RealDataTheory]
    [InlineData("requests_2015.csv.gz", 91 + 37, "91 rows closed before they were opened")]
    [InlineData("requests_2015.csv.gz", 91 + 37, "37 rows still open with a closing time or text")]
    [InlineData("requests_2015.csv.gz", 91 + 37, "175 rows with the replacement character")]
    [InlineData("requests_2011.csv.gz", 19, "19 rows still open with a closing time or text")]
    [InlineData("messages_replied.csv", 35, "35 rows with _x000D_")]
    [InlineData("messages_replied.csv", 35, "3 rows with zero-width or private-use characters")]
    [InlineData("messages_unlabelled.csv", 66, "66 rows with _x000D_")]
    [InlineData("messages_labelled.csv", 19, "19 rows with _x000D_")]
    public async Task The_dirt_that_is_known_is_told(string file, long warnings, string sentence)
    {
        var answer = await files.Imported(file);

        answer.Count("warnings").ShouldBe(warnings);
        answer.Error.ShouldContain(sentence);
    }

    [RealDataFact]
    public async Task Rows_without_a_reference_stand_in_the_rejected_file_with_their_lines()
    {
        const string File = "heat_complaints_2020_2021.csv";
        await files.Imported(File);

        var rejected = Tables.Show(files.Copy(File) + ".rejected.csv");

        rejected.Length.ShouldBe(2);
        rejected[0].ShouldStartWith("2: 1797|no reference|");
        rejected[1].ShouldStartWith("3: 1798|no reference|");
    }

    [RealDataFact]
    public async Task The_file_in_GB18030_gives_the_texts_of_the_one_in_UTF8_and_both_are_cleaned_as_written()
    {
        var utf8 = await files.Texts("messages_labelled.csv");
        var gb = await files.Texts("messages_labelled_gb18030.csv");
        gb.ShouldBe(utf8);

        var demands = utf8.Select(text => text.Key + "\t" + JsonDocument.Parse(text.Value).RootElement.GetProperty("demand").GetString());
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', demands))));
        digest.ShouldBe("ea03c0f3d27adeb3fb737f2c66c18b7acd27152d30803c98980a427a683637fd");
    }

    [RealDataTheory]
    [InlineData("requests_2011.csv.gz", 29004, 1832, 27172, 27172, 18877, 22.432083333333335, 1989.8963888888889)]
    [InlineData("requests_2015.csv.gz", 60762, 9936, 50826, 50735, 33325, 66.71777777777778, 931.2075)]
    [InlineData("heat_complaints_2020_2021.csv", 1746, 0, 1746, 1746, 1353, 76.81666666666666, 236.05)]
    [InlineData("messages_replied.csv", 1377, 0, 1377, 1377, 484, 271.1813888888889, 981.9072222222222)]
    public async Task The_report_over_all_cases_gives_the_figures(
        string file,
        long cases,
        long open,
        long closed,
        long durations,
        long onTime,
        double median,
        double p90
    )
    {
        var total = (await files.Report(file, "--limit", "7d")).ShouldHaveSingleItem();

        ShouldShow(total, cases, open, closed, durations, onTime, median, p90);
    }

    [RealDataTheory]
    [InlineData("Heat - Excessive  Insufficient", 226, 46, 180, 180, 101, 77.87291666666667, 1295.9372222222223)]
    [InlineData("Unsatisfactory Living Conditions", 1201, 503, 698, 698, 103, 1144.8002777777779, 3501.5041666666666)]
    [InlineData("ADA", 1, 0, 1, 1, 0, 14134.201388888889, 14134.201388888889)]
    public async Task The_report_by_category_gives_the_figures_of_each(
        string category,
        long cases,
        long open,
        long closed,
        long durations,
        long onTime,
        double median,
        double p90
    )
    {
        var groups = await files.Report("requests_2011.csv.gz", "--by", "category", "--limit", "7d");

        groups.Length.ShouldBe(135);
        groups.Select(Category).ShouldBe(groups.Select(Category).Order(StringComparer.Ordinal));
        ShouldShow(groups.Single(group => Category(group) == category), cases, open, closed, durations, onTime, median, p90);

        static string? Category(JsonElement group) => group.GetProperty("category").GetString();
    }

    [RealDataFact]
    public async Task The_report_by_month_of_opening_counts_the_month_as_written_in_the_file()
    {
        var months = await files.Report("heat_complaints_2020_2021.csv", "--by", "month", "--limit", "36h");

        months
            .Select(m => m.GetProperty("month").GetString())
            .ShouldBe(["2020-09", "2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03", "2021-04"]);
        ShouldShow(months[0], 52, 0, 52, 52, 5, 133.5, 289.43333333333334);
        ShouldShow(months[5], 515, 0, 515, 515, 178, 49.3, 136.35);
    }

    [RealDataFact]
    public async Task The_report_by_project_and_channel_sorts_the_rows_without_a_project_first()
    {
        var groups = await files.Report("requests_2015.csv.gz", "--by", "project,channel", "--limit", "7d");

        groups.Length.ShouldBe(149);
        groups[0].GetProperty("project").ValueKind.ShouldBe(JsonValueKind.Null);
        groups[0].GetProperty("channel").GetString().ShouldBe("Citizens Connect App");
        ShouldShow(groups[2], 4427, 1303, 3124, 3124, 2688, 0.04402777777777778, 335.9872222222222);
        groups[^1].GetProperty("project").GetString().ShouldBe("West Roxbury");
        ShouldShow(groups[^1], 487, 20, 467, 467, 291, 123.49583333333334, 574.57);
    }

    [RealDataFact]
    public async Task The_report_of_one_month_takes_the_first_day_in_and_leaves_the_last_one_out()
    {
        var february = (
            await files.Report("requests_2015.csv.gz", "--from", "2015-02-01", "--to", "2015-03-01", "--limit", "168h")
        ).ShouldHaveSingleItem();

        ShouldShow(february, 4525, 1129, 3396, 3396, 1833, 127.60277777777777, 1151.588888888889);
    }

    private static void ShouldShow(
        JsonElement group,
        long cases,
        long open,
        long closed,
        long durations,
        long onTime,
        double median,
        double p90
    )
    {
        string[] names = ["cases", "open", "closed", "durations", "onTime"];
        names.Select(name => group.GetProperty(name).GetInt64()).ShouldBe([cases, open, closed, durations, onTime]);
        group.GetProperty("medianHours").GetDouble().ShouldBe(median, 1e-9);
        group.GetProperty("p90Hours").GetDouble().ShouldBe(p90, 1e-9);
    }
}
