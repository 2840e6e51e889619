using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Relating;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Transfer;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Transfer;

/// <summary>EG-7: a service centre whose day has come hands its open cases to another place and closes.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private const string Page = "/organisation/LA/centre/transfer";

    private TestApp app = null!;
    private HttpClient admin = null!;
    private string leak = null!;
    private string lockCase = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        admin = await app.SignedIn(World.Administrator);
        leak = await Complaint.Leak().In(app);
        lockCase = await Complaint.Opened("2026-10-12 15:00", "3-2-1202", "门锁损坏").In(app);
        await Centre("LA", "2026-01-05");
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_open_cases_go_to_another_place_in_one_step_and_the_centre_closes()
    {
        (await admin.Page("/organisation/LA")).QuerySelector($"a[href='{Page}']").ShouldNotBeNull();
        var form = await admin.Page(Page);
        form.DocumentElement.TextContent.ShouldContain(leak);
        form.DocumentElement.TextContent.ShouldContain(lockCase);
        using var answer = await admin.Submit(Page, ("to", "east"), ("reason", "项目售后期满，由大区承接"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        var place = await admin.Page(answer.Headers.Location!.OriginalString);
        place.DocumentElement.TextContent.ShouldContain("中心已撤销");
        foreach (var number in new[] { leak, lockCase })
        {
            var record = app.Cases.Load(number)!.Records.ShouldHaveSingleItem();
            record.Name.ShouldBe("case.transferred");
            record.Text("to").ShouldBe("east");
            record.Text("reason").ShouldBe("项目售后期满，由大区承接");
        }

        (await admin.Page($"/cases/{leak}")).QuerySelector("ol.time")!.TextContent.ShouldContain("项目售后期满");
        app.ShouldVerify();
        (await Status(admin, Page)).ShouldBe(HttpStatusCode.NotFound, "a closed centre has nothing to hand over");
    }

    [Fact]
    public async Task The_desk_that_takes_over_sees_the_project_and_its_own_centre_waits_for_what_it_took()
    {
        await Centre("HY", "2026-01-06");
        using var he = await app.SignedIn(World.OtherSpecialist);
        (await Status(he, $"/cases/{leak}")).ShouldBe(HttpStatusCode.NotFound);
        (await admin.Submit(Page, ("to", "HY"), ("reason", "并入和苑"))).Dispose();
        app.Clock.Now += TimeSpan.FromSeconds(10);
        using var later = await app.SignedIn(World.OtherSpecialist);
        (await Status(later, $"/cases/{leak}")).ShouldBe(HttpStatusCode.OK);
        (await later.Page("/inbox")).DocumentElement.TextContent.ShouldContain(lockCase);
        var (status, says) = await admin.Tries("/organisation/HY/centre/closure", "/organisation/HY/centre/closure");
        status.ShouldBe(HttpStatusCode.Conflict);
        says[0].ShouldContain("还有 2 件未办结案件");
    }

    [Theory]
    [InlineData("", "期满", "请选择接收的中心或服务台")]
    [InlineData("LA", "期满", "请选择接收的中心或服务台")]
    [InlineData("YT", "期满", "请选择接收的中心或服务台")]
    [InlineData("nowhere", "期满", "请选择接收的中心或服务台")]
    [InlineData("east", "", "请填写移交原因")]
    public async Task Without_a_place_that_can_take_them_and_a_reason_nothing_is_handed_over(string to, string reason, string sentence)
    {
        var position = app.LogPosition();
        using var answer = await admin.Submit(Page, ("to", to), ("reason", reason));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await answer.Content.ReadAsStringAsync()).Texts("p.problem").ShouldBe([sentence]);
        app.LogPosition().ShouldBe(position);
    }

    [Fact]
    public async Task Before_its_warning_a_centre_hands_nothing_over()
    {
        await Centre("LA", "2026-06-20");
        var (status, says) = await admin.Tries(Page, Page, ("to", "east"), ("reason", "早了"));
        status.ShouldBe(HttpStatusCode.Conflict);
        says.ShouldBe(["售后服务中心 2026-12-20 撤销，提醒期开始前不能移交"]);
    }

    [Fact]
    public async Task In_the_time_of_warning_the_cases_go_and_the_centre_closes_on_its_day()
    {
        await Centre("LA", "2026-04-20");
        (await admin.Submit(Page, ("to", "east"), ("reason", "提前移交"))).Dispose();
        (await admin.Page("/organisation/LA")).DocumentElement.TextContent.ShouldNotContain("中心已撤销");
        app.Clock.Now = Complaint.At("2026-10-20 00:00");
        using var again = await app.SignedIn(World.Administrator);
        using var closed = await again.Submit("/organisation/LA/centre/closure");
        closed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task EG_7a_after_closing_the_intake_refuses_the_groups_book_and_takes_the_property_offices()
    {
        (await admin.Submit(Page, ("to", "east"), ("reason", "期满"))).Dispose();
        using var zhou = await app.SignedIn(World.Specialist);
        using var refused = await zhou.Submit("/cases/new", Matter("group"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain(
            "澜岸的售后服务中心已撤销，新案件按《物业服务中心投诉处理制度》登记（EG-7）"
        );
        using var taken = await zhou.Submit("/cases/new", Matter("property"));
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await taken.Content.ReadAsStringAsync());
        using var caller = await Caller.As(app);
        var called = await caller.Post("/cases", Caller.Complaint());
        called.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, called.ToString());
        called.Text("code").ShouldBe("centre.closed");
    }

    [Fact]
    public async Task Sixty_days_before_whoever_answers_for_it_is_told_once()
    {
        await Centre("LA", "2026-06-12");
        var warnings = app.Services.GetRequiredService<CentreWarnings>();
        (await warnings.Put(Complaint.At("2026-10-13 09:29"), CancellationToken.None)).ShouldBe(
            0,
            "12 December less 60 days is 13 October"
        );
        (await warnings.Put(Complaint.At("2026-10-12 09:30"), CancellationToken.None)).ShouldBe(0);
        (await warnings.Put(Complaint.At("2026-10-13 09:30"), CancellationToken.None)).ShouldBe(2);
        (await warnings.Put(Complaint.At("2026-10-13 12:00"), CancellationToken.None)).ShouldBe(0);
        (await warnings.Put(Complaint.At("2026-10-14 09:30"), CancellationToken.None)).ShouldBe(0, "told once, not daily");
        using var session = app.Services.GetRequiredService<Database>().Read();
        session
            .Query("SELECT person FROM outbox_message WHERE kind = 'centre.closing' ORDER BY person", row => row.Text(0))
            .ShouldBe(["chen", "deputy"]);
    }

    [Fact]
    public async Task Only_an_administrator_hands_over()
    {
        using var general = await app.SignedIn(World.GeneralManager);
        (await Status(general, Page)).ShouldBe(HttpStatusCode.Redirect);
    }

    private static (string, string)[] Matter(string rules) =>
        [
            ("rules", rules),
            ("project", "LA"),
            ("channel", "phone"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:30"),
            ("unit", "3-2-1201"),
            ("demand", "飘窗渗漏"),
        ];

    private async Task Centre(string project, string handover)
    {
        using var answer = await admin.SubmitFrom(
            $"/organisation/{project}",
            $"/organisation/{project}/centre",
            ("opens", "2024-01-01"),
            ("handover", handover)
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> Status(HttpClient who, string path)
    {
        using var answer = await who.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
