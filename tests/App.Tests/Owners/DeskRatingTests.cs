using System.Net;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Owners;

/// <summary>EG-16: the customer rates the desk after signing; whoever was rated sees it with the month's ranking and not before.</summary>
public sealed class DeskRatingTests : IAsyncLifetime
{
    private OwnerWorld world = null!;
    private HttpClient zhou = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        world = await OwnerWorld.Settle();
        zhou = await world.App.SignedIn(World.Specialist);
        using var registered = await zhou.Submit(
            "/cases/new",
            ("rules", "group"),
            ("project", "LA"),
            ("channel", "visit"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:30"),
            ("unit", "3-2-1201"),
            ("demand", "飘窗渗漏"),
            ("signature.way", "signed"),
            ("signature.drawn", Pictures.DataUrl(Pictures.Drawn()))
        );
        number = "LA-2026-0001";
        registered.Headers.Location!.OriginalString.ShouldBe($"/cases/{number}/desk-rating");
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Five_faces_are_shown_and_one_is_kept_once()
    {
        var page = await zhou.Page($"/cases/{number}/desk-rating");
        page.Texts(".faces label").ShouldBe(["很不满意", "不满意", "一般", "满意", "很满意"]);
        using var nothing = await Rate();
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var nonsense = await Rate(("score", "9"));
        nonsense.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var rated = await Rate(("score", "2"));
        using var again = await zhou.SubmitFrom("/cases", $"/cases/{number}/desk-rating", ("score", "5"));
        var record = world.App.Cases.Load(number)!.Records.ShouldHaveSingleItem();
        (record.Name, record.Number("score"), record.Text("specialist"), record.By).ShouldBe(("desk.rated", 2, World.Specialist, null));
        (await zhou.Page($"/cases/{number}/desk-rating")).Texts("h2").ShouldBe(["感谢您的评价"]);
    }

    [Theory]
    [InlineData("2026-10-31 23:59", false)]
    [InlineData("2026-11-01 00:00", true)]
    public async Task The_specialist_sees_the_score_from_the_first_of_the_following_month_on(string at, bool visible)
    {
        using var rated = await Rate(("score", "2"));
        world.App.Clock.Now = Complaint.At(at);
        using var later = await world.App.SignedIn(World.Specialist);
        (await Shows(later)).ShouldBe(visible);
    }

    [Fact]
    public async Task The_group_centre_sees_it_at_once_and_nobody_at_such_a_desk()
    {
        using var rated = await Rate(("score", "2"));
        foreach (
            var (who, sees) in new[]
            {
                (World.GeneralManager, true),
                (World.DeputyManager, true),
                (World.Specialist, false),
                (World.Department, false),
            }
        )
        {
            using var visitor = await world.App.SignedIn(who);
            (await Shows(visitor)).ShouldBe(sees, who);
        }
    }

    [Fact]
    public async Task Only_who_receives_customers_hands_the_terminal_over()
    {
        using var gao = await world.App.SignedIn(World.Department);
        using var form = await gao.GetAsync(new Uri($"/cases/{number}/desk-rating", UriKind.Relative));
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var sent = await gao.SubmitFrom("/cases", $"/cases/{number}/desk-rating", ("score", "1"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        world.App.Cases.Load(number)!.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_who_does_not_sign_leaves_the_reason()
    {
        using var refused = await zhou.Submit(
            "/cases/new",
            ("rules", "group"),
            ("project", "LA"),
            ("channel", "visit"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:30"),
            ("unit", "3-2-1201"),
            ("demand", "飘窗渗漏"),
            ("signature.way", "refused"),
            ("signature.reason", "不愿留下签名")
        );
        refused.Headers.Location!.OriginalString.ShouldBe("/cases/LA-2026-0002?recorded=case.opened");
        var record = world.App.Cases.Load("LA-2026-0002")!.Records.ShouldHaveSingleItem();
        (record.Name, record.Text("reason"), record.Event).ShouldBe(("signature.refused", "不愿留下签名", 1));
        (await zhou.GetStringAsync(new Uri("/cases/LA-2026-0002", UriKind.Relative))).ShouldContain("不愿留下签名");
    }

    /// <summary>On the page, in the API and in the explanation.</summary>
    private async Task<bool> Shows(HttpClient visitor)
    {
        var page = (await visitor.Page($"/cases/{number}")).Texts(".time b").Contains("客户评价接待", StringComparer.Ordinal);
        var records = (await visitor.GetStringAsync(new Uri($"/api/v1/cases/{number}/records", UriKind.Relative))).Contains(
            "desk.rated",
            StringComparison.Ordinal
        );
        (await visitor.GetStringAsync(new Uri($"/cases/{number}/explanation", UriKind.Relative))).ShouldNotContain("评分 2");
        records.ShouldBe(page);
        return page;
    }

    private Task<HttpResponseMessage> Rate(params (string Name, string Value)[] fields) =>
        zhou.Submit($"/cases/{number}/desk-rating", fields);
}
