using System.Net;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Knowledge;

public sealed class CasebookTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Leak =
    [
        ("title", "飘窗渗漏"),
        ("trade", "waterproofing"),
        ("part", "window"),
        ("cause", "窗框与墙体之间未做闭水试验，密封胶开裂"),
        ("prevention", "窗框塞缝后做淋水试验"),
        ("cost", "1,200.50"),
    ];

    private TestApp app = null!;
    private HttpClient specialist = null!;
    private string closed = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        specialist = await app.SignedIn(World.Specialist);
        closed = await Complaint
            .Opened("2026-10-12 09:00", "3-2-1201", "飘窗渗漏")
            .Then("case.resolvedOnSpot", "2026-10-12 09:20", "zhou", new { signature = true })
            .In(app);
    }

    public async Task DisposeAsync()
    {
        specialist.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_closed_case_is_in_the_casebook_after_two_clicks()
    {
        var link = (await specialist.Page($"/cases/{closed}")).QuerySelector($"a[href='/cases/{closed}/casebook']");
        link!.TextContent.ShouldBe("收入案例库");
        var form = (await specialist.Page($"/cases/{closed}/casebook")).QuerySelector("form.act")!;
        var filled = form.QuerySelectorAll("input[name], select[name], textarea[name]")
            .Where(field => field.GetAttribute("name") is not "__RequestVerificationToken")
            .Select(field =>
                (
                    field.GetAttribute("name")!,
                    field.QuerySelector("option")?.GetAttribute("value") ?? field.GetAttribute("value") ?? field.TextContent
                )
            );
        using var saved = await specialist.SubmitFrom($"/cases/{closed}/casebook", $"/cases/{closed}/casebook", [.. filled]);
        saved.Headers.Location!.OriginalString.ShouldBe("/casebook/1?done=saved");
        (await specialist.GetStringAsync(At($"/cases/{closed}"))).ShouldContain("href=\"/casebook/1\"");
        (await specialist.Page("/casebook")).Texts(".tag.major").ShouldBe(["待补写"]);
    }

    [Fact]
    public async Task An_entry_is_found_by_words_trade_and_part()
    {
        await Keep(Leak);
        foreach (
            var address in new[] { "q=闭水", "q=淋水试验", "q=防水", "trade=waterproofing", "part=window&q=飘窗", "q=nonsense&trade=x" }
        )
        {
            (await specialist.Page($"/casebook?{address}"))
                .Texts(".casebook a")
                .ShouldBe(address.StartsWith("q=nonsense", StringComparison.Ordinal) ? [] : ["飘窗渗漏"], address);
        }

        (await specialist.Page("/casebook?trade=electrical")).Texts(".casebook a").ShouldBeEmpty();
        (await specialist.Page("/casebook")).Texts(".casebook .muted").Single().ShouldContain("¥1,200.50");
    }

    [Theory]
    [InlineData("cause", "李女士家窗框开裂")]
    [InlineData("prevention", "联系 13800005678")]
    [InlineData("title", "3-2-1201 飘窗")]
    public async Task Nothing_of_the_owner_is_copied(string field, string typed)
    {
        using var answer = await specialist.SubmitFrom(
            $"/cases/{closed}/casebook",
            $"/cases/{closed}/casebook",
            [.. Leak.Where(each => each.Name != field), (field, typed)]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("这里有客户的姓名、电话或房号");
    }

    [Theory]
    [InlineData("trade", "magic", "请选择专业")]
    [InlineData("part", "", "请选择部位")]
    [InlineData("cost", "-1", "金额写成")]
    [InlineData("cost", "1.005", "金额写成")]
    [InlineData("photo", "somebody-elses", "请选择本案的照片")]
    public async Task Nonsense_is_named(string field, string typed, string sentence)
    {
        using var answer = await specialist.SubmitFrom(
            $"/cases/{closed}/casebook",
            $"/cases/{closed}/casebook",
            [.. Leak.Where(each => each.Name != field), (field, typed)]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(sentence);
    }

    [Fact]
    public async Task Only_an_ended_case_enters_once_and_only_by_its_keepers()
    {
        var open = await Complaint.Opened("2026-10-12 10:00", "3-2-1202", "漏水").In(app);
        using var early = await specialist.SubmitFrom($"/cases/{open}", $"/cases/{open}/casebook", Leak);
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await early.Content.ReadAsStringAsync()).ShouldContain("结案后才能收入案例库");
        using var reader = await app.SignedIn(World.Reader);
        (await reader.GetStringAsync(At($"/cases/{closed}"))).ShouldNotContain("/casebook\"");
        using var forbidden = await reader.SubmitFrom($"/cases/{closed}", $"/cases/{closed}/casebook", Leak);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await Keep(Leak);
        using var twice = await specialist.SubmitFrom($"/cases/{closed}", $"/cases/{closed}/casebook", Leak);
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_photo_shows_to_everybody_at_a_desk_and_the_case_to_those_who_may_open_it()
    {
        using var caller = await Caller.As(app);
        using var file = new MultipartFormDataContent { { new ByteArrayContent(Pictures.Png()), "file", "a.png" } };
        var sent = await caller.Send(HttpMethod.Post, $"/cases/{closed}/attachments", file);
        sent.Status.ShouldBe(HttpStatusCode.Created);
        var photo = (await specialist.Page($"/cases/{closed}/casebook")).QuerySelector("input[name=photo]")!.GetAttribute("value")!;
        await Keep([.. Leak, ("photo", photo)]);
        using var other = await app.SignedIn(World.OtherSpecialist);
        var page = await other.GetStringAsync(At("/casebook/1"));
        page.ShouldNotContain(closed);
        using var bytes = await other.GetAsync(At("/casebook/1/photo"));
        bytes.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var edit = await other.GetAsync(At("/casebook/1/edit"));
        edit.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await app.Cases.Erase(closed);
        using var gone = await other.GetAsync(At("/casebook/1/photo"));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetStringAsync(At("/casebook/1"))).ShouldNotContain("<img");
    }

    private async Task Keep((string Name, string Value)[] fields)
    {
        using var saved = await specialist.SubmitFrom($"/cases/{closed}/casebook", $"/cases/{closed}/casebook", fields);
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await saved.Content.ReadAsStringAsync());
    }

    private static Uri At(string path) => new(path, UriKind.Relative);
}
