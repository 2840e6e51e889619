using System.Globalization;
using System.Net;
using Shouldly;
using Shouwen.App.Tests.Rankings;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>EG-16: three months at the bottom of the ranking call for a decision, once, as long as the ranking says so.</summary>
public sealed class MonthlyDecisionTests : IAsyncLifetime
{
    private const string Work = "decisions.monthly";

    private TestApp app = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Timers:Enabled"] = "false" });
        number = await app.OpenCase("LA");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_third_month_at_the_bottom_calls_for_one_decision_for_each_of_the_ten()
    {
        await Months(21, "2026-07", "2026-08", "2026-09");
        await app.Run(Work, "2026-09-30 23:59");
        app.Items().ShouldBeEmpty("the third month is not over");

        await app.Run(Work, "2026-10-01 00:00");
        await app.Run(Work, "2026-10-01 00:00");
        await app.Run(Work, "2026-10-12 00:00");
        app.Items().ShouldBe([.. Last(10).Select(person => $"bottomTen proposed {person}")], ignoreOrder: true);
        app.Problems().ShouldBeEmpty();

        await Months(21, "2026-10");
        await app.Run(Work, "2026-11-01 00:00");
        app.Items().Count.ShouldBe(10, "the fourth month calls for nothing new");
    }

    [Fact]
    public async Task Where_twenty_are_ranked_nobody_is_at_the_bottom()
    {
        await Months(20, "2026-07", "2026-08", "2026-09");
        await app.Run(Work, "2026-10-01 00:00");
        app.Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rating_recorded_late_withdraws_what_nobody_has_decided_and_leaves_what_was()
    {
        await Months(21, "2026-07", "2026-08", "2026-09");
        await app.Run(Work, "2026-10-01 00:00");
        await Decide(World.Specialist, HttpStatusCode.SeeOther);

        await app.Rate(number, World.Specialist, "2026-09-30", [.. Enumerable.Repeat(5, 100)]);
        await app.Rate(number, "s02", "2026-09-30", [.. Enumerable.Repeat(5, 100)]);
        await app.Run(Work, "2026-10-02 00:00");

        // The two who rose leave the bottom to the two who were next; those were not there in the months before.
        app.Items()
            .ShouldBe(
                [
                    $"bottomTen decided {World.Specialist}",
                    "bottomTen withdrawn s02",
                    .. Last(10).Skip(2).Select(person => $"bottomTen proposed {person}"),
                ],
                ignoreOrder: true
            );
        app.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_says_what_called_for_it_and_tells_who_decides()
    {
        await Months(21, "2026-07", "2026-08", "2026-09");
        await app.Run(Work, "2026-10-01 00:00");
        var mine = (await app.Texts(World.Specialist, "/decisions", "tbody .no")).ShouldHaveSingleItem();
        (await app.Texts(World.Specialist, $"/decisions/{mine}", ".told dd")).ShouldContain(
            "2026-09 接待评分排名第 21 名，共 21 人；连续 3 个月"
        );
        (await app.Texts(World.GeneralManager, "/messages/mine", ".entries a, .entries b")).ShouldContain("待决定：连续排名末位处理");
        (await app.Status(World.OtherSpecialist, $"/decisions/{mine}")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Decide(string person, HttpStatusCode expected)
    {
        var id = (await app.Texts(person, "/decisions", "tbody .no")).ShouldHaveSingleItem();
        (
            await app.Do(
                World.GeneralManager,
                $"/decisions/{id}",
                "decision",
                ("measure", "fine"),
                ("amount", "500"),
                ("reason", "连续末位")
            )
        ).ShouldBe(expected);
    }

    /// <summary>Zhou is last in each month, s02 before him and so on.</summary>
    private async Task Months(int people, params string[] months)
    {
        foreach (var month in months)
        {
            foreach (var (person, i) in Last(people).Select((person, i) => (person, i)))
            {
                int[] scores = [.. Enumerable.Repeat(4, i), .. Enumerable.Repeat(3, 30 - i)];
                await app.Rate(number, person, month + "-15", scores);
            }
        }
    }

    private static IEnumerable<string> Last(int people) =>
        Enumerable.Range(1, people).Select(i => i == 1 ? World.Specialist : string.Create(CultureInfo.InvariantCulture, $"s{i:00}"));
}
