using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Statements;

/// <summary>
/// Two months of one case that is never finished. Whatever was delivered, waived, appealed against or recorded late: what October
/// and November demand of a person is what a replay makes of the events, less what was given back.
/// </summary>
public sealed class TwoMonthsTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string leak = "";

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        leak = await Books.Leak(app);
        await app.StatementShouldBeWhatReplaySays("2026-10", leak);
        using var hr = await app.SignedIn(World.Hr);
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task An_accepted_appeal_is_a_line_of_the_next_month_and_the_sums_agree()
    {
        using var zhou = await app.SignedIn(World.Specialist);
        var line = await zhou.Line("/statements/mine", "EG-18(1)");
        using var raised = await zhou.SubmitFrom(line, $"{line}/appeals", ("AppealReason", "系统当时不能登录"));
        raised.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var general = await app.SignedIn(World.GeneralManager);
        using var decided = await general.SubmitFrom(
            line,
            $"{line}/appeal-decisions",
            ("Decision", "accepted"),
            ("Answer", "系统日志证实")
        );
        decided.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        await Books.GoTo(app, Complaint.At("2026-12-01 09:00"));
        var november = await app.StatementShouldBeWhatReplaySays("2026-11", leak);
        november["corrections"]!
            .AsArray()
            .Where(each => each!["decision"] is null)
            .Select(each => $"{each!["month"]} {each["clause"]} {each["subject"]} {each["amount"]}")
            .ShouldBe(["2026-10 EG-18(1) zhou -200"]);
        await Demanded(givenBack: 200);
        using var hr = await app.SignedIn(World.Hr);
        (await hr.Deliver(Books.November)).ShouldBe(HttpStatusCode.SeeOther);
        await Demanded(givenBack: 200);
    }

    [Fact]
    public async Task A_late_event_leaves_what_was_delivered_and_the_difference_is_the_next_ones()
    {
        var delivered = (await app.Statement()).ToJsonString();
        await app.EntryOfThe13th(leak);
        await app.Happens(leak, "plan.recorded", "2026-10-09 10:00", "gao", """{"agreedBy":"2026-10-10T12:00:00+08:00"}""");
        (await app.Statement()).ToJsonString().ShouldBe(delivered);

        await Books.GoTo(app, Complaint.At("2026-12-01 09:00"));
        await app.ShouldBeWhatReplaySays(leak);
        var november = await app.StatementShouldBeWhatReplaySays("2026-11", leak);
        november["corrections"]!.AsArray().Count.ShouldBeGreaterThan(1);
        await Demanded(givenBack: 0);
        (await app.Statement()).ToJsonString().ShouldBe(delivered);
    }

    /// <summary>Person by person, October as it was delivered and November with its corrections against the replay of both.</summary>
    private async Task Demanded(decimal givenBack)
    {
        var demanded = Sums(await app.Statement(), await app.Statement("2026-11"));
        var replayed = Sums(await app.ReplayedStatement("2026-10", leak), await app.ReplayedStatement("2026-11", leak));
        replayed[World.Specialist] -= givenBack;
        demanded.Where(person => person.Value != 0).ShouldBe(replayed.Where(person => person.Value != 0), ignoreOrder: true);
        demanded.Values.Sum().ShouldBeGreaterThan(1000);
    }

    private static Dictionary<string, decimal> Sums(params JsonNode[] statements) =>
        statements
            .SelectMany(each => each["totals"]!.AsArray())
            .GroupBy(total => $"{total!["subject"]}", StringComparer.Ordinal)
            .ToDictionary(
                person => person.Key,
                person => person.Sum(total => decimal.Parse($"{total!["amount"]}", CultureInfo.InvariantCulture)),
                StringComparer.Ordinal
            );
}
