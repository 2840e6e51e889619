using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Intake;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Intake;

/// <summary>The category is suggested from the database's own cases, while the demand is typed or after the form was sent.</summary>
public sealed class SuggestCategoryTests : IAsyncLifetime
{
    private const string Demand = "客厅墙面渗水，天花板有水印";

    private TestApp app = null!;
    private HttpClient specialist = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        specialist = await app.SignedIn(World.Specialist);
        for (var i = 0; i < 30; i++)
        {
            await Complaint.Opened("2026-10-10 09:00", "3-2-1201", "飘窗渗漏，墙面起皮，天花板渗水").In(app);
            await Complaint.Opened("2026-10-10 09:00", "1-1-101", "认购书与合同价格不符，定金不退", "HY", "sales.signing").In(app);
        }
    }

    public async Task DisposeAsync()
    {
        specialist.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task While_the_demand_is_typed_its_category_is_suggested_with_its_confidence()
    {
        Learn().ShouldBe(60);
        var fragment = await Suggest(("demand", Demand));
        fragment.ShouldMatch("建议：维保修 · 把握 [5-9][0-9]%");
        fragment.ShouldContain("data-choose=\"field-category\"");
        fragment.ShouldContain("value=\"property.repair\"");
        fragment.ShouldNotContain("<html");
        (await Suggest(("demand", "合同价格不符，定金收据"))).ShouldContain("营销签约");
    }

    [Theory]
    [InlineData("category", "leasing")]
    [InlineData("demand", "")]
    [InlineData("demand", "abc")]
    [InlineData("demand", "\ud83d\ude00 <script>%00")]
    public async Task Nothing_is_suggested_where_one_is_chosen_or_nothing_is_known(string field, string value)
    {
        Learn();
        (await Suggest(field == "demand" ? [(field, value)] : [("demand", Demand), (field, value)])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_script_the_form_comes_back_with_the_suggestion()
    {
        Learn();
        using var answer = await specialist.Submit("/cases/new", ("rules", "group"), ("project", "LA"), ("demand", Demand));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("#suggested")!.TextContent.ShouldContain("建议：维保修");
        page.QuerySelector("#suggested button").ShouldBeNull();
        page.QuerySelector("#field-category option[selected]").ShouldBeNull();
    }

    [Fact]
    public async Task A_second_look_learns_only_what_is_new_and_a_new_day_forgets_what_was_erased()
    {
        Learn().ShouldBe(60);
        Learn().ShouldBe(0);
        await Complaint.Opened("2026-10-11 09:00", "3-2-1201", "飘窗渗漏").In(app);
        Learn().ShouldBe(1);
        for (var i = 1; i <= 31; i++)
        {
            await app.Cases.Erase($"LA-2026-{i:0000}");
        }

        app.Clock.Now += TimeSpan.FromDays(1);
        Learn().ShouldBe(61);
        specialist.Dispose();
        specialist = await app.SignedIn(World.Specialist);
        (await Suggest(("demand", Demand))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_open_no_case_gets_no_suggestion()
    {
        using var reader = await app.SignedIn(World.Reader);
        using var answer = await reader.SubmitFrom("/cases", "/cases/new/category", ("rules", "group"), ("demand", Demand));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private long Learn() => app.Services.GetRequiredService<LearntCategories>().CatchUp(app.Clock.Now, CancellationToken.None);

    private async Task<string> Suggest(params (string, string)[] fields)
    {
        using var answer = await specialist.SubmitFrom("/cases/new", "/cases/new/category", [("rules", "group"), .. fields]);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadAsStringAsync()).Trim();
    }
}
