using System.Net;
using System.Text;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

public sealed class ProblemTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Caller zhou = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        zhou = await Caller.As(app);
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Every_failure_is_a_problem_with_a_code()
    {
        using var stranger = new Caller(app.Visitor(), "");
        Judge(await stranger.Get("/cases"), HttpStatusCode.Unauthorized, "caller.unknown");
        Judge(await stranger.Get("/nowhere"), HttpStatusCode.Unauthorized, "caller.unknown");
        Judge(await zhou.Get("/nowhere"), HttpStatusCode.NotFound, "notFound");
        Judge(await zhou.Get("/cases/LA-2026-9999"), HttpStatusCode.NotFound, "case.unknown");
        Judge(await zhou.Send(HttpMethod.Delete, "/cases", null), HttpStatusCode.MethodNotAllowed, "method.notAllowed");
        var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        Judge(await zhou.Send(HttpMethod.Post, "/cases", text), HttpStatusCode.UnsupportedMediaType, "body.unsupported");
        var large = new string(' ', ApiBody.Largest) + "{}";
        Judge(await zhou.PostText("/cases", large), HttpStatusCode.RequestEntityTooLarge, "body.tooLarge");
        Judge(await zhou.PostText("/cases", "{"), HttpStatusCode.BadRequest, "body.malformed");
        Judge(await zhou.PostText("/cases", "[]"), HttpStatusCode.BadRequest, "body.malformed");
        Judge(await zhou.PostText("/cases", ""), HttpStatusCode.BadRequest, "body.malformed");
        Judge(await zhou.PostText("/cases", "{} {}"), HttpStatusCode.BadRequest, "body.malformed");
        Judge(await zhou.PostText("/cases", """{"demand":"\ud800"}"""), HttpStatusCode.BadRequest, "body.malformed");
        Judge(await zhou.PostText("/cases", new string('[', 5000)), HttpStatusCode.BadRequest, "body.malformed");
    }

    [Fact]
    public async Task Sentences_come_in_the_language_asked_for_and_codes_do_not()
    {
        zhou.Language = "zh";
        var chinese = await zhou.Get("/cases/LA-2026-9999");
        chinese.Text("title").ShouldBe("没有找到");
        chinese.Text("detail").ShouldContain("没有编号为");
        zhou.Language = "fr";
        (await zhou.Get("/nowhere")).Text("title").ShouldBe("没有找到");
        zhou.Language = "en";
        var english = await zhou.Get("/cases/LA-2026-9999");
        english.Text("title").ShouldBe("There is no such thing");
        english.Code.ShouldBe(chinese.Code);
    }

    [Theory]
    [InlineData("""{"channel":"pigeon"}""", "channel")]
    [InlineData("""{"colour":"red"}""", "colour")]
    [InlineData("""{"unit":7}""", "unit")]
    [InlineData("""{"contactEndedAt":"2026-10-12T09:00:00"}""", "contactEndedAt")]
    [InlineData("""{"contactEndedAt":"2026-10-12T23:00:00+08:00"}""", "contactEndedAt")]
    [InlineData("""{"requiredBy":1760000000}""", "requiredBy")]
    [InlineData("""{"unit":"1","unit":"2"}""", "unit")]
    [InlineData("""{"customer":"李女士"}""", "customer")]
    [InlineData("""{"customer":{"age":40}}""", "customer.age")]
    [InlineData("""{"customer":{"name":["a"]}}""", "customer.name")]
    [InlineData("""{"project":5}""", "project")]
    [InlineData("""{"rules":"historic"}""", "rules")]
    [InlineData("""{"at":"2026-10-12T09:00:00+08:00"}""", "at")]
    [InlineData("""{"demand":null}""", "demand")]
    [InlineData("""{"unit":""}""", "unit")]
    [InlineData("""{"demand":" \u3000 "}""", "demand")]
    [InlineData("""{"customer":{"phone":"none"}}""", "customer.phone")]
    [InlineData("""{"contactEndedAt":"2026-10-05T15:39:59+08:00"}""", "contactEndedAt")]
    [InlineData("""{"contactEndedAt":"2005-01-01T09:00:00+08:00"}""", "contactEndedAt")]
    public async Task A_wrong_field_is_named(string change, string field)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Caller.Complaint()))!.AsObject();
        var json = body.ToJsonString();
        if (field == "unit" && change.Contains("\"2\"", StringComparison.Ordinal))
        {
            json = json[..^1] + ",\"unit\":\"2\"}";
        }
        else
        {
            foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject())
            {
                body[name] = value?.DeepClone();
            }

            json = body.ToJsonString();
        }

        var reply = await zhou.PostText("/cases", json);
        Judge(reply, HttpStatusCode.UnprocessableEntity, reply.Code);
        reply.Fields.ShouldBe([field]);
        reply.Text("detail").ShouldNotContain("data.");
    }

    [Theory]
    [InlineData("""{}""", "category channel demand unit")]
    [InlineData("""{"unit":"","colour":"red","project":"HY","channel":"phone"}""", "category colour demand project unit")]
    [InlineData(
        """{"customer":{"age":4,"phone":"x"},"demand":[1],"contactEndedAt":"2005-01-01T09:00:00+08:00"}""",
        "category channel contactEndedAt customer.age customer.phone demand unit"
    )]
    public async Task Everything_that_is_wrong_is_told_at_once(string body, string fields)
    {
        var reply = await zhou.PostText("/cases", body);
        Judge(reply, HttpStatusCode.UnprocessableEntity, "fields.invalid");
        reply.Fields.Order(StringComparer.Ordinal).ShouldBe(fields.Split(' '));
    }

    [Fact]
    public async Task A_contact_may_have_ended_seven_days_ago()
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Caller.Complaint()))!.AsObject();
        body["contactEndedAt"] = "2026-10-05T15:40:00+08:00";
        (await zhou.PostText("/cases", body.ToJsonString())).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("""{}""", "type")]
    [InlineData("""{"type":"case.danced"}""", "type")]
    [InlineData("""{"type":"arrival.made"}""", "type")]
    [InlineData("""{"type":5}""", "type")]
    [InlineData("""{"type":"order.submitted"}""", "data.requiredBy")]
    [InlineData("""{"type":"order.submitted","data":{"requiredBy":"tomorrow"}}""", "data.requiredBy")]
    [InlineData("""{"type":"order.submitted","data":{"colour":1}}""", "data.colour data.requiredBy")]
    [InlineData("""{"type":"order.submitted","colour":[1],"at":"x","data":{"shade":{}}}""", "at colour data.requiredBy data.shade")]
    [InlineData("""{"type":"progress.recorded","data":{"text":" "}}""", "data.text")]
    [InlineData("""{"type":"order.rejected","data":{"reason":""}}""", "data.reason")]
    [InlineData("""{"type":"order.submitted","data":[]}""", "data")]
    [InlineData("""{"type":"order.submitted","by":"gao","data":{}}""", "by data.requiredBy")]
    [InlineData("""{"type":"order.submitted","at":"2026-10-12T09:00:00"}""", "at data.requiredBy")]
    public async Task What_is_wrong_with_an_event_is_named(string body, string fields)
    {
        var id = await zhou.Opens();
        var reply = await zhou.PostText($"/cases/{id}/events", body);
        Judge(reply, HttpStatusCode.UnprocessableEntity, "fields.invalid");
        reply.Fields.Order(StringComparer.Ordinal).ShouldBe(fields.Split(' '));
    }

    [Fact]
    public async Task A_change_by_session_proves_that_our_page_asked_for_it()
    {
        using var forged = new Caller(zhou.Http, "forged");
        var reply = await forged.Post("/cases", Caller.Complaint());
        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Type.ShouldBe(Problem.ContentType);
    }

    /// <summary>Bytes that nobody planned for: cut, doubled, turned, replaced.</summary>
    [Fact]
    public async Task No_body_whatever_makes_the_server_fail()
    {
        var id = await zhou.Opens();
        var random = new Random(20261122);
        var whole = Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(Caller.Complaint("漏\u0000水 \\ \" \u2028")));
        for (var i = 0; i < 400; i++)
        {
            var bytes = whole.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var part = bytes.AsSpan(0, random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length).ToArray();
            var content = new ByteArrayContent(part);
            content.Headers.ContentType = new("application/json");
            var path = random.Next(3) == 0 ? $"/cases/{id}/events" : "/cases";
            var reply = await zhou.Send(HttpMethod.Post, path, content);
            ((int)reply.Status).ShouldBeLessThan(500, Convert.ToBase64String(part));
        }
    }

    private static void Judge(Reply reply, HttpStatusCode status, string code)
    {
        reply.Status.ShouldBe(status, reply.ToString());
        reply.Type.ShouldBe(Problem.ContentType);
        reply.Code.ShouldBe(code);
        reply.Json["status"]!.GetValue<int>().ShouldBe((int)status);
        reply.Text("title").ShouldNotBeEmpty();
        reply.Text("type").ShouldBe($"urn:shouwen:problem:{code}");
    }
}
