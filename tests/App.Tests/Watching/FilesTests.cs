using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Attachments;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>Files of entries and of decisions: taken and erased as those of cases are, for whoever sees what they belong to.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task An_entry_shows_its_files_to_whoever_sees_it_and_to_nobody_else()
    {
        var entry = await Conceal();
        (await Upload(World.DeputyManager, entry, "paper", ("登记表.png", Pictures.Png()))).ShouldBe(HttpStatusCode.SeeOther);

        var page = await PageOf(World.GeneralManager, entry);
        page.Texts(".files .name").ShouldBe(["登记表.png"]);
        page.Texts(".files h3").ShouldBe(["单据 1"]);
        page.Texts(".files .quiet").Single().ShouldStartWith("许静");
        var file = page.QuerySelector(".files img")!.GetAttribute("src")!;
        file.ShouldStartWith(entry + "/files/");
        (await Bytes(World.GeneralManager, file)).ShouldBe(Pictures.Png());
        (await app.Status(World.Specialist, file)).ShouldBe(HttpStatusCode.NotFound);
        (await app.Status(World.GeneralManager, "/api/v1/attachments/" + file[(file.LastIndexOf('/') + 1)..])).ShouldBe(
            HttpStatusCode.NotFound
        );
        (await Upload(World.Specialist, entry, "paper", ("a.png", Pictures.Png()))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_lies_under_what_it_belongs_to_and_under_nothing_else()
    {
        var first = await Conceal();
        await Upload(World.DeputyManager, first, "", ("登记表.png", Pictures.Png()));
        var file = (await PageOf(World.DeputyManager, first)).QuerySelector(".files img")!.GetAttribute("src")!;
        var second = await Conceal("2026-10-11");

        (await app.Status(World.DeputyManager, file.Replace(first, second, StringComparison.Ordinal))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_not_taken_is_named_and_nothing_is_kept()
    {
        var entry = await Conceal();
        using var answer = await Send(World.DeputyManager, entry, "", ("a.png", Pictures.Png()), ("门.heic", Pictures.Heic()));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await answer.Content.ReadAsStringAsync()).Texts(".files [role=alert]").Single().ShouldStartWith("“门.heic”");
        (await PageOf(World.DeputyManager, entry)).Texts(".files .name").ShouldBeEmpty();
        (await Upload(World.DeputyManager, entry, "nonsense", ("a.png", Pictures.Png()))).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_closed_entry_takes_no_more_files()
    {
        var entry = await app.WriteOn(
            "2026-10-12",
            World.GeneralManager,
            "workgroup",
            "LA",
            ("case", await Complaint.Leak().In(app)),
            ("lead", World.DeputyManager),
            ("members", "许静、梁宽"),
            ("reason", "材料未到")
        );
        (await Upload(World.GeneralManager, entry, "paper", ("报告.pdf", Pictures.Pdf()))).ShouldBe(HttpStatusCode.SeeOther);
        await app.Do(World.GeneralManager, entry, "answer", ("text", "三日内进场"));
        (await app.Do(World.GeneralManager, entry, "closure", ("text", "已办结"))).ShouldBe(HttpStatusCode.SeeOther);

        (await PageOf(World.GeneralManager, entry)).QuerySelector(".files form").ShouldBeNull();
        (await Upload(World.GeneralManager, entry, "paper", ("晚到.pdf", Pictures.Pdf()))).ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_decision_takes_documents_from_who_decides_and_not_from_whom_it_concerns()
    {
        await Conceal();
        var decision = "/decisions/" + (await app.Texts(World.GeneralManager, "/decisions", "tbody .no")).Single().Trim();

        (await Upload(World.GeneralManager, decision, "paper", ("处理决定.pdf", Pictures.Pdf()))).ShouldBe(HttpStatusCode.SeeOther);
        (await Upload(World.Specialist, decision, "paper", ("申辩.pdf", Pictures.Pdf()))).ShouldBe(HttpStatusCode.Forbidden);
        (await Upload(World.OtherSpecialist, decision, "paper", ("a.pdf", Pictures.Pdf()))).ShouldBe(HttpStatusCode.NotFound);

        var page = await PageOf(World.Specialist, decision);
        page.Texts(".files .name").ShouldBe(["处理决定.pdf"]);
        page.QuerySelector(".files form").ShouldBeNull();
        var file = page.QuerySelector(".files a.thumb")!.GetAttribute("href")!;
        (await Bytes(World.Specialist, file)).ShouldNotBeEmpty();
        (await app.Status(World.OtherSpecialist, file)).ShouldBe(HttpStatusCode.NotFound);
        await app.Do(World.GeneralManager, decision, "decision", ("measure", "dismissal"), ("reason", "属实"));
        (await Upload(World.GeneralManager, decision, "paper", ("送达回执.pdf", Pictures.Pdf()))).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Erasing_takes_the_files_of_an_entry_and_of_a_decision_from_the_store()
    {
        var entry = await Conceal();
        var decision = "/decisions/" + (await app.Texts(World.GeneralManager, "/decisions", "tbody .no")).Single().Trim();
        await Upload(World.DeputyManager, entry, "paper", ("李女士.png", Pictures.Png()));
        await Upload(World.GeneralManager, decision, "paper", ("周敏.pdf", Pictures.Pdf()));
        await app.Do(World.GeneralManager, decision, "decision", ("measure", "dismissal"), ("reason", "属实"));
        (await Swept()).ShouldBe(0);

        (await app.Do(World.DeputyManager, entry, "erasure")).ShouldBe(HttpStatusCode.Found);
        (await app.Do(World.GeneralManager, decision, "erasure")).ShouldBe(HttpStatusCode.Found);
        (await app.Do(World.Administrator, entry, "erasure")).ShouldBe(HttpStatusCode.SeeOther);
        (await app.Do(World.Administrator, decision, "erasure")).ShouldBe(HttpStatusCode.SeeOther);

        (await PageOf(World.DeputyManager, entry)).Texts(".files .name").ShouldBe(["（已按要求删除）"]);
        (await PageOf(World.GeneralManager, decision)).Texts(".files .name").ShouldBe(["（已按要求删除）"]);
        (await app.Texts(World.GeneralManager, decision, ".told dd")).ShouldNotContain("属实");
        (await app.Texts(World.GeneralManager, decision, "h1 .tag")).ShouldBe(["辞退"]);
        (await Swept()).ShouldBe(2);
        app.Problems().ShouldBeEmpty();
    }

    private Task<string> Conceal(string day = "2026-10-12") =>
        app.WriteOn(
            day,
            World.DeputyManager,
            "concealment",
            "LA",
            ("visits", "5"),
            ("registered", "4"),
            ("finding", "concealed"),
            ("specialist", World.Specialist)
        );

    private async Task<int> Swept()
    {
        var later = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1);
        var store = app.Services.GetRequiredService<FileStore>();
        return await OrphanSweep.Sweep(app.Services.GetRequiredService<Database>(), store, later, default);
    }

    private async Task<AngleSharp.Dom.IDocument> PageOf(string who, string page)
    {
        using var visitor = await app.SignedIn(who);
        return await visitor.Page(page);
    }

    private async Task<byte[]> Bytes(string who, string file)
    {
        using var visitor = await app.SignedIn(who);
        return await visitor.GetByteArrayAsync(new Uri(file, UriKind.Relative));
    }

    private async Task<HttpStatusCode> Upload(string who, string page, string kind, params (string Name, byte[] Bytes)[] files)
    {
        using var answer = await Send(who, page, kind, files);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> Send(string who, string page, string kind, params (string Name, byte[] Bytes)[] files)
    {
        using var visitor = await app.SignedIn(who);
        using var form = Attachments.Form(files);
        form.Add(new StringContent(kind), "kind");
        var token = (await visitor.Page("/cases")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        form.Add(new StringContent(token), "__RequestVerificationToken");
        return await visitor.PostAsync(new Uri(page + "/files", UriKind.Relative), form);
    }
}
