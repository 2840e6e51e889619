using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Web;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Acting;

/// <summary>EG-13, EG-15, EG-22, EG-28: what the customer signs, on the screen or on a paper, and what is not taken for a signature.</summary>
public sealed class SignatureTests : IAsyncLifetime
{
    private const string Spot = "case.resolvedOnSpot";

    private static readonly (string Name, string Value)[] Leak =
    [
        ("rules", "group"),
        ("project", "LA"),
        ("customerName", "李女士"),
        ("channel", "visit"),
        ("category", "property.repair"),
        ("contactEndedAt", "2026-10-12T15:30"),
        ("unit", "3-2-1201"),
        ("demand", "飘窗渗漏，雨天墙面起皮"),
    ];

    private TestApp app = null!;
    private HttpClient zhou = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        number = await Complaint.Opened("2026-10-12 15:20", "3-2-1201", "飘窗渗漏").In(app);
        zhou = await app.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_solved_on_the_spot_without_the_customers_signature()
    {
        using var claimed = await zhou.Submit(Form(Spot), ("signature", "true"), ("document", "true"));
        claimed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Alert(claimed)).ShouldBe("请客户签字，或上传已签字的单据");
        app.Cases.Load(number)!.Version.ShouldBe(1);
        var form = await zhou.Page(Form(Spot));
        form.QuerySelector("[data-signature] canvas").ShouldNotBeNull();
        form.QuerySelector("[name=signature]").ShouldBeNull("a box to tick is no signature");
        form.QuerySelector("form.act")!.GetAttribute("enctype").ShouldBe("multipart/form-data");
    }

    [Fact]
    public async Task A_drawn_signature_belongs_to_its_event_and_is_seen_beside_it()
    {
        var drawn = Pictures.Drawn();
        using var answer = await zhou.Submit(Form(Spot), ("signature.drawn", Pictures.DataUrl(drawn)));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        app.Cases.Load(number)!.Judgement.Stage.ShouldBe(CaseStage.Resolved);
        var page = await zhou.Page($"/cases/{number}");
        page.Texts("#case-files h3").ShouldBe(["签字 1"]);
        var beside = page.QuerySelectorAll(".time li").Single(entry => entry.TextContent.Contains("当场解决", StringComparison.Ordinal));
        var picture = beside.QuerySelector(".signed img")!.GetAttribute("src")!;
        (await zhou.GetByteArrayAsync(new Uri(picture, UriKind.Relative))).ShouldBe(drawn);
        (await zhou.GetStringAsync(new Uri($"/api/v1/cases/{number}", UriKind.Relative))).ShouldContain("\"kind\":\"signature\"");

        await app.Cases.Erase(number);
        using var gone = await zhou.GetAsync(new Uri(picture, UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await zhou.Page($"/cases/{number}")).QuerySelector(".time img").ShouldBeNull();
    }

    [Fact]
    public async Task A_photo_of_the_signed_paper_is_a_signature_too()
    {
        using var photo = await Send(Form(Spot), [], ("签字单.jpg", Pictures.Jpeg()));
        photo.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await zhou.Page($"/cases/{number}")).Texts("#case-files h3").ShouldBe(["单据 1"]);
    }

    [Fact]
    public async Task A_paper_that_is_no_picture_is_refused_with_the_reason()
    {
        using var answer = await Send(Form(Spot), [], ("签字单.heic", Pictures.Heic()));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Alert(answer)).ShouldStartWith("不接受 HEIC");
        app.Cases.Load(number)!.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("data:image/svg+xml;base64,PHN2Zy8+")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("data:image/png;base64,not base64!")]
    [InlineData("data:image/png;base64,")]
    [InlineData("data:text/html;base64,PGI+")]
    public async Task What_is_no_drawing_is_refused_with_a_sentence_and_not_sent_back(string sent)
    {
        using var answer = await zhou.Submit(Form(Spot), ("signature.drawn", sent));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Alert(answer)).ShouldBe("签字图像无法读取，请清除后重新签字");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
        app.Cases.Load(number)!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_sheet_is_no_signature_and_neither_is_a_picture_that_claims_to_be_huge()
    {
        using var blank = await zhou.Submit(Form(Spot), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn(points: 19))));
        (await Alert(blank)).ShouldBe("签字区域是空白的，请签字");
        using var huge = await zhou.Submit(Form(Spot), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn(claimedWidth: 1_000_000))));
        (await Alert(huge)).ShouldBe("签字图像无法读取，请清除后重新签字");
        using var longer = await zhou.Submit(Form(Spot), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn(claimedWidth: 41))));
        (await Alert(longer)).ShouldBe("签字图像无法读取，请清除后重新签字");
        using var just = await zhou.Submit(Form(Spot), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn(points: 20))));
        just.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_signature_to_an_event_that_is_refused_is_not_kept()
    {
        using var done = await zhou.Submit(Form(Spot), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn())));
        using var again = await zhou.SubmitFrom("/cases", Form(Spot), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn())));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await zhou.Page($"/cases/{number}")).Texts("#case-files h3").ShouldBe(["签字 1"]);
    }

    [Fact]
    public async Task At_intake_the_customer_signs_or_will_do_so_later()
    {
        using var later = await zhou.Submit("/cases/new", Leak);
        later.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var signed = await zhou.Submit(
            "/cases/new",
            [.. Leak, ("signature.way", "signed"), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn()))]
        );
        signed.Headers.Location!.OriginalString.ShouldBe("/cases/LA-2026-0003/desk-rating");
        var page = await zhou.Page("/cases/LA-2026-0003");
        page.Texts("#case-files h3").ShouldBe(["签字 1"]);
        page.QuerySelectorAll(".time .signed img").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_is_shown_again_keeps_what_was_drawn()
    {
        var drawn = Pictures.DataUrl(Pictures.Drawn());
        using var forgotten = await zhou.Submit("/cases/new", [.. Leak.Where(each => each.Name != "demand"), ("signature.drawn", drawn)]);
        forgotten.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var form = Pages.Parse(await forgotten.Content.ReadAsStringAsync());
        form.QuerySelector("[data-drawn]")!.GetAttribute("value").ShouldBe(drawn);

        using var nothing = await zhou.Submit("/cases/new", [.. Leak, ("signature.way", "signed")]);
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await nothing.Content.ReadAsStringAsync()).ShouldContain("飘窗渗漏，雨天墙面起皮");
        (await Alert(nothing)).ShouldBe("请客户签字，或上传已签字的单据");
    }

    [Fact]
    public async Task A_property_closing_is_signed_or_confirmed_by_telephone()
    {
        var closable = await new Complaint("property", "LA")
            .Then(
                "case.opened",
                "2026-10-12 09:00",
                "zhou",
                new
                {
                    channel = "phone",
                    category = "property.repair",
                    unit = "3-2-1201",
                    demand = "灯坏了",
                }
            )
            .Then("case.classified", "2026-10-12 09:05", "zhou", new { @class = "minor", otherDepartment = false })
            .Then("case.resolved", "2026-10-12 11:00", "gao")
            .Then(
                "callback.made",
                "2026-10-12 12:00",
                "zhou",
                new
                {
                    purpose = "closure",
                    reached = true,
                    content = true,
                }
            )
            .In(app);
        using var neither = await zhou.Submit($"/cases/{closable}/events/case.closed", ("signature.way", "later"));
        neither.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var signed = await zhou.Submit(
            $"/cases/{closable}/events/case.closed",
            ("signature.drawn", Pictures.DataUrl(Pictures.Drawn()))
        );
        signed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        app.Cases.Load(closable)!.Events[^1].Data.ShouldBe("""{"signature":true}""");
    }

    private string Form(string type) => $"/cases/{number}/events/{type}";

    private static async Task<string> Alert(HttpResponseMessage answer) =>
        Pages.Parse(await answer.Content.ReadAsStringAsync()).Texts("[data-signature] [role=alert]").ShouldHaveSingleItem();

    private async Task<HttpResponseMessage> Send(string form, (string Name, string Value)[] fields, (string Name, byte[] Bytes) paper)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(paper.Bytes), "signature.paper", paper.Name);
        var token = (await zhou.Page(form)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        body.Add(new StringContent(token), "__RequestVerificationToken");
        return await zhou.PostAsync(new Uri(form, UriKind.Relative), body);
    }
}
