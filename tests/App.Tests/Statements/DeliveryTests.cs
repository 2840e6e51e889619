using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Import;
using Shouwen.App.Tests.Store;
using Shouwen.App.Tests.Web;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Statements;

/// <summary>Delivered is frozen; whatever changes afterwards stands in the next statement.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient hr = null!;
    private string leak = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        leak = await Books.Leak(app);
        hr = await app.SignedIn(World.Hr);
    }

    public async Task DisposeAsync()
    {
        hr.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_delivered_statement_survives_late_events_and_the_next_one_corrects_it()
    {
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        var delivered = (await app.Statement()).ToJsonString();
        delivered.ShouldContain("\"status\":\"delivered\"");
        await app.EntryOfThe13th(leak);

        (await app.Statement()).ToJsonString().ShouldBe(delivered);
        var correction = (await app.Statement("2026-11"))["corrections"]!.AsArray().First(each => each!["decision"] is null)!;
        correction["month"]!.GetValue<string>().ShouldBe("2026-10");
        correction["clause"]!.GetValue<string>().ShouldBe("EG-35c");
        correction["case"]!.GetValue<string>().ShouldBe(leak);
        correction["units"]!.GetValue<int>().ShouldBe(-1);
        correction["amount"]!.GetValue<decimal>().ShouldBe(-200);
        (await hr.Page(Books.November)).Texts(".lines").ShouldContain(line => line.Contains("更正 2026-10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_that_changes_again_is_corrected_against_all_that_was_delivered()
    {
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        await app.EntryOfThe13th(leak);
        await Books.GoTo(app, Complaint.At("2026-12-01 09:00"));
        hr = await app.SignedIn(World.Hr);
        (await hr.Deliver(Books.November)).ShouldBe(HttpStatusCode.SeeOther);
        await app.Happens(leak, "progress.recorded", "2026-10-14 17:00", "gao", """{"text":"补记"}""");

        var december = (await app.Statement("2026-12"))["corrections"]!.AsArray();
        december.Count(each => each!["clause"]!.GetValue<string>() == "EG-35c").ShouldBe(1);
        december.Single(each => each!["clause"]!.GetValue<string>() == "EG-35c")!["amount"]!.GetValue<decimal>().ShouldBe(-200);
        Verified().ShouldBeEmpty();
    }

    [Fact]
    public async Task Delivered_and_corrections_come_to_what_the_events_say_now()
    {
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        await app.EntryOfThe13th(leak);
        await app.Happens(leak, "plan.recorded", "2026-10-09 10:00", "gao", """{"agreedBy":"2026-10-10T12:00:00+08:00"}""");
        var charged = Sum((await app.Statement())["lines"]!) + Sum((await app.Statement("2026-11"))["corrections"]!);
        using var general = await Api.Caller.As(app, World.GeneralManager);
        var now = (await general.Get($"/cases/{leak}/penalties")).Json["items"]!.AsArray();
        charged.ShouldBe(now.Where(item => item!["month"]!.GetValue<string>() == "2026-10").Sum(Amount));
        Sum((await app.Statement("2026-11"))["corrections"]!).ShouldNotBe(0);
    }

    [Fact]
    public async Task A_decision_nobody_took_comes_up_again_and_a_waived_line_does_not()
    {
        var waived = await hr.Line(Books.October, "EG-18(1)");
        (await hr.Settle(waived, ("Outcome", "waived"), ("Reason", "线路中断"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        var corrections = (await app.Statement("2026-11"))["corrections"]!.AsArray();
        corrections.Select(each => each!["clause"]!.GetValue<string>()).ShouldBe(["EG-36(3)"]);
        corrections[0]!["decision"]!.GetValue<string>().ShouldContain("bonus 50-100%");
        (await app.Statement())["decisions"]!
            .AsArray()
            .Select(each => each!["outcome"]!.GetValue<string>())
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(["waived", "confirmed"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_who_the_book_names_delivers_and_only_once()
    {
        foreach (var who in new[] { World.Finance, World.GeneralManager, World.Specialist })
        {
            using var other = await app.SignedIn(who);
            using var refused = await other.SubmitFrom(Books.October, $"{Books.October}/delivery");
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, who);
        }

        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        (await hr.Deliver()).ShouldBe(HttpStatusCode.Conflict);
        (await hr.Settle(await hr.Line(Books.October, "EG-35c"), ("Outcome", "confirmed"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Hr_and_finance_are_told_of_the_draft_and_of_the_delivery_each_once()
    {
        var draft = app.Services.GetServices<TimedWork>().Single(work => work.Name == "statements.draft");
        (await draft.Run(Books.SecondOfNovember, default)).ShouldBe(1);
        (await draft.Run(Books.SecondOfNovember, default)).ShouldBe(0);
        (await hr.Page("/messages/mine")).Texts(".entries .link").ShouldBe(["2026-10 扣罚月报草稿已生成"]);
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        using var finance = await app.SignedIn(World.Finance);
        var page = await finance.Page("/messages/mine");
        page.Texts(".entries .link").ShouldBe(["2026-10 扣罚月报已报送"]);
        page.QuerySelector(".entries .link")!.GetAttribute("href").ShouldBe("/statements/2026-10");
        (await draft.Run(Books.SecondOfNovember, default)).ShouldBe(0);
    }

    [Theory]
    [InlineData("UPDATE statement_line SET amount_fen = amount_fen + 1 WHERE ordinal = 0")]
    [InlineData("UPDATE statement_line SET reason = 'x' WHERE ordinal = 1")]
    [InlineData("UPDATE statement_total SET amount_fen = amount_fen - 1")]
    [InlineData("UPDATE statement SET rule_versions = rule_versions || ' '")]
    [InlineData("UPDATE statement SET log_hash = zeroblob(32)")]
    [InlineData("DELETE FROM statement_line WHERE ordinal = 0")]
    public async Task Verify_finds_one_changed_character(string change)
    {
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        Verified().ShouldBeEmpty();
        await using (var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
        }

        Verified().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_command_line_prints_freezes_and_says_when_it_cannot()
    {
        string[] at = ["--database", app.DatabaseFile];
        var draft = await Cli.RunAt(app.Clock, ["statement", "2026-10", .. at]);
        draft.Exit.ShouldBe(0);
        draft.Json.GetProperty("status").GetString().ShouldBe("draft");
        Sum(JsonNode.Parse(draft.Out)!["lines"]!).ShouldBe(Sum((await app.Statement())["lines"]!));

        var delivered = await Cli.RunAt(app.Clock, ["statement", "2026-10", "--deliver", .. at]);
        delivered.Exit.ShouldBe(0, delivered.Error);
        delivered.Json.GetProperty("status").GetString().ShouldBe("delivered");
        delivered.Json.GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        JsonSerializer
            .Serialize(delivered.Json)
            .ShouldBe(JsonSerializer.Serialize((await Cli.RunAt(app.Clock, ["statement", "2026-10", .. at])).Json));

        var again = await Cli.RunAt(app.Clock, ["statement", "2026-10", "--deliver", .. at]);
        again.Exit.ShouldBe(1);
        again.Out.ShouldBe(delivered.Out);
        again.Error.ShouldContain("never changes");
        (await Cli.RunAt(app.Clock, ["statement", "2099-01", "--deliver", .. at])).Exit.ShouldBe(1);
        (await Cli.RunAt(app.Clock, ["statement", "October", .. at])).Exit.ShouldBe(2);
        (await Cli.RunAt(app.Clock, ["statement", .. at])).Exit.ShouldBe(2);
    }

    private List<string> Verified()
    {
        var database = app.Services.GetRequiredService<Database>();
        var problems = new List<string>();
        new Cases.Contract.CaseVerification(database, StoreWorld.Library, PostHolders.Load(database)).Run(
            null,
            problem => problems.Add(problem.En)
        );
        return problems;
    }

    private static decimal Sum(JsonNode lines) => lines.AsArray().Sum(Amount);

    private static decimal Amount(JsonNode? line) => line!["amount"]?.GetValue<decimal>() ?? 0;
}
