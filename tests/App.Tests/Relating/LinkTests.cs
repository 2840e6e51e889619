using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Organisation;
using Shouwen.App.Tests.Web;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Relating;

/// <summary>EG-7a: a property case that needs the developer opens a linked case of the group's; the owner sees one.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient zhou = null!;
    private string served = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        zhou = await app.SignedIn(World.Specialist);
        var owner = CustomerRecord.Of("李女士", "13800005678");
        await app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session =>
            {
                session.Db.Add(owner);
                return session.Db.SaveChanges();
            });
        served = await Property(owner.Id).In(app);
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_form_knows_customer_home_and_demand_and_both_pages_show_the_link()
    {
        var link = (await zhou.Page($"/cases/{served}")).QuerySelector("a[href^='/cases/new?rules=group']")!.GetAttribute("href")!;
        var form = await zhou.Page(link);
        form.QuerySelector("input[name=customerName]")!.GetAttribute("value").ShouldBe("李女士");
        form.QuerySelector("input[name=unit]")!.GetAttribute("value").ShouldBe("3-2-1201");
        form.QuerySelector("textarea[name=demand]")!.TextContent.ShouldBe("飘窗渗漏，属开发遗留");
        form.DocumentElement.InnerHtml.ShouldNotContain("13800005678");
        var serving = await Opened(link);
        (await zhou.Page($"/cases/{served}")).QuerySelector("#linked")!.TextContent.ShouldContain(serving);
        var page = await zhou.Page($"/cases/{serving}");
        page.QuerySelector("#linked")!.TextContent.ShouldContain(served);
        page.DocumentElement.TextContent.ShouldContain("138****5678");
        app.Cases.Load(serving)!.Rules.ShouldBe("group");
        app.ShouldVerify();
    }

    [Fact]
    public async Task The_owner_sees_one()
    {
        var serving = await Opened($"/cases/new?rules=group&serves={served}");
        using var owner = await app.SignedInOwner("13800005678");
        var list = await owner.Page("/owner/cases");
        list.DocumentElement.TextContent.ShouldContain(served);
        list.DocumentElement.TextContent.ShouldNotContain(serving);
    }

    [Fact]
    public async Task A_second_one_is_refused_while_the_first_is_open()
    {
        var link = $"/cases/new?rules=group&serves={served}";
        var serving = await Opened(link);
        var (status, says) = await zhou.Tries(link, "/cases/new", Fields(served));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        says.ShouldBe([$"{served} 已开立开发商案件 {serving}"]);
        app.Cases.Load("LA-2026-0003").ShouldBeNull();
    }

    [Fact]
    public async Task A_case_of_the_group_or_out_of_scope_is_not_served()
    {
        var group = await Complaint.Opened("2026-10-12 15:00", "3-2-1201", "门锁").In(app);
        (await zhou.Page($"/cases/{group}")).QuerySelector("a[href*='serves=']").ShouldBeNull();
        (await zhou.Page($"/cases/new?rules=group&serves={group}")).QuerySelector("input[name=serves]").ShouldBeNull();
        using var other = await app.SignedIn(World.OtherSpecialist);
        var form = await other.Page($"/cases/new?rules=group&serves={served}");
        form.DocumentElement.TextContent.ShouldNotContain("飘窗渗漏");
        form.QuerySelector("input[name=serves]").ShouldBeNull();
    }

    private async Task<string> Opened(string link)
    {
        using var answer = await zhou.SubmitFrom(link, "/cases/new", Fields(served));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString.Split('/')[2].Split('?')[0];
    }

    private static (string, string)[] Fields(string served) =>
        [
            ("rules", "group"),
            ("serves", served),
            ("project", "LA"),
            ("customerName", "李女士"),
            ("channel", "phone"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:35"),
            ("unit", "3-2-1201"),
            ("demand", "飘窗渗漏，属开发遗留"),
        ];

    private static Complaint Property(long owner) =>
        new Complaint("property", "LA") { Customer = new("李女士", "13800005678"), CustomerId = owner }.Then(
            "case.opened",
            "2026-10-12 15:00",
            "zhou",
            new
            {
                channel = "phone",
                category = "property.repair",
                unit = "3-2-1201",
                demand = "飘窗渗漏，属开发遗留",
            }
        );
}
