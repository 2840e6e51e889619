using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Organisation;

/// <summary>The tree and its service centres on the pages.</summary>
public sealed class PlacePagesTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient admin = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        admin = await app.SignedIn(World.Administrator);
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task EG_7_a_centre_with_open_cases_is_not_closed()
    {
        (await Post("/organisation/LA", "/organisation/LA/centre", ("opens", "2024-01-01"), ("handover", "2026-01-05"))).ShouldBe(
            HttpStatusCode.SeeOther
        );
        await Complaint.Opened("2026-10-12 09:00", "3-2-1201", "飘窗渗漏").In(app);
        (await admin.GetStringAsync(new Uri("/organisation", UriKind.Relative))).ShouldContain("应于 2026-07-05 撤销");

        using var refused = await admin.Submit("/organisation/LA/centre/closure");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("还有 1 件未办结案件");
    }

    [Fact]
    public async Task EG_7_a_centre_without_open_cases_closes_once_its_day_has_come()
    {
        await Post("/organisation/LA", "/organisation/LA/centre", ("opens", "2024-01-01"), ("handover", "2026-04-13"));
        (await Post("/organisation/LA/centre/closure", "/organisation/LA/centre/closure")).ShouldBe(
            HttpStatusCode.Conflict,
            "a day too early"
        );
        app.Clock.Now = Complaint.At("2026-10-13 00:00");
        (await Post("/organisation/LA/centre/closure", "/organisation/LA/centre/closure")).ShouldBe(HttpStatusCode.SeeOther);
        (await admin.GetStringAsync(new Uri("/organisation/LA", UriKind.Relative))).ShouldContain("中心已撤销");
    }

    [Fact]
    public async Task EG_7a_a_project_chooses_the_book_of_its_desk_after_the_centre()
    {
        (await Post("/organisation/LA", "/organisation/LA/centre/book", ("book", "group"))).ShouldBe(
            HttpStatusCode.UnprocessableEntity,
            "it has no centre yet"
        );
        await Post("/organisation/LA", "/organisation/LA/centre", ("opens", "2024-01-01"), ("handover", "2026-04-01"));
        (await Post("/organisation/LA", "/organisation/LA/centre/book", ("book", "historic"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        await Post("/organisation/LA/centre/closure", "/organisation/LA/centre/closure");
        using var zhou = await app.SignedIn(World.Specialist);
        (await Registers(zhou)).ShouldBe(HttpStatusCode.UnprocessableEntity, "as the measures say for all");
        (await Post("/organisation/LA", "/organisation/LA/centre/book", ("book", "group"))).ShouldBe(HttpStatusCode.SeeOther);
        (await Registers(zhou)).ShouldBe(HttpStatusCode.SeeOther, "as the project says for itself");
        (await Post("/organisation/LA", "/organisation/LA/centre/book", ("book", ""))).ShouldBe(HttpStatusCode.SeeOther);
        (await Registers(zhou)).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<HttpStatusCode> Registers(HttpClient zhou)
    {
        using var answer = await zhou.Submit(
            "/cases/new?rules=group",
            ("rules", "group"),
            ("project", "LA"),
            ("customerName", "李女士"),
            ("channel", "phone"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:30"),
            ("unit", "3-2-1201"),
            ("demand", "飘窗渗漏")
        );
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_new_project_can_take_cases()
    {
        (
            await Post("/organisation/new", "/organisation/new", ("parent", "south"), ("kind", "project"), ("code", "QH"), ("name", "栖湖"))
        ).ShouldBe(HttpStatusCode.SeeOther);
        (await admin.GetStringAsync(new Uri("/organisation", UriKind.Relative))).ShouldContain("栖湖");
        var number = await Complaint.Opened("2026-10-12 09:00", "1-1-101", "门锁损坏", "QH").In(app);
        number.ShouldStartWith("QH-");
        using var south = await app.SignedIn(World.OtherSpecialist);
        using var answer = await south.GetAsync(new Uri($"/cases/{number}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, "the specialist of another project");
    }

    [Theory]
    [InlineData("LA", "project", "south")]
    [InlineData("X 1", "project", "south")]
    [InlineData("NEW", "city", "LA")]
    [InlineData("NEW", "group", "")]
    public async Task A_place_stands_where_one_of_its_kind_can_stand(string code, string kind, string parent) =>
        (await Post("/organisation/new", "/organisation/new", ("parent", parent), ("kind", kind), ("code", code), ("name", "新"))).ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );

    [Fact]
    public async Task A_place_with_people_in_post_is_not_closed()
    {
        using var refused = await admin.Submit("/organisation/LA/closure");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("3 人在任");
    }

    [Fact]
    public async Task Only_an_administrator_sees_the_organisation()
    {
        using var visitor = await app.SignedIn(World.GeneralManager);
        foreach (
            var page in new[]
            {
                "/organisation",
                "/organisation/LA",
                "/staff/zhou",
                "/organisation/export",
                "/organisation/import",
                "/owner-codes",
            }
        )
        {
            using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, page);
            answer.Headers.Location!.ToString().ShouldContain("/error/403");
        }
    }

    private async Task<HttpStatusCode> Post(string page, string action, params (string, string)[] fields)
    {
        using var answer = await admin.SubmitFrom(page, action, fields);
        return answer.StatusCode;
    }
}
