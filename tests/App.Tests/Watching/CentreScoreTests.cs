using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Testing;
using Shouwen.Watching.Model;
using Shouwen.Watching.Scores;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>EG-39: a service centre's month, from its video checks and its cases.</summary>
public sealed class CentreScoreTests : IAsyncLifetime
{
    private const string October = "/rankings/2026-10/centres";
    private static readonly ScoreTerms Terms = new(
        "EG-39",
        "videoCheck",
        new Condition(new Dictionary<string, IReadOnlyList<string>>()),
        40,
        30,
        30
    );

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public void The_score_is_the_weighted_mean_and_equals_share_a_rank()
    {
        var scores = CentreScore.Of(
            ["A", "B", "C", "D"],
            new Dictionary<string, Rate>
            {
                ["A"] = new(3, 4),
                ["B"] = new(3, 4),
                ["C"] = new(1, 1),
                ["D"] = default,
            },
            new[] { "A", "B", "C", "D" }.ToDictionary(
                id => id,
                id => id == "C" ? new CentreResult(1, 1, 1, 1) : new CentreResult(2, 1, 4, 2)
            ),
            Terms
        );
        scores
            .Select(each => (each.Project, each.Score, each.Rank))
            .ShouldBe([("C", 100m, 1), ("A", 60m, 2), ("B", 60m, 2), ("D", null, null)]);
        CentreScore
            .Of(
                ["D"],
                new Dictionary<string, Rate>(),
                new Dictionary<string, CentreResult> { ["D"] = new(2, 1, 4, 2) },
                Terms with
                {
                    Standard = 0,
                }
            )[0]
            .Score.ShouldBe(50m, "what does not weigh may be missing");
    }

    [Fact]
    public async Task A_month_is_scored_from_checks_and_cases()
    {
        await Check("good");
        await Check("good");
        await Check("breach");
        await OnTheSpot().In(app);
        await Complaint.Leak().In(app);
        app.Clock.Now = Complaint.At("2026-11-02 09:00");
        await app.Cases.Sweep(app.Clock.Now);

        (await app.Texts(World.GeneralManager, October, ".ranking tbody tr")).ShouldBe(["1 澜岸66.7%2/350.0%1/20.0%0/141.7"]);
        (await app.Texts(World.GeneralManager, October + "/bulletin", ".paper tbody th")).ShouldBe(["澜岸"]);
        (await app.Texts(World.OtherSpecialist, October, ".ranking tbody tr")).ShouldBeEmpty();
        (await app.Texts(World.Chairman, October, ".ranking tbody th")).ShouldBe(["澜岸"]);
        using var general = await app.SignedIn(World.GeneralManager);
        using var book = await general.GetAsync(new Uri(October + ".xlsx", UriKind.Relative));
        book.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    [Theory]
    [InlineData("2026-10-31 23:59", "1/1")]
    [InlineData("2026-11-01 00:00", "0/1")]
    public async Task Finished_late_but_within_the_month_is_completed(string applied, string completion)
    {
        await Complaint.Leak().Then("closure.applied", applied, "gao", new { document = true }).In(app);
        app.Clock.Now = Complaint.At("2026-11-02 09:00");
        await app.Cases.Sweep(app.Clock.Now);
        (await app.Texts(World.GeneralManager, October, ".ranking tbody td:nth-child(5) small")).ShouldBe([completion]);
    }

    [Fact]
    public async Task A_case_taken_up_again_was_not_solved_on_the_spot()
    {
        await OnTheSpot().Then("case.reopened", "2026-10-09 09:00", "zhou", new { reason = "又漏" }).In(app);
        (await app.Texts(World.GeneralManager, October, ".ranking tbody td:nth-child(4) small")).ShouldBe(["0/1"]);
    }

    [Fact]
    public async Task A_month_without_anything_says_so_and_one_that_is_none_is_not_there()
    {
        (await app.Texts(World.GeneralManager, "/rankings/2031-01/centres", ".empty h2")).ShouldBe(["本月没有可以考评的数据"]);
        foreach (var way in new[] { "/rankings/2026-13/centres", "/rankings/x/centres/bulletin", "/rankings/x/centres.xlsx" })
        {
            (await app.Status(World.GeneralManager, way)).ShouldBe(HttpStatusCode.NotFound, way);
        }
    }

    private static Complaint OnTheSpot() =>
        Complaint
            .Opened("2026-10-08 09:00", "3-2-1201", "门禁卡失灵")
            .Then("case.resolvedOnSpot", "2026-10-08 09:10", "zhou", new { signature = true });

    private Task<string> Check(string finding) =>
        app.Write(World.DeputyManager, "videoCheck", "LA", ("specialist", World.Specialist), ("item", "dress"), ("finding", finding));
}
