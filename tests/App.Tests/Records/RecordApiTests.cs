using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Records;

/// <summary>Records over the API: typed, in the log beside the events, and never judged.</summary>
public sealed class RecordApiTests : IAsyncLifetime
{
    private static readonly object Refusal = new
    {
        department = "engineering",
        asked = "派防水班组",
        answer = "无人可派",
    };

    private TestApp app = null!;
    private Caller gao = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        gao = await Caller.As(app, World.Department);
        number = await Complaint.Leak().In(app);
    }

    public async Task DisposeAsync()
    {
        gao.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_record_is_kept_with_its_words_and_read_back_by_type()
    {
        var before = await gao.Get($"/cases/{number}");
        var noted = await Note(Refusal);
        noted.Status.ShouldBe(HttpStatusCode.Created, noted.ToString());
        noted.Text("state").ShouldBe("issued");
        noted.Json["version"]!.GetValue<int>().ShouldBe(9);
        noted.Header("ETag").ShouldBe("\"9\"");

        var record = (await Records())[0]!;
        record["seq"]!.GetValue<int>().ShouldBe(9);
        record["type"]!.GetValue<string>().ShouldBe("cooperation.refused");
        record["name"]!.GetValue<string>().ShouldBe("Cooperation refused");
        record["clause"]!.GetValue<string>().ShouldBe("EG-4");
        record["by"]!.GetValue<string>().ShouldBe(World.Department);
        record["data"]!.ToJsonString(Plain).ShouldBe("""{"department":"engineering","asked":"派防水班组","answer":"无人可派"}""");

        var after = await gao.Get($"/cases/{number}");
        after.Json["clocks"]!.ToJsonString().ShouldBe(before.Json["clocks"]!.ToJsonString(), "no clock looks at a record");
    }

    [Fact]
    public async Task The_list_of_events_knows_nothing_of_records_and_events_go_on_behind_them()
    {
        await Note(Refusal);
        var progress = await gao.Post(
            $"/cases/{number}/events",
            new { type = "progress.recorded", data = new { text = "已联系防水班组" } },
            ("If-Match", "\"9\"")
        );
        progress.Status.ShouldBe(HttpStatusCode.Created, progress.ToString());
        await Note(Refusal);

        var events = (await gao.Get($"/cases/{number}/events")).Json;
        events["version"]!.GetValue<int>().ShouldBe(11);
        events["items"]!.AsArray().Select(item => item!["seq"]!.GetValue<int>()).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 10]);
        (await Records()).Select(item => item!["seq"]!.GetValue<int>()).ShouldBe([9, 11]);
        app.Clock.Now = TestApp.Monday + TimeSpan.FromHours(3);
        var why = (await gao.Get($"/cases/{number}/explanation")).Json;
        why["clocks"]!
            .AsArray()
            .SelectMany(clock => clock!["why"]!["events"]!.AsArray())
            .ShouldContain(used => used!["seq"]!.GetValue<int>() == 10 && used["type"]!.GetValue<string>() == "progress.recorded");
    }

    [Fact]
    public async Task If_match_counts_records_too()
    {
        await Note(Refusal);
        var stale = await gao.Post(
            $"/cases/{number}/events",
            new { type = "progress.recorded", data = new { text = "x" } },
            ("If-Match", "\"8\"")
        );
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed, stale.ToString());
        var staleRecord = await Note(Refusal, ("If-Match", "\"8\""));
        staleRecord.Status.ShouldBe(HttpStatusCode.PreconditionFailed, staleRecord.ToString());
        (await Note(Refusal, ("If-Match", "\"9\""))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_key_notes_it_once()
    {
        var first = await Note(Refusal, ("Idempotency-Key", "one"));
        var again = await Note(Refusal, ("Idempotency-Key", "one"));
        again.Bytes.ShouldBe(first.Bytes);
        again.Header("Idempotency-Replayed").ShouldBe("true");
        (await Records()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"type":"cooperation.refused"}""", 422, "data.department data.asked data.answer")]
    [InlineData(
        """{"type":"cooperation.refused","data":{"department":"moon","asked":1,"answer":"x"}}""",
        422,
        "data.department data.asked"
    )]
    [InlineData("""{"type":"cooperation.refused","data":{"department":"sales","asked":"a","answer":"b","more":1}}""", 422, "data.more")]
    [InlineData("""{"type":"cooperation.refused","event":0,"data":{}}""", 422, "event")]
    [InlineData("""{"type":"cooperation.refused","event":"x","data":{}}""", 422, "event")]
    [InlineData("""{"type":"cooperation.refused","event":99,"data":{"department":"sales","asked":"a","answer":"b"}}""", 409, "")]
    [InlineData("""{"type":"record.cooperation.refused","data":{}}""", 422, "type")]
    [InlineData("""{"type":"order.approved","data":{}}""", 422, "type")]
    [InlineData("""{"type":7,"data":{}}""", 422, "type")]
    [InlineData("""{"data":{}}""", 422, "type")]
    [InlineData("""{"type":"a","type":"b"}""", 422, "type")]
    [InlineData("""{"type":"a","colour":"b"}""", 422, "colour")]
    [InlineData("""{"type":"cooperation.refused","data":[]}""", 400, "")]
    [InlineData("""{"type":"cooperation.refused","data":{"asked":"\ud800"}}""", 400, "")]
    [InlineData("[]", 400, "")]
    [InlineData("{", 400, "")]
    [InlineData("", 400, "")]
    public async Task Nonsense_is_answered_by_field_and_nothing_is_kept(string body, int status, string fields)
    {
        var reply = await gao.PostText($"/cases/{number}/records", body);
        ((int)reply.Status).ShouldBe(status, reply.ToString());
        string.Join(' ', reply.Fields).ShouldBe(fields, reply.ToString());
        (await Records()).ShouldBeEmpty();
        app.Cases.Load(number)!.Version.ShouldBe(8);
    }

    [Fact]
    public async Task A_value_that_imitates_an_erased_text_is_not_taken()
    {
        var digest = "sha256:" + new string('a', 43);
        var reply = await Note(
            new
            {
                department = "sales",
                asked = digest,
                answer = "b",
            }
        );
        reply.Status.ShouldBe(HttpStatusCode.Created, "as words it is only words: they are kept apart");
        (await Records())[0]!["data"]!["asked"]!.GetValue<string>().ShouldBe(digest);
    }

    [Fact]
    public async Task Roles_states_and_scope_are_asked()
    {
        using var zhou = await Caller.As(app);
        var forbidden = await zhou.Post($"/cases/{number}/records", new { type = "cooperation.refused", data = Refusal });
        forbidden.Status.ShouldBe(HttpStatusCode.Forbidden, forbidden.ToString());
        forbidden.Code.ShouldBe("role.forbidden");

        var open = await Complaint.Opened("2026-10-12 15:20", "3-2-1201", "门锁").In(app);
        var early = await gao.Post($"/cases/{open}/records", new { type = "cooperation.refused", data = Refusal });
        early.Status.ShouldBe(HttpStatusCode.Conflict, early.ToString());
        early.Code.ShouldBe("record.notNow");

        using var he = await Caller.As(app, World.OtherSpecialist);
        (await he.Get($"/cases/{number}/records")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await he.Post($"/cases/{number}/records", new { type = "cooperation.refused", data = Refusal })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await Records()).ShouldBeEmpty();
    }

    private static System.Text.Json.JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<Reply> Note(object data, params (string Name, string Value)[] headers) =>
        gao.Post($"/cases/{number}/records", new { type = "cooperation.refused", data }, headers);

    private async Task<JsonArray> Records() => (await gao.Get($"/cases/{number}/records")).Json["items"]!.AsArray();
}
