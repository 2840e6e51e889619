using System.Net;
using System.Text.Json;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Rankings;

/// <summary>EG-16 over HTTP: the ranking of the specialists, and who sees it when.</summary>
public sealed class SpecialistRankingTests : IAsyncLifetime
{
    private const string Page = "/rankings/2026-10/specialists";
    private const string Call = "/api/v1/rankings/2026-10/specialists";

    private static readonly string[] Ways = [Page, Page + "/bulletin", Page + ".xlsx", Call];

    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        var la = await app.OpenCase("LA");
        var hy = await app.OpenCase("HY");
        await app.Rate(la, World.Specialist, "2026-10-09", 5, 4, 4, 4, 4);
        await app.Rate(hy, World.OtherSpecialist, "2026-10-09", 5, 5, 5, 5, 4);
        await app.Rate(hy, "new", "2026-10-09", 5, 5, 5, 5);
        await app.Rate(la, World.Specialist, "2026-09-30", 1, 1, 1, 1, 1);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("2026-10-31 23:59", false)]
    [InlineData("2026-11-01 00:00", true)]
    public async Task A_specialist_sees_the_own_score_in_no_way_before_the_ranking_is_out(string at, bool isOut)
    {
        app.Clock.Now = Complaint.At(at);
        using var zhou = await app.SignedIn(World.Specialist);
        foreach (var way in Ways)
        {
            using var answer = await zhou.GetAsync(new Uri(way, UriKind.Relative));
            var expected =
                isOut || way == Page ? HttpStatusCode.OK
                : way == Call ? HttpStatusCode.Forbidden
                : HttpStatusCode.NotFound;
            answer.StatusCode.ShouldBe(expected, way);
        }

        var page = await zhou.Page(Page);
        page.Texts(".people tbody tr").ShouldBe(isOut ? ["2 周敏 澜岸 4.20 5"] : []);
        page.Texts(".empty h2").ShouldBe(isOut ? [] : ["本月排名尚未公布"]);
        page.Body!.TextContent.Contains("4.20", StringComparison.Ordinal).ShouldBe(isOut);
    }

    [Fact]
    public async Task The_group_centre_sees_the_running_month_and_who_was_rated_in_it_does_not_whatever_the_role()
    {
        using var deputy = await app.SignedIn(World.DeputyManager);
        (await deputy.Page(Page)).Texts(".people tbody tr").ShouldBe(["1 何苗 和苑 4.80 5", "2 周敏 澜岸 4.20 5", "– new 和苑 – 4"]);
        using var chairman = await app.SignedIn(World.Chairman);
        (await chairman.Page(Page)).Texts(".empty h2").ShouldBe(["本月排名尚未公布"]);

        await app.Rate(await app.OpenCase("LA"), World.DeputyManager, "2026-10-10", 5);
        (await deputy.Page(Page)).Texts(".empty h2").ShouldBe(["本月排名尚未公布"]);
        using var general = await app.SignedIn(World.GeneralManager);
        (await general.Page(Page)).Texts(".people tbody tr").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Once_it_is_out_everybody_sees_the_own_line_and_the_named_roles_those_in_scope()
    {
        app.Clock.Now = Complaint.At("2026-11-02 09:00");
        foreach (
            var (who, names) in new (string, string[])[]
            {
                (World.GeneralManager, ["何苗", "周敏", "new"]),
                (World.Hr, ["何苗", "周敏", "new"]),
                (World.Chairman, ["周敏"]),
                (World.OtherSpecialist, ["何苗"]),
                (World.Leader, []),
            }
        )
        {
            using var visitor = await app.SignedIn(who);
            (await visitor.Page(Page)).Texts(".people tbody th").ShouldBe(names, who);
            using var json = JsonDocument.Parse(await visitor.GetStringAsync(new Uri(Call, UriKind.Relative)));
            json.RootElement.GetProperty("specialists").GetArrayLength().ShouldBe(names.Length, who);
            json.RootElement.GetProperty("of").GetInt32().ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_specialist_whom_nobody_rated_stands_there_without_a_rank()
    {
        using var general = await app.SignedIn(World.GeneralManager);
        (await general.Page("/rankings/2026-09/specialists")).Texts(".people tbody tr").ShouldBe(["1 周敏 澜岸 1.00 5", "– 何苗 和苑 – 0"]);
    }

    [Fact]
    public async Task The_paper_and_the_workbook_hold_the_lines_and_are_noted()
    {
        using var general = await app.SignedIn(World.GeneralManager);
        var paper = await general.Page(Page + "/bulletin");
        paper.Texts(".paper tbody th").ShouldBe(["何苗", "周敏", "new"]);
        paper.QuerySelector(".paper footer")!.TextContent.ShouldContain("EG-16");
        using var book = await general.GetAsync(new Uri(Page + ".xlsx", UriKind.Relative));
        book.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        app.AccessNotes().ShouldContain((World.GeneralManager, "specialists.printed", "2026-10"));
        app.AccessNotes().ShouldContain((World.GeneralManager, "specialists.exported", "2026-10"));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("x")]
    public async Task A_month_that_is_none_is_not_there(string month)
    {
        using var general = await app.SignedIn(World.GeneralManager);
        foreach (var way in Ways)
        {
            using var answer = await general.GetAsync(new Uri(way.Replace("2026-10", month, StringComparison.Ordinal), UriKind.Relative));
            answer.StatusCode.ShouldBe(way == Call ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.NotFound);
        }
    }
}
