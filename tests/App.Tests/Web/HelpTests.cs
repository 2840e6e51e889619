using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class HelpTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Help_lists_the_keys_the_signals_and_the_states_of_each_procedure()
    {
        using var somebody = await app.SignedIn(World.Department);
        var page = await somebody.Page("/help");
        page.Texts("main .keys dt").ShouldBe(["/", "n", "jk", "Enter", "Esc", "?"]);
        page.Texts("main .signals dt").ShouldBe(["还有时间", "快到期", "已超期", "不计时"]);
        page.Texts("main .states").Length.ShouldBe(2);
        page.Texts("main ol.states:first-of-type li").Take(3).ShouldBe(["已登记", "待审核", "待签发"]);
    }

    [Fact]
    public async Task Every_page_has_the_way_to_help_and_the_keys_to_show()
    {
        using var somebody = await app.SignedIn(World.Reader);
        var page = await somebody.Page("/cases");
        page.QuerySelector(".top a.help")!.GetAttribute("href").ShouldBe("/help");
        page.Texts("dialog#keys dt").ShouldBe(["/", "n", "jk", "Enter", "Esc", "?"]);
    }

    [Theory]
    [InlineData(World.Specialist, "/cases/new")]
    [InlineData(World.Hr, "/matters/new")]
    public async Task The_round_button_opens_the_form_its_reader_may_fill_in(string who, string form)
    {
        using var reader = await app.SignedIn(who);
        var places = (await reader.Page("/inbox")).QuerySelectorAll(".foot > *");
        places.Length.ShouldBe(5);
        places[2].GetAttribute("href").ShouldBe(form);
    }
}
