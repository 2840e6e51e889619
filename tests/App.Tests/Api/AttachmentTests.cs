using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Cases.Attachments;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

public sealed class AttachmentTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Caller zhou = null!;
    private string id = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        zhou = await Caller.As(app);
        id = await zhou.Opens();
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_photo_is_kept_without_its_place_and_given_back_safely()
    {
        var telling = Pictures.Jpeg(Pictures.Segment(0xE1, [.. "Exif\0\0"u8, .. Pictures.Exif(1)]));
        var added = await Attachments.Add(zhou, id, ("../../渗漏 照片.html", telling));
        added.Status.ShouldBe(HttpStatusCode.Created, added.ToString());
        var item = added.Json["items"]![0]!;
        item["name"]!.GetValue<string>().ShouldBe("渗漏 照片.html");
        item["type"]!.GetValue<string>().ShouldBe("image/jpeg");
        added.Header("Location").ShouldBe(item["href"]!.GetValue<string>());

        var file = await zhou.Get(added.Header("Location")!);
        file.Bytes.ShouldBe(Pictures.Jpeg());
        file.Type.ShouldBe("image/jpeg");
        file.Header("X-Content-Type-Options").ShouldBe("nosniff");
        file.Header("Content-Security-Policy").ShouldBe("default-src 'none'; sandbox");
        file.Header("Content-Disposition")!.ShouldStartWith("inline; filename=");
        (await zhou.Get(added.Header("Location")!, ("If-None-Match", file.Header("ETag")!))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await zhou.Get(added.Header("Location")!, ("Range", "bytes=0-1"))).Bytes.ShouldBe([0xFF, 0xD8]);
        (await zhou.Get($"/cases/{id}")).Json["attachments"]![0]!["id"]!.GetValue<string>().ShouldBe(item["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_pdf_is_downloaded_and_never_opened_in_our_name()
    {
        var added = await Attachments.Add(zhou, id, ("方案.pdf", Pictures.Pdf()));
        var file = await zhou.Get(added.Header("Location")!);
        file.Type.ShouldBe("application/pdf");
        file.Header("Content-Disposition")!.ShouldStartWith("attachment; filename=");
        file.Header("Content-Security-Policy")!.ShouldContain("sandbox");
    }

    [Fact]
    public async Task Several_files_come_together_or_not_at_all()
    {
        var both = await Attachments.Add(zhou, id, ("a.png", Pictures.Png()), ("b.webp", Pictures.WebP(0)));
        both.Json["items"]!.AsArray().Count.ShouldBe(2);
        var half = await Attachments.Add(zhou, id, ("c.png", Pictures.Png()), ("d.heic", Pictures.Heic()));
        half.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        half.Code.ShouldBe("file.heic");
        half.Fields.ShouldBe(["d.heic"]);
        half.Text("detail").ShouldContain("HEIC");
        (await zhou.Get($"/cases/{id}")).Json["attachments"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_may_belong_to_an_event_that_there_is()
    {
        using var form = Attachments.Form(("a.png", Pictures.Png()));
        form.Add(new StringContent("1"), "event");
        var added = await zhou.Send(HttpMethod.Post, $"/cases/{id}/attachments", form);
        added.Json["items"]![0]!["event"]!.GetValue<int>().ShouldBe(1);
        foreach (var wrong in new[] { "2", "0", "x", "-1", new string('1', 50) })
        {
            using var other = Attachments.Form(("a.png", Pictures.Png()));
            other.Add(new StringContent(wrong), "event");
            (await zhou.Send(HttpMethod.Post, $"/cases/{id}/attachments", other)).Fields.ShouldBe(["event"], wrong);
        }
    }

    [Fact]
    public async Task Too_large_too_many_none_and_broken_are_refused()
    {
        var large = await Attachments.Add(zhou, id, ("a.pdf", [.. Pictures.Pdf(), .. new byte[SentFile.Largest]]));
        large.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        large.Code.ShouldBe("file.tooLarge");
        var many = Enumerable.Range(0, 11).Select(i => ($"{i}.png", Pictures.Png())).ToArray();
        (await Attachments.Add(zhou, id, many)).Fields.ShouldBe(["file"]);
        (await Attachments.Add(zhou, id)).Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);
        var cut = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc", Encoding.UTF8);
        cut.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        (await zhou.Send(HttpMethod.Post, $"/cases/{id}/attachments", cut)).Code.ShouldBe("body.malformed");
    }

    [Fact]
    public async Task Who_records_nothing_adds_nothing()
    {
        using var reader = await Caller.As(app, World.Reader);
        (await Attachments.Add(reader, id, ("a.png", Pictures.Png()))).Code.ShouldBe("attachment.forbidden");
        (await reader.Get("/attachments/0")).Code.ShouldBe("attachment.unknown");
    }

    [Fact]
    public async Task A_file_without_a_case_is_swept_up_and_one_with_a_case_stays()
    {
        var added = await Attachments.Add(zhou, id, ("a.png", Pictures.Png()));
        await Attachments.Add(zhou, id, ("b.webp", Pictures.WebP(0)), ("d.heic", Pictures.Heic()));
        var store = app.Services.GetRequiredService<FileStore>();
        var tomorrow = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1);
        var database = app.Services.GetRequiredService<Database>();
        (await OrphanSweep.Sweep(database, store, tomorrow - TimeSpan.FromHours(1), default)).ShouldBe(0);
        (await OrphanSweep.Sweep(database, store, tomorrow, default)).ShouldBe(1);
        (await zhou.Get(added.Header("Location")!)).Bytes.ShouldBe(Pictures.Png());
    }
}
