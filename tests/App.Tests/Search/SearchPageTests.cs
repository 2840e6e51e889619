using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Search;

public sealed class SearchPageTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient wide = null!;
    private HttpClient narrow = null!;
    private long li;
    private string leak = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        wide = await app.SignedIn(World.Reader);
        narrow = await app.SignedIn(World.OtherSpecialist);
        li = await Own("LA", "3-2-1201", "李女士", "13800005678");
        await Own("HY", "3-2-1202", "林先生", "13800001234");
        leak = await Complaint.Opened("2026-10-12 15:15", "3-2-1201", "飘窗渗漏，墙面起皮").In(app);
        await app.Services.GetRequiredService<CaseIndex>().CatchUp(CaseIndex.WhileServing);
    }

    public async Task DisposeAsync()
    {
        wide.Dispose();
        narrow.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("渗漏", "案件")]
    [InlineData("李女士", "客户 案件")]
    [InlineData("lns", "客户 案件")]
    [InlineData("5678", "客户 案件")]
    [InlineData("3-2-12", "房号")]
    [InlineData("3-2-1201", "房号 案件")]
    [InlineData("LA-2026", "编号")]
    public async Task Results_stand_in_groups(string text, string groups) =>
        string.Join(' ', (await wide.Page($"/search?q={text}")).Texts("#found h2")).ShouldBe(groups);

    [Fact]
    public async Task A_whole_number_leads_straight_to_the_case()
    {
        using var answer = await wide.GetAsync(new Uri($"/search?q={leak.ToLowerInvariant()}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe($"/cases/{leak}");
    }

    [Fact]
    public async Task Phones_are_masked_and_every_result_is_a_page()
    {
        var page = await wide.Page("/search?q=李");
        page.Body!.TextContent.ShouldContain("138****5678");
        page.Body.TextContent.ShouldNotContain("13800005678");
        foreach (var link in page.QuerySelectorAll("#found a").Select(a => a.GetAttribute("href")!))
        {
            using var answer = await wide.GetAsync(new Uri(link, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task The_sentence_that_matched_is_shown_with_what_was_looked_for_marked()
    {
        var number = await Complaint
            .Opened("2026-10-12 15:16", "1-1-101", "水管漏水")
            .Then("order.submitted", "2026-10-12 15:20", "zhou", new { requiredBy = Complaint.At("2026-10-14 18:00").ToString() })
            .Then("order.approved", "2026-10-12 15:21", "deputy")
            .Then(
                "order.issued",
                "2026-10-12 15:22",
                "general",
                new
                {
                    department = "property",
                    accountable = "gao",
                    leader = "liang",
                    chairman = "chen",
                }
            )
            .Then("progress.recorded", "2026-10-12 15:30", "gao", new { text = "已到场。<b>闭水</b>试验明天做第二遍！业主同意。" })
            .In(app);
        await app.Services.GetRequiredService<CaseIndex>().CatchUp(CaseIndex.AtOnce);
        foreach (var path in new[] { "/search?q=闭水", "/search?q=闭水&in=cases" })
        {
            var page = await wide.Page(path);
            page.Texts("mark").ShouldBe(["闭水"], path);
            page.Texts(".what").ShouldBe(["<b>闭水</b>试验明天做第二遍！"], path);
            (await narrow.Page(path)).QuerySelector("mark").ShouldBeNull(path);
        }

        (await wide.Page("/search?q=5678")).QuerySelector("mark").ShouldBeNull();
        await app.Cases.Erase(number);
        (await wide.Page("/search?q=闭水")).QuerySelector("mark").ShouldBeNull();
    }

    [Fact]
    public async Task While_typing_the_groups_come_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=渗漏");
        request.Headers.Add("HX-Request", "true");
        using var answer = await wide.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).TrimStart().ShouldStartWith("<div id=\"found\"");
        var field = (await wide.Page("/cases")).QuerySelector("#search")!;
        field.GetAttribute("hx-get").ShouldBe("/search");
        field.Closest("form")!.GetAttribute("action").ShouldBe("/search");
    }

    [Theory]
    [InlineData("渗漏")]
    [InlineData("李女士")]
    [InlineData("lns")]
    [InlineData("5678")]
    [InlineData("3-2-1201")]
    [InlineData("LA-2026")]
    public async Task What_is_out_of_scope_is_not_found(string text) =>
        (await narrow.Page($"/search?q={text}")).Texts(".empty h2").ShouldBe(["没有找到"]);

    [Fact]
    public async Task A_number_out_of_scope_leads_nowhere()
    {
        using var answer = await narrow.GetAsync(new Uri($"/search?q={leak}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_cases_found_are_listed_page_by_page()
    {
        for (var i = 0; i < 51; i++)
        {
            await Complaint.Opened("2026-10-12 15:15", $"1-1-{i}", "门铃不响").In(app);
        }

        await app.Services.GetRequiredService<CaseIndex>().CatchUp(CaseIndex.AtOnce);
        var few = await wide.Page("/search?q=门铃");
        few.Texts("#found li").Length.ShouldBe(5);
        var first = await wide.Page(few.QuerySelector("#found p a")!.GetAttribute("href")!);
        var next = await wide.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        first.Texts("td.no").Concat(next.Texts("td.no")).Distinct(StringComparer.Ordinal).Count().ShouldBe(51);
    }

    [Fact]
    public async Task A_case_registered_while_the_application_serves_is_found_soon()
    {
        await using var serving = await app.Beside(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Timers:Enabled"] = "true" });
        await Complaint.Opened("2026-10-12 15:20", "1-1-101", "烟道倒灌").In(app);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await wide.Page("/search?q=烟道")).QuerySelector("#found li") is null)
        {
            await tick.WaitForNextTickAsync(patience.Token);
        }
    }

    [Fact]
    public async Task A_customer_has_homes_the_cases_of_these_homes_and_what_he_reported()
    {
        var page = await wide.Page($"/customers/{li}");
        page.Texts("h1").ShouldBe(["李女士"]);
        page.Texts("#homes li").ShouldBe(["澜岸 3-2-1201"]);
        page.Texts("#of-homes td.no").ShouldBe([leak]);
        page.Texts("#reported td.no").ShouldBeEmpty();
        page.Body!.TextContent.ShouldNotContain("13800005678");
    }

    [Fact]
    public async Task What_a_customer_reported_about_another_home_stands_with_him()
    {
        var request = new Complaint("group", "HY") { Customer = new Customer("李女士", null), CustomerId = li };
        var reported = await request.Then("case.opened", "2026-10-12 15:20", "zhou", Facts("9-9-909")).In(app);
        (await wide.Page($"/customers/{li}")).Texts("#reported td.no").ShouldBe([reported]);
    }

    [Theory]
    [InlineData("李女士", "13800005678", true)]
    [InlineData("", "138 0000 5678", true)]
    [InlineData("王先生", "13800005678", false)]
    [InlineData("李女士", "", false)]
    public async Task A_call_is_put_down_to_the_customer_whose_phone_and_name_it_is(string name, string phone, bool known)
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var answer = await specialist.Submit(
            "/cases/new",
            ("rules", "group"),
            ("project", "LA"),
            ("customerName", name),
            ("customerPhone", phone),
            ("channel", "phone"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:30"),
            ("unit", "9-9-909"),
            ("demand", "门锁坏了")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await wide.Page($"/customers/{li}")).Texts("#reported td.no").Length.ShouldBe(known ? 1 : 0);
    }

    [Fact]
    public async Task A_home_has_its_owner_and_its_cases_the_open_ones_first()
    {
        var ended = await Complaint
            .Opened("2026-10-12 15:25", "3-2-1201", "灯不亮")
            .Then("case.resolvedOnSpot", "2026-10-12 15:30", "zhou", new { signature = true })
            .In(app);
        var page = await wide.Page("/units/LA/3-2-1201");
        page.Texts("h1").ShouldBe(["澜岸 3-2-1201"]);
        page.Texts("#owner dd").ShouldBe(["李女士 138****5678"]);
        page.Texts("#history td.no").ShouldBe([leak, ended]);
    }

    [Fact]
    public async Task Customers_are_listed_and_found_within_the_scope()
    {
        (await wide.Page("/customers")).Texts("td.no").ShouldBe(["李女士", "林先生"]);
        (await narrow.Page("/customers")).Texts("td.no").ShouldBe(["林先生"]);
        (await wide.Page("/customers?q=lx")).Texts("td.no").ShouldBe(["林先生"]);
        (await wide.Page("/customers?q=李")).Texts("td.no").ShouldBe(["李女士"]);
        (await wide.Page("/customers?q=1234")).Texts("td.no").ShouldBe(["林先生"]);
        (await narrow.Page("/customers?q=5678")).Texts(".empty h2").ShouldBe(["没有找到客户"]);
    }

    [Fact]
    public async Task What_is_out_of_scope_or_unknown_is_not_there()
    {
        foreach (
            var (who, address) in new[]
            {
                (narrow, $"/customers/{li}"),
                (narrow, "/units/LA/3-2-1201"),
                (wide, "/customers/999"),
                (wide, "/units/LA/9"),
            }
        )
        {
            using var answer = await who.GetAsync(new Uri(address, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    private static object Facts(string unit) =>
        new
        {
            channel = "phone",
            category = "property.repair",
            contactEndedAt = "2026-10-12T15:20:00+08:00",
            unit,
            demand = "门锁坏了",
        };

    private async Task<long> Own(string project, string number, string name, string phone)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var owner = CustomerRecord.Of(name, phone);
        db.Add(owner);
        await db.SaveChangesAsync();
        db.Add(
            new Unit
            {
                Project = project,
                Number = number,
                Owner = owner.Id,
            }
        );
        await db.SaveChangesAsync();
        return owner.Id;
    }
}
