using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class SavedViewTests : IAsyncLifetime
{
    private const string Views = "/cases/views";
    private const string Address = "/cases?state=all&project=LA&nature=major";

    private TestApp app = null!;
    private HttpClient me = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        me = await app.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        me.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_view_is_an_address_with_a_name_in_the_menu_of_its_owner_and_of_nobody_else()
    {
        using var answer = await Save("我的重大", Address + "&after=d.5.1&junk=1");
        answer.Headers.Location!.OriginalString.ShouldBe(Address + "&after=d.5.1");

        var entry = (await me.Page("/cases")).QuerySelectorAll(".pick.right a").First(a => a.TextContent == "我的重大");
        entry.GetAttribute("href").ShouldBe(Address);
        using var other = await app.SignedIn(World.GeneralManager);
        (await other.GetStringAsync(new Uri("/cases", UriKind.Relative))).ShouldNotContain("我的重大");

        using var stolen = await Act(other, "remove", "我的重大");
        (await me.GetStringAsync(new Uri("/cases", UriKind.Relative))).ShouldContain("我的重大");
    }

    [Fact]
    public async Task The_default_view_opens_when_its_owner_comes_and_only_then()
    {
        using var saved = await Save("我的重大", Address, prefer: true);
        using var coming = await me.GetAsync(new Uri("/cases", UriKind.Relative));
        coming.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        coming.Headers.Location!.OriginalString.ShouldBe(Address);
        using var asking = await me.GetAsync(new Uri("/cases?state=open", UriKind.Relative));
        asking.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var forgotten = await Act(me, "forget", "我的重大");
        using var again = await me.GetAsync(new Uri("/cases", UriKind.Relative));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_view_is_renamed_and_deleted_and_a_taken_name_is_refused()
    {
        using var first = await Save("甲", Address);
        using var second = await Save("乙", "/cases?state=closed");
        using var refused = await Act(me, "rename", "甲", "乙");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await refused.Content.ReadAsStringAsync()).Texts("[role=alert]").ShouldBe(["已有同名的视图"]);

        using var renamed = await Act(me, "rename", "甲", "丙");
        (await me.Page(Views)).Texts(".views a").ShouldBe(["丙", "乙"], ignoreOrder: true);
        using var removed = await Act(me, "remove", "乙");
        (await me.Page(Views)).Texts(".views a").ShouldBe(["丙"]);
    }

    [Fact]
    public async Task A_view_without_a_name_says_so_and_keeps_what_was_asked_for()
    {
        using var answer = await Save("  ", Address);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts("[role=alert]").ShouldBe(["请填写视图名称"]);
        page.QuerySelector("input[name=Of]")!.GetAttribute("value").ShouldBe(Address);
    }

    private Task<HttpResponseMessage> Save(string name, string of, bool prefer = false) =>
        me.SubmitFrom($"{Views}?of=x", Views, ("Name", name), ("Of", of), ("Prefer", prefer ? "true" : "false"));

    private static Task<HttpResponseMessage> Act(HttpClient who, string act, string name, string to = "") =>
        who.SubmitFrom($"{Views}?of=x", $"{Views}/changes", ("Name", name), ("NewName", to), ("Act", act));
}
