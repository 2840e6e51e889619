using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

public sealed class CaseCallsTests : IAsyncLifetime
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
    public async Task An_opened_case_lies_at_its_location_and_its_contact_ended_now()
    {
        var opened = await zhou.Post("/cases", Caller.Complaint());
        opened.Status.ShouldBe(HttpStatusCode.Created, opened.ToString());
        opened.Text("id").ShouldStartWith("LA-2026-");
        opened.Text("number").ShouldBe(opened.Text("id"));
        opened.Text("state").ShouldBe("open");
        opened.Header("ETag").ShouldBe("\"1\"");
        opened.Header("Location").ShouldBe($"/api/v1/cases/{opened.Text("id")}");

        var read = await zhou.Get(opened.Header("Location")!);
        read.Status.ShouldBe(HttpStatusCode.OK);
        read.Text("demand").ShouldBe("飘窗渗漏");
        read.Text("project").ShouldBe("LA");
        read.Json["customer"]!["name"]!.GetValue<string>().ShouldBe("李女士");
        read.Json["customer"]!["phone"]!.GetValue<string>().ShouldBe("138****5678");
        var clock = read.Json["clocks"]![0]!;
        clock["id"]!.GetValue<string>().ShouldBe("order.submit");
        clock["clause"]!.GetValue<string>().ShouldBe("EG-14(1)");
        clock["state"]!.GetValue<string>().ShouldBe("running");
        clock["dueAt"]!.GetValue<string>().ShouldBe("2026-10-12T16:10:00+08:00");
        read.Text("dueAt").ShouldBe("2026-10-12T16:10:00+08:00");
        read.Header("ETag").ShouldBe("\"1\"");
    }

    [Fact]
    public async Task A_property_case_is_opened_under_its_own_book()
    {
        using var general = await Caller.As(app, World.GeneralManager);
        var refused = await zhou.Post("/cases", new { rules = "nowhere" });
        refused.Fields.ShouldBe(["rules"]);
        var opened = await zhou.Post(
            "/cases",
            new
            {
                rules = "property",
                project = "LA",
                channel = "phone",
                category = "property.repair",
                unit = "1-1",
                demand = "漏水",
                onSite = true,
            }
        );
        opened.Status.ShouldBe(HttpStatusCode.Created, opened.ToString());
        var read = await general.Get($"/cases/{opened.Text("id")}");
        read.Text("rules").ShouldBe("property");
        read.Json["clocks"]!.AsArray().Select(clock => clock!["id"]!.GetValue<string>()).ShouldContain("arrive");
    }

    [Fact]
    public async Task What_is_recorded_moves_the_case_and_its_version()
    {
        var id = await zhou.Opens();
        var submitted = await zhou.Post($"/cases/{id}/events", Submission());
        submitted.Status.ShouldBe(HttpStatusCode.Created, submitted.ToString());
        submitted.Text("state").ShouldBe("submitted");
        submitted.Json["version"]!.GetValue<int>().ShouldBe(2);
        submitted.Header("ETag").ShouldBe("\"2\"");

        var log = await zhou.Get($"/cases/{id}/events");
        var last = log.Json["items"]![1]!;
        last["type"]!.GetValue<string>().ShouldBe("order.submitted");
        last["by"]!.GetValue<string>().ShouldBe(World.Specialist);
        last["data"]!["requiredBy"]!.GetValue<string>().ShouldBe("2026-10-15T18:00:00+08:00");
    }

    [Fact]
    public async Task Events_of_another_role_are_forbidden_and_of_another_state_in_conflict()
    {
        var id = await zhou.Opens();
        var approved = await zhou.Post($"/cases/{id}/events", new { type = "order.approved" });
        approved.Status.ShouldBe(HttpStatusCode.Forbidden);
        approved.Code.ShouldBe("role.forbidden");
        approved.Text("detail").ShouldContain("EG-14(2)");

        using var deputy = await Caller.As(app, World.DeputyManager);
        var early = await deputy.Post($"/cases/{id}/events", new { type = "order.approved" });
        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early.Code.ShouldBe("order.notSubmitted");
    }

    [Theory]
    [InlineData(World.Reader)]
    [InlineData(World.Administrator)]
    [InlineData(World.Department)]
    public async Task Opening_is_for_the_roles_the_book_names(string who)
    {
        using var caller = await Caller.As(app, who);
        var reply = await caller.Post("/cases", Caller.Complaint());
        reply.Status.ShouldBe(HttpStatusCode.Forbidden);
        reply.Code.ShouldBe("role.forbidden");
    }

    [Fact]
    public async Task A_project_out_of_scope_is_as_unknown_as_one_that_does_not_exist()
    {
        foreach (var project in new[] { "HY", "QQ" })
        {
            var reply = await zhou.Post(
                "/cases",
                new
                {
                    project,
                    channel = "phone",
                    category = "leasing",
                    unit = "1",
                    demand = "x",
                }
            );
            reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            reply.Fields.ShouldBe(["project"]);
        }
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_the_present_one_taken()
    {
        var id = await zhou.Opens();
        foreach (var stale in new[] { "\"2\"", "W/\"1\"", "\"abc\"" })
        {
            var refused = await zhou.Post($"/cases/{id}/events", Submission(), ("If-Match", stale));
            refused.Status.ShouldBe(HttpStatusCode.PreconditionFailed, stale);
            refused.Code.ShouldBe("version.stale");
        }

        (await zhou.Post($"/cases/{id}/events", Submission(), ("If-Match", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await zhou.Post($"/cases/{id}/events", Submission(), ("If-Match", "\"7\", \"1\""))).Status.ShouldBe(HttpStatusCode.Created);
        (await zhou.Post($"/cases/{id}/events", new { type = "case.natured" }, ("If-Match", "*"))).Code.ShouldBe("fields.invalid");
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.Created, null)]
    [InlineData(0, HttpStatusCode.Created, null)]
    [InlineData(1, HttpStatusCode.UnprocessableEntity, "at.future")]
    [InlineData(-7 * 86400, HttpStatusCode.Created, null)]
    [InlineData(-(7 * 86400) - 1, HttpStatusCode.UnprocessableEntity, "at.tooLate")]
    public async Task A_past_event_is_at_most_seven_days_old_and_never_in_the_future(int seconds, HttpStatusCode status, string? code)
    {
        app.Clock.Now = TestApp.Monday - TimeSpan.FromDays(8);
        var id = await zhou.Opens();
        app.Clock.Now = TestApp.Monday;
        var at = TestApp.Monday + TimeSpan.FromSeconds(seconds);
        var reply = await zhou.Post($"/cases/{id}/events", Submission(at));
        reply.Status.ShouldBe(status, reply.ToString());
        if (code is not null)
        {
            reply.Code.ShouldBe(code);
            reply.Fields.ShouldBe(["at"]);
            return;
        }

        var recorded = (await zhou.Get($"/cases/{id}/events")).Json["items"]![1]!;
        recorded["at"]!.GetValue<string>().ShouldBe(at.ToString());
        recorded["recordedAt"]!.GetValue<string>().ShouldStartWith("2026-10-12T15:40:00");
    }

    [Fact]
    public async Task The_past_is_recorded_only_by_the_roles_the_book_names()
    {
        var id = await zhou.Opens();
        await zhou.Post($"/cases/{id}/events", Submission());
        using var deputy = await Caller.As(app, World.DeputyManager);
        var reply = await deputy.Post($"/cases/{id}/events", new { type = "order.approved", at = TestApp.Monday.ToString() });
        reply.Status.ShouldBe(HttpStatusCode.Forbidden);
        reply.Code.ShouldBe("at.forbidden");
    }

    [Fact]
    public async Task A_late_event_that_contradicts_the_log_is_refused_with_both_sides()
    {
        app.Clock.Now = TestApp.Monday - TimeSpan.FromHours(2);
        var id = await zhou.Opens();
        app.Clock.Now = TestApp.Monday - TimeSpan.FromHours(1);
        await zhou.Post($"/cases/{id}/events", Submission());
        app.Clock.Now = TestApp.Monday;
        var late = new
        {
            type = "case.resolvedOnSpot",
            at = (TestApp.Monday - TimeSpan.FromMinutes(90)).ToString(),
            data = new { signature = true },
        };
        var reply = await zhou.Post($"/cases/{id}/events", late);
        reply.Status.ShouldBe(HttpStatusCode.Conflict);
        reply.Code.ShouldBe("event.conflict");
        reply.Text("detail").ShouldContain("order.submitted");
    }

    [Fact]
    public async Task Explanation_penalties_and_the_statement_tell_the_same_figures()
    {
        var id = await Complaint.Leak().In(app);
        using var general = await Caller.As(app, World.GeneralManager);
        var items = (await general.Get($"/cases/{id}/penalties")).Json["items"]!.AsArray();
        items.Count.ShouldBeGreaterThan(3);

        var explained = (await general.Get($"/cases/{id}/explanation")).Json;
        explained["penalties"]!.AsArray().Count.ShouldBe(items.Count);
        var submission = explained["clocks"]!.AsArray().Single(each => each!["clock"]!["id"]!.GetValue<string>() == "order.submit");
        var why = submission!["why"]!;
        why["clause"]!["id"]!.GetValue<string>().ShouldBe("EG-14(1)");
        why["clause"]!["text"]!.GetValue<string>().ShouldContain("30 minutes");
        why["events"]![0]!["type"]!.GetValue<string>().ShouldBe("case.opened");

        var statement = (await general.Get("/statements/2026-10")).Json;
        statement["status"]!.GetValue<string>().ShouldBe("draft");
        Plain(statement["lines"]!).ShouldBe(Plain(items));
        statement["totals"]!.AsArray().Sum(total => total!["amount"]!.GetValue<decimal>()).ShouldBe(Sum(items));
        (await general.Get("/statements/2026-09")).Json["lines"]!.AsArray().Count.ShouldBe(0);
        (await general.Get("/statements/2026-13")).Fields.ShouldBe(["month"]);
        (await general.Get("/statements/2026-11")).Code.ShouldBe("statement.notBegun");
        (await general.Get("/statements/2031-10")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await general.Get("/statements/2026-10", ("Accept", "text/csv"))).Status.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task A_statement_is_a_workbook_when_asked_for_and_that_is_noted()
    {
        var id = await Complaint.Leak().In(app);
        using var general = await Caller.As(app, World.GeneralManager);
        var sheet = await general.Get(
            "/statements/2026-10",
            ("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        );
        sheet.Status.ShouldBe(HttpStatusCode.OK);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(sheet.Bytes));
        using var rows = new StreamReader(zip.Entries.First(entry => entry.FullName.Contains("sheet1", StringComparison.Ordinal)).Open());
        (await rows.ReadToEndAsync()).ShouldContain(id);
        app.AccessNotes().ShouldContain((World.GeneralManager, "statement.exported", "2026-10"));
    }

    [Fact]
    public async Task The_dashboard_counts_what_is_in_scope()
    {
        await zhou.Opens();
        using var other = await Caller.As(app, World.OtherSpecialist);
        (await zhou.Get("/dashboard")).Json["open"]!.GetValue<long>().ShouldBe(1);
        (await other.Get("/dashboard")).Json["open"]!.GetValue<long>().ShouldBe(0);
    }

    [Fact]
    public async Task Charges_are_for_the_roles_the_book_names()
    {
        var id = await Complaint.Leak().In(app);
        using var reader = await Caller.As(app, World.Reader);
        (await reader.Get($"/cases/{id}/penalties")).Code.ShouldBe("charges.forbidden");
        (await reader.Get("/statements/2026-10")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.Get($"/cases/{id}/explanation")).Json["penalties"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_out_of_scope_is_not_there()
    {
        var id = await zhou.Opens();
        var file = (await Attachments.Add(zhou, id, ("a.png", Pictures.Png()))).Json["items"]![0]!["id"]!.GetValue<string>();
        using var other = await Caller.As(app, World.OtherSpecialist);
        foreach (var path in new[] { "", "/events", "/penalties", "/explanation" })
        {
            var reply = await other.Get($"/cases/{id}{path}");
            reply.Status.ShouldBe(HttpStatusCode.NotFound, path);
            reply.Code.ShouldBe("case.unknown");
        }

        (await other.Post($"/cases/{id}/events", new { type = "nonsense" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Attachments.Add(other, id, ("a.png", Pictures.Png()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get($"/attachments/{file}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get("/cases")).Json["items"]!.AsArray().Count.ShouldBe(0);
        (await other.Get("/statements/2026-10")).Json["lines"]!.AsArray().Count.ShouldBe(0);
    }

    private static object Submission(Instant? at = null) =>
        new
        {
            type = "order.submitted",
            at = at?.ToString(),
            data = new { requiredBy = "2026-10-15T18:00:00+08:00" },
        };

    private static string[] Plain(JsonNode items) =>
        [.. items.AsArray().Select(item => item!.ToJsonString()).Order(StringComparer.Ordinal)];

    private static decimal Sum(JsonNode items) => items.AsArray().Sum(item => item!["amount"]?.GetValue<decimal>() ?? 0);
}
