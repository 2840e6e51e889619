using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Owners;

/// <summary>A link opens one case without a code, until it is over or revoked, and opens nothing else.</summary>
public sealed class CaseLinkTests : IAsyncLifetime
{
    private OwnerWorld world = null!;
    private HttpClient zhou = null!;
    private string number = null!;
    private string other = null!;

    public async Task InitializeAsync()
    {
        world = await OwnerWorld.Settle();
        number = await world.Opened(OwnerWorld.Closed);
        other = await world.Opened();
        zhou = await world.App.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task The_link_shown_as_a_code_opens_its_case_and_nothing_else()
    {
        var link = await Made();
        using var visitor = world.App.Visitor();
        using var opened = await visitor.GetAsync(link);
        opened.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        opened.Headers.Location!.OriginalString.ShouldBe($"/owner/cases/{number}", "the secret leaves the address");
        var page = await visitor.Page($"/owner/cases/{number}");
        page.QuerySelector("a[href='/owner/cases']").ShouldBeNull();
        foreach (var path in new[] { "/owner/cases", "/owner/report" })
        {
            using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            answer.Headers.Location!.OriginalString.ShouldEndWith("/owner", Case.Sensitive, path);
        }

        using var theirs = await visitor.GetAsync(new Uri($"/owner/cases/{other}", UriKind.Relative));
        theirs.StatusCode.ShouldBe(HttpStatusCode.NotFound, "the same owner's other case needs the code");
        using var desk = await visitor.GetAsync(new Uri($"/cases/{number}", UriKind.Relative));
        desk.Headers.Location!.OriginalString.ShouldContain("/sign-in");
        using var rated = await visitor.SubmitFrom($"/owner/cases/{number}", $"/owner/cases/{number}/rating", ("score", "5"));
        rated.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task It_is_over_after_the_rule_books_days()
    {
        var link = await Made();
        world.App.Clock.Now = TestApp.Monday + TimeSpan.FromDays(180) - TimeSpan.FromSeconds(1);
        using var visitor = world.App.Visitor();
        using var intime = await visitor.GetAsync(link);
        intime.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        world.App.Clock.Now = TestApp.Monday + TimeSpan.FromDays(180);
        using var late = await visitor.GetAsync(link);
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await late.Content.ReadAsStringAsync()).ShouldContain("链接已失效");
        using var still = await visitor.GetAsync(new Uri($"/owner/cases/{number}", UriKind.Relative));
        still.StatusCode.ShouldBe(HttpStatusCode.Redirect, "the cookie alone opens nothing");
    }

    [Fact]
    public async Task A_new_link_shuts_the_old_one_and_a_revoked_one_is_shut_at_once()
    {
        var old = await Made();
        using var visitor = world.App.Visitor();
        using var opened = await visitor.GetAsync(old);
        var fresh = await Made();
        fresh.ShouldNotBe(old);
        using var gone = await visitor.GetAsync(new Uri($"/owner/cases/{number}", UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await visitor.GetAsync(fresh);
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var revoked = await zhou.SubmitFrom($"/cases/{number}/link", $"/cases/{number}/link/revocation");
        using var shut = await visitor.GetAsync(fresh);
        shut.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Erasing_a_case_shuts_its_link()
    {
        var link = await Made();
        await world.App.Cases.Erase(number);
        using var visitor = world.App.Visitor();
        using var shut = await visitor.GetAsync(link);
        shut.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_who_receives_customers_shows_it_and_each_look_is_noted()
    {
        await Made();
        world.App.AccessNotes().ShouldContain((World.Specialist, "link.shown", number));
        using var reader = await world.App.SignedIn(World.Reader);
        using var seen = await reader.GetAsync(new Uri($"/cases/{number}/link", UriKind.Relative));
        seen.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetStringAsync(new Uri($"/cases/{number}", UriKind.Relative))).ShouldNotContain($"/cases/{number}/link");
        using var made = await reader.SubmitFrom("/cases", $"/cases/{number}/link");
        made.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var he = await world.App.SignedIn(World.OtherSpecialist);
        using var outside = await he.GetAsync(new Uri($"/cases/{number}/link", UriKind.Relative));
        outside.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_secret_stands_nowhere_in_clear()
    {
        var link = await Made();
        var secret = link.OriginalString[(link.OriginalString.LastIndexOf('/') + 1)..];
        using var session = world.App.Services.GetRequiredService<Database>().Read();
        var kept = session.Query("SELECT sealed FROM case_link", row => row.Text(0));
        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(sealed_ => !sealed_.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Registering_makes_a_link_and_tells_the_known_customer_without_the_secret_in_the_outbox()
    {
        using var registered = await zhou.Submit(
            "/cases/new",
            ("rules", "group"),
            ("project", "LA"),
            ("customer", $"{world.Owner}"),
            ("customerName", "李女士"),
            ("customerPhone", OwnerWorld.Phone),
            ("channel", "phone"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:30"),
            ("unit", "3-2-1201"),
            ("demand", "飘窗渗漏")
        );
        registered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await zhou.Page("/cases/LA-2026-0003/link");
        var address = page.QuerySelector("#link-address")!.GetAttribute("value")!;
        page.QuerySelector("svg.qr").ShouldNotBeNull();
        using var session = world.App.Services.GetRequiredService<Database>().Read();
        var told = session
            .Query(
                "SELECT person, kind, parameters FROM outbox_message WHERE subject = 'LA-2026-0003'",
                row => (row.Text(0), row.Text(1), row.Text(2))
            )
            .ShouldHaveSingleItem();
        told.Item1.ShouldBe($"customer.{world.Owner}");
        told.Item2.ShouldBe("customer.link");
        told.Item3.ShouldNotContain(address[(address.LastIndexOf('/') + 1)..]);
    }

    /// <summary>Made and read off the page, as a customer's camera does.</summary>
    private async Task<Uri> Made()
    {
        using var made = await zhou.Submit($"/cases/{number}/link");
        made.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var address = (await zhou.Page($"/cases/{number}/link")).QuerySelector("#link-address")!.GetAttribute("value")!;
        return new Uri(new Uri(address).PathAndQuery, UriKind.Relative);
    }
}
