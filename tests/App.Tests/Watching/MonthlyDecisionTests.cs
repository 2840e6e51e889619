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
        app = await TestApp.StartWithWorld();
        number = await app.OpenCase("LA");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_third_month_at_the_bottom_calls_for_one_decision_for_each_of_the_ten()
    {
        await Months(21, "2026-07", "2026-08", "2026-09");
        await app.Run(Work, "2026-09-30 23:59");
        Bottom().ShouldBeEmpty("the third month is not over");

        await app.Run(Work, "2026-10-01 00:00");
        await app.Run(Work, "2026-10-01 00:00");
        await app.Run(Work, "2026-10-12 00:00");
        Bottom().ShouldBe([.. Last(10).Select(person => $"bottomTen proposed {person}")], ignoreOrder: true);
        app.Problems().ShouldBeEmpty();

        await Months(21, "2026-10");
        await app.Run(Work, "2026-11-01 00:00");
        Bottom().Count.ShouldBe(10, "the fourth month calls for nothing new");
    }

    [Fact]
    public async Task Where_twenty_are_ranked_nobody_is_at_the_bottom()
    {
        await Months(20, "2026-07", "2026-08", "2026-09");
        await app.Run(Work, "2026-10-01 00:00");
        Bottom().ShouldBeEmpty();
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
        Bottom()
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

    [Fact]
    public async Task SN_64_the_first_three_and_who_finished_in_time_are_proposed_for_commendation_each_month()
    {
        await Months(21, "2026-09");
        foreach (var day in Enumerable.Range(10, 5))
        {
            await InTime($"2026-09-{day}").In(app);
        }

        await app.Run(Work, "2026-10-01 00:00");
        string[] expected = ["s19", "s20", "s21", World.Department];
        app.Items().ShouldBe([.. expected.Select(person => $"commendation proposed {person}")], ignoreOrder: true);
        await app.Run(Work, "2026-11-01 00:00");
        app.Items().Count.ShouldBe(4, "October had no results");
    }

    [Fact]
    public async Task Four_cases_in_time_are_not_enough_for_a_commendation()
    {
        foreach (var day in Enumerable.Range(10, 4))
        {
            await InTime($"2026-09-{day}").In(app);
        }

        await app.Run(Work, "2026-10-01 00:00");
        app.Items().ShouldBeEmpty();
    }

    private List<string> Bottom() => [.. app.Items().Where(item => item.StartsWith("bottomTen", StringComparison.Ordinal))];

    /// <summary>Ordered in the morning, to be finished on the next day, finished in the afternoon.</summary>
    private static Complaint InTime(string day) =>
        Complaint
            .Opened(day + " 09:00", "3-2-1201", "飘窗渗漏")
            .Then(
                "order.submitted",
                day + " 09:10",
                "zhou",
                new { requiredBy = (Complaint.At(day + " 11:00") + TimeSpan.FromDays(1)).ToString() }
            )
            .Then("order.approved", day + " 09:20", "deputy")
            .Then(
                "order.issued",
                day + " 09:30",
                "general",
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = "liang",
                    chairman = "chen",
                }
            )
            .Then("closure.applied", day + " 15:00", "gao", new { document = true })
            .Then(
                "callback.made",
                day + " 15:10",
                "zhou",
                new
                {
                    purpose = "closure",
                    reached = true,
                    score = 4,
                }
            )
            .Then("closure.accepted", day + " 15:20", "zhou")
            .Then("closure.reviewed", day + " 15:30", "deputy")
            .Then("closure.approved", day + " 15:40", "general");

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
