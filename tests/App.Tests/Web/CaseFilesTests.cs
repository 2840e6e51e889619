using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.Cases.Attachments;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

public sealed class CaseFilesTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient zhou = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        number = await Complaint.Opened("2026-10-12 09:00", "3-2-1201", "飘窗渗漏").In(app);
        zhou = await app.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_case_without_files_says_so() => (await zhou.Page(Path)).Texts("#case-files").ShouldBe(["还没有附件"]);

    [Fact]
    public async Task Files_stand_by_what_they_show_with_who_and_when()
    {
        (await Upload(zhou, "after", ("修好后.jpg", Pictures.Jpeg()))).ShouldBe(HttpStatusCode.SeeOther);
        (await Upload(zhou, "before", ("渗漏.png", Pictures.Png()), ("签字单.pdf", Pictures.Pdf()))).ShouldBe(HttpStatusCode.SeeOther);
        (await Upload(zhou, "", ("门牌.webp", Pictures.WebP(0)))).ShouldBe(HttpStatusCode.SeeOther);

        var page = await zhou.Page(Path);
        page.Texts("#case-files h3").ShouldBe(["处理前 1", "处理后 1", "单据 1", "其他 1"]);
        page.Texts("#case-files .name").ShouldBe(["渗漏.png", "修好后.jpg", "签字单.pdf", "门牌.webp"]);
        page.Texts("#case-files .quiet").ShouldAllBe(line => line == "周敏 · 今天 15:40");
        var picture = page.QuerySelectorAll("#case-files img").Select(image => image.GetAttribute("src")!).ToList();
        picture.Count.ShouldBe(3);
        (await zhou.GetByteArrayAsync(new Uri(picture[0], UriKind.Relative))).ShouldBe(Pictures.Png());
    }

    [Fact]
    public async Task A_file_that_is_not_taken_is_named_and_nothing_is_kept_of_the_others()
    {
        using var answer = await Send(zhou, "", ("a.png", Pictures.Png()), ("门.heic", Pictures.Heic()));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts("#files [role=alert]").ShouldHaveSingleItem().ShouldStartWith("“门.heic”：不接受 HEIC");
        page.QuerySelector("#files details")!.HasAttribute("open").ShouldBeTrue();
        (await zhou.Page(Path)).Texts("#case-files").ShouldBe(["还没有附件"]);
        (await Upload(zhou, "before")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Upload(zhou, "nonsense", ("a.png", Pictures.Png()))).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_records_nothing_sees_the_files_and_no_form()
    {
        await Upload(zhou, "before", ("渗漏.png", Pictures.Png()));
        using var reader = await app.SignedIn(World.Reader);
        var page = await reader.Page(Path);
        page.Texts("#case-files .name").ShouldBe(["渗漏.png"]);
        page.QuerySelector("#files form").ShouldBeNull();
        (await Upload(reader, "before", ("a.png", Pictures.Png()))).ShouldBe(HttpStatusCode.Forbidden);
        (await reader.Page(Path)).Texts("#case-files .name").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_out_of_scope_takes_no_files_and_shows_none()
    {
        await Upload(zhou, "before", ("渗漏.png", Pictures.Png()));
        var picture = (await zhou.Page(Path)).QuerySelector("#case-files img")!.GetAttribute("src")!;
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await Upload(other, "before", ("a.png", Pictures.Png()))).ShouldBe(HttpStatusCode.NotFound);
        using var answer = await other.GetAsync(new Uri(picture, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Erasing_a_case_erases_its_files_and_the_page_says_so()
    {
        await Upload(zhou, "before", ("李女士家.png", Pictures.Png()));
        var picture = (await zhou.Page(Path)).QuerySelector("#case-files img")!.GetAttribute("src")!;
        await app.Cases.Erase(number);

        var page = await zhou.Page(Path);
        page.Texts("#case-files .name").ShouldBe(["（已按要求删除）"]);
        page.QuerySelector("#case-files img").ShouldBeNull();
        page.Body!.TextContent.ShouldNotContain("李女士家");
        using var gone = await zhou.GetAsync(new Uri(picture, UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var later = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1);
        var store = app.Services.GetRequiredService<FileStore>();
        (await OrphanSweep.Sweep(app.Services.GetRequiredService<Database>(), store, later, default)).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_not_in_the_store_is_said_to_be_missing()
    {
        await Upload(zhou, "before", ("渗漏.png", Pictures.Png()));
        var picture = (await zhou.Page(Path)).QuerySelector("#case-files img")!.GetAttribute("src")!;
        var store = app.Services.GetRequiredService<FileStore>();
        store.NotTouchedSince(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1)).ToList().ForEach(store.Remove);

        (await zhou.Page(Path)).Texts("#case-files .name").ShouldBe(["（文件不在存储里）"]);
        using var gone = await zhou.GetAsync(new Uri(picture, UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gone.Content.ReadAsStringAsync()).ShouldContain("attachment.absent");
    }

    private string Path => $"/cases/{number}";

    private async Task<HttpStatusCode> Upload(HttpClient visitor, string kind, params (string Name, byte[] Bytes)[] files)
    {
        using var answer = await Send(visitor, kind, files);
        return answer.StatusCode;
    }

    /// <summary>As a browser without script sends it: the token of the page stands in the form.</summary>
    private async Task<HttpResponseMessage> Send(HttpClient visitor, string kind, params (string Name, byte[] Bytes)[] files)
    {
        using var form = Attachments.Form(files);
        form.Add(new StringContent(kind), "kind");
        var token = (await visitor.Page("/cases")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        form.Add(new StringContent(token), "__RequestVerificationToken");
        return await visitor.PostAsync(new Uri($"{Path}/attachments", UriKind.Relative), form);
    }
}
