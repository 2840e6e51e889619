using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Acting;

public sealed class RegisterCaseTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Leak =
    [
        ("rules", "group"),
        ("project", "LA"),
        ("customerName", "李女士"),
        ("customerPhone", "138 0000 5678"),
        ("channel", "phone"),
        ("category", "property.repair"),
        ("contactEndedAt", "2026-10-12T15:30"),
        ("unit", "3-2-1201"),
        ("demand", "飘窗渗漏，雨天墙面起皮"),
    ];

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    [Fact]
    public async Task A_specialist_registers_a_complaint_and_lands_on_its_page()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var answer = await specialist.Submit("/cases/new", Leak);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await specialist.GetStringAsync(answer.Headers.Location);
        page.ShouldContain("飘窗渗漏，雨天墙面起皮");
        page.ShouldContain("已记录：登记投诉");
        page.ShouldContain("李女士");
        page.ShouldNotContain("138 0000 5678");
        var file = app.Cases.Load("LA-2026-0001")!;
        file.Events.ShouldHaveSingleItem().By.ShouldBe(World.Specialist);
        file.Judgement.Clocks.ShouldContain(clock => clock.Id == "order.submit");
    }

    [Fact]
    public async Task Every_rule_book_has_its_own_form()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        (await specialist.GetStringAsync(Form("?rules=property"))).ShouldContain("name=\"onSite\"");
        (await specialist.GetStringAsync(Form("?rules=group"))).ShouldNotContain("name=\"onSite\"");
        using var historic = await specialist.GetAsync(Form("?rules=historic"));
        historic.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("demand", "", "请填写客户诉求")]
    [InlineData("unit", "  ", "请填写房号")]
    [InlineData("category", "plumbing", "类别不是可选的值")]
    [InlineData("project", "HY", "请选择您可以登记的项目")]
    [InlineData("project", "", "请选择您可以登记的项目")]
    [InlineData("customerPhone", "call me", "电话只能包含数字")]
    [InlineData("customerPhone", "(-)", "电话里没有数字")]
    [InlineData("contactEndedAt", "yesterday", "不是有效的日期和时间")]
    [InlineData("contactEndedAt", "2026-10-05T15:39", "不能早于 7 天前")]
    public async Task A_field_that_does_not_read_is_named_and_the_rest_is_kept(string field, string typed, string sentence)
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var answer = await specialist.Submit("/cases/new", [.. Leak.Where(each => each.Name != field), (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain(sentence);
        page.ShouldContain(field == "demand" ? "李女士" : "飘窗渗漏，雨天墙面起皮");
        app.Cases.Load("LA-2026-0001").ShouldBeNull();
    }

    [Theory]
    [InlineData("channel", "请选择来源")]
    [InlineData("category", "请选择类别")]
    public async Task A_list_left_alone_asks_to_choose(string field, string sentence)
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var answer = await specialist.Submit("/cases/new", [.. Leak.Where(each => each.Name != field)]);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts(".problem").ShouldBe([sentence]);
        page.QuerySelectorAll(".problems").ShouldBeEmpty();
        page.QuerySelectorAll("[autofocus]").ShouldHaveSingleItem().Id.ShouldBe($"field-{field}");
    }

    [Fact]
    public async Task Several_faults_are_listed_above_the_form_each_with_the_way_to_its_field()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        string[] left = ["channel", "unit", "demand"];
        using var answer = await specialist.Submit("/cases/new", [.. Leak.Where(each => !left.Contains(each.Name))]);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts(".problems a").ShouldBe(["请选择来源", "请填写房号", "请填写客户诉求"]);
        foreach (var link in page.QuerySelectorAll(".problems a"))
        {
            page.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("aria-invalid").ShouldBe("true");
        }
    }

    [Fact]
    public async Task A_demand_too_long_is_refused_and_kept()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        var demand = new string('漏', 4001);
        using var answer = await specialist.Submit("/cases/new", [.. Leak.Where(each => each.Name != "demand"), ("demand", demand)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("最多 4000 个字");
        page.ShouldContain(demand);
    }

    [Theory]
    [InlineData(World.Reader)]
    [InlineData(World.GeneralManager)]
    [InlineData(World.Administrator)]
    public async Task Who_may_not_open_a_case_gets_no_form_and_no_button(string who)
    {
        using var visitor = await app.SignedIn(who);
        using var form = await visitor.GetAsync(Form(""));
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.GetStringAsync(new Uri("/cases", UriKind.Relative))).ShouldNotContain("href=\"/cases/new\"");
        using var answer = await visitor.SubmitFrom("/cases", "/cases/new", Leak);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static Uri Form(string query) => new("/cases/new" + query, UriKind.Relative);
}
