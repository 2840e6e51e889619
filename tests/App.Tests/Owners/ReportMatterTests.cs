using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Owners;

/// <summary>An owner reports a matter of an own home, with photos, and gets a number.</summary>
public sealed class ReportMatterTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Leak =
    [
        ("home", OwnerWorld.Home),
        ("category", "property.repair"),
        ("demand", "飘窗下雨时渗水"),
    ];

    private OwnerWorld world = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync()
    {
        world = await OwnerWorld.Settle();
        owner = await world.SignedIn();
    }

    public async Task DisposeAsync()
    {
        owner.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task The_form_offers_the_own_homes_and_plain_words()
    {
        var page = await owner.Page("/owner/report");
        page.Texts("label:has([name=home])").ShouldBe(["澜岸 3-2-1201"]);
        page.Texts("label:has([name=category])").ShouldContain("家里需要维修：漏水、门窗、水电等");
        page.Body!.TextContent.ShouldContain("138****5678");
        page.Body!.TextContent.ShouldNotContain(OwnerWorld.Phone);
    }

    [Fact]
    public async Task A_report_with_photos_gets_a_number_and_reaches_the_desk()
    {
        using var answer = await OwnerWorld.Report(owner, Leak, ("漏水.jpg", Pictures.Jpeg()), ("窗.png", Pictures.Png()));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await owner.Page(answer.Headers.Location!.OriginalString);
        page.Texts("[role=status]").ShouldContain("已收到您的报事，编号 LA-2026-0001。我们会尽快与您联系。");
        page.QuerySelectorAll(".photos img").Length.ShouldBe(2);
        var picture = page.QuerySelector(".photos img")!.GetAttribute("src")!;
        using var seen = await owner.GetAsync(new Uri(picture, UriKind.Relative));
        seen.StatusCode.ShouldBe(HttpStatusCode.OK);

        var file = world.App.Cases.Load("LA-2026-0001")!;
        file.Rules.ShouldBe("group");
        file.Events.ShouldHaveSingleItem().By.ShouldBeNull("the customer recorded it");
        file.Customer!.Name.ShouldBe("李女士");
        using var zhou = await world.App.SignedIn(World.Specialist);
        var desk = await zhou.Page("/cases/LA-2026-0001");
        desk.Texts("#case-files h3").ShouldBe(["处理前 2"]);
        desk.Texts("#case-files .quiet").ShouldAllBe(line => line.StartsWith("客户"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_opens_one_case()
    {
        var once = (await owner.Page("/owner/report")).QuerySelector("[name=once]")!.GetAttribute("value")!;
        using var first = await OwnerWorld.Report(owner, [.. Leak, ("once", once)], ("漏水.jpg", Pictures.Jpeg()));
        using var second = await OwnerWorld.Report(owner, [.. Leak, ("once", once)], ("漏水.jpg", Pictures.Jpeg()));
        second.Headers.Location.ShouldBe(first.Headers.Location);
        world.App.Cases.Load("LA-2026-0002").ShouldBeNull();
        using var stranger = await world.SignedIn(OwnerWorld.StrangersPhone);
        using var theirs = await OwnerWorld.Report(stranger, [.. Leak[1..], ("home", "LA/3-2-1202"), ("once", once)]);
        theirs.Headers.Location!.OriginalString.ShouldContain("LA-2026-0002", Case.Sensitive, "another's form is another form");
    }

    [Theory]
    [InlineData("home", "LA/3-2-1202", "请选择您的房屋")]
    [InlineData("home", "", "请选择您的房屋")]
    [InlineData("category", "plumbing", "请选择事情的类型")]
    [InlineData("demand", "  ", "请描述问题和您的要求")]
    [InlineData("once", "short", "现在无法提交，请刷新页面后再试，或致电服务中心")]
    public async Task What_does_not_read_is_said_beside_the_field_and_the_rest_is_kept(string field, string typed, string sentence)
    {
        using var answer = await OwnerWorld.Report(owner, [.. Leak.Where(each => each.Name != field), (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts("[role=alert]").ShouldBe([sentence]);
        if (field != "demand")
        {
            page.Texts("#demand").ShouldBe(["飘窗下雨时渗水"]);
        }

        world.App.LogPosition().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused_and_nothing_is_opened()
    {
        using var pdf = await OwnerWorld.Report(owner, Leak, ("合同.pdf", Pictures.Pdf()));
        pdf.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await pdf.Content.ReadAsStringAsync()).Texts("[role=alert]").ShouldBe(["这里只接受照片"]);
        using var heic = await OwnerWorld.Report(owner, Leak, ("IMG.heic", Pictures.Heic()));
        heic.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        world.App.LogPosition().ShouldBe(0);
    }

    [Fact]
    public async Task The_photos_of_a_report_that_was_refused_need_not_be_chosen_again()
    {
        using var refused = await OwnerWorld.Report(owner, Leak[..2], ("漏水.jpg", Pictures.Jpeg()), ("合同.pdf", Pictures.Pdf()));
        var page = Pages.Parse(await refused.Content.ReadAsStringAsync());
        page.Texts("[role=alert]").ShouldBe(["请描述问题和您的要求", "这里只接受照片"]);
        var kept = page.QuerySelectorAll("input[name='kept.photo'][checked]").ShouldHaveSingleItem().GetAttribute("value")!;
        using var sent = await OwnerWorld.Report(owner, [.. Leak, ("kept.photo", kept)]);
        (await owner.Page(sent.Headers.Location!.OriginalString)).QuerySelectorAll(".photos img").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, null, "group")]
    [InlineData("2026-01-01", null, "group")]
    [InlineData("2026-01-01", "2026-10-12", "property")]
    [InlineData("2026-01-01", "2026-10-12", "group", "group")]
    [InlineData("2026-01-01", null, "group", "property")]
    [InlineData("2026-10-13", null, "property")]
    [InlineData("2026-10-13", null, "group", "group")]
    public async Task The_desk_that_is_open_decides_the_rule_book(string? opens, string? closed, string book, string? ofProject = null)
    {
        if (opens is not null)
        {
            await world
                .App.Services.GetRequiredService<Database>()
                .Writer.Write(session =>
                {
                    session.Db.Add(
                        new ServiceCentre
                        {
                            Place = "LA",
                            OpensAt = Complaint.At(opens + " 00:00"),
                            DeskBook = ofProject,
                            ClosedAt = closed is null ? null : Complaint.At(closed + " 15:40"),
                        }
                    );
                    return session.Db.SaveChanges();
                });
        }

        using var answer = await OwnerWorld.Report(owner, Leak);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        world.App.Cases.Load("LA-2026-0001")!.Rules.ShouldBe(book);
    }
}
