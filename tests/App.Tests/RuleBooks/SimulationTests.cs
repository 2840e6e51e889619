using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Import;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.CommandLine;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Model;
using Shouwen.RuleDesk.Simulating;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.RuleBooks;

/// <summary>What a period would have cost under a draft: the same as a replay, in the background, and in nobody's way.</summary>
public sealed class SimulationTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2026, 10, 1);
    private static readonly DateOnly End = new(2026, 11, 1);

    /// <summary>The runner is called by the tests.</summary>
    private static readonly Dictionary<string, string?> NoTimers = new(StringComparer.Ordinal) { ["Timers:Enabled"] = "false" };

    private TestApp app = null!;
    private HttpClient general = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld(NoTimers);
        general = await app.SignedIn(World.GeneralManager);
    }

    public async Task DisposeAsync()
    {
        general.Dispose();
        await app.DisposeAsync();
    }

    private Database Database => app.Services.GetRequiredService<Database>();

    private RuleLibrary Rules => app.Services.GetRequiredService<RuleLibrary>();

    private Func<string, IReadOnlyList<string>> Above => app.Services.GetRequiredService<OrganisationTree>().UpFrom;

    [Fact]
    public async Task A_simulation_equals_the_replay_of_the_same_events_under_the_draft()
    {
        var draft = Strict();
        List<string> numbers =
        [
            await Complaint.Leak().In(app),
            await Complaint.Leak().In(app),
            await Complaint.Opened("2026-10-12 09:00", "1-1", "漏水").In(app),
        ];
        await Complaint.Opened("2026-09-30 09:00", "1-1", "上月的").In(app);

        var result = Simulate(draft)!;

        result.Cases.ShouldBe(3);
        result.Total.After.ShouldNotBe(result.Total.Before);
        var before = Replayed(numbers, Rules.Books["group"]);
        var after = Replayed(numbers, draft);
        result.Total.Before.ShouldBe(Consequences.Of(before.Select(each => each.Item)));
        result.Total.After.ShouldBe(Consequences.Of(after.Select(each => each.Item)));
        After(result.ByClause).ShouldBe(Sums(after, each => each.Item.Clause));
        After(result.ByPerson).ShouldBe(Sums(after, each => each.Item.Subject));
        result.Differences.Select(sum => sum.Key).ShouldBe(numbers.Take(2));

        static List<(string, Consequences)> After(IEnumerable<Simulated> sums) =>
            [.. sums.Where(sum => sum.After != default).Select(sum => (sum.Key, sum.After))];
    }

    /// <summary>Both as they are called from a shell, over the events anybody can export.</summary>
    [Fact]
    public async Task A_stricter_draft_costs_what_the_verb_replay_makes_of_the_exported_events_under_it()
    {
        using var folder = new TestFolder();
        var file = folder.Write("strict.yaml", StrictText());
        string[] numbers = [await Complaint.Leak().In(app), await Complaint.Opened("2026-10-12 09:00", "1-1", "漏水").In(app)];
        app.Clock.Now = Complaint.At("2026-10-31 09:00");
        var (code, output) = await Verb([
            "rules",
            "simulate",
            file,
            "--from",
            "2026-10-01",
            "--to",
            "2026-11-01",
            "--database",
            app.DatabaseFile,
        ]);
        code.ShouldBe(0);
        var simulated = JsonDocument.Parse(output).RootElement;
        foreach (var (side, rules) in new[] { ("before", RuleFolderLocation.FileOf("group")), ("after", file) })
        {
            var items = (await app.ReplayedUnder(rules, numbers)).SelectMany(each => each["penalties"]!.AsArray()).ToList();
            var total = simulated.GetProperty(side);
            total.GetProperty("amount").GetDecimal().ShouldBe(items.Sum(item => (decimal?)item!["amount"] ?? 0), side);
            total.GetProperty("percentOfBonus").GetInt32().ShouldBe(items.Sum(item => (int?)item!["percentOfBonus"] ?? 0), side);
            total.GetProperty("decisions").GetInt32().ShouldBe(items.Count(item => item!["decision"] is not null), side);
            foreach (var clause in simulated.GetProperty("byClause").EnumerateArray())
            {
                clause
                    .GetProperty(side)
                    .GetProperty("amount")
                    .GetDecimal()
                    .ShouldBe(
                        items
                            .Where(item => $"{item!["clause"]}" == clause.GetProperty("clause").GetString())
                            .Sum(item => (decimal?)item!["amount"] ?? 0),
                        $"{side} {clause}"
                    );
            }
        }

        simulated
            .GetProperty("after")
            .GetProperty("amount")
            .GetDecimal()
            .ShouldBeGreaterThan(simulated.GetProperty("before").GetProperty("amount").GetDecimal());
    }

    [Fact]
    public async Task The_book_as_it_stands_makes_no_difference()
    {
        await Complaint.Leak().In(app);
        var result = Simulate(Rules.Books["group"])!;
        result.Differences.ShouldBeEmpty();
        result.Total.After.ShouldBe(result.Total.Before);
        result.Total.Before.Amount.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_period_counts_its_first_day_and_not_its_last()
    {
        await Complaint.Opened("2026-10-01 00:00", "1-1", "第一天").In(app);
        await Complaint.Opened("2026-10-11 23:59", "1-1", "最后一天").In(app);
        await Complaint.Opened("2026-10-12 00:00", "1-1", "之后").In(app);
        Simulate(Strict(), to: new DateOnly(2026, 10, 12))!.Cases.ShouldBe(2);
    }

    [Fact]
    public async Task On_the_page_it_is_begun_left_done_and_reported()
    {
        var number = await Complaint.Leak().In(app);
        var draft = await Draft();
        using var begun = await general.SubmitFrom(draft, draft + "/simulations", ("from", "2026-10-01"), ("to", "2026-11-01"));
        begun.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var path = begun.Headers.Location!.OriginalString;
        (await general.Page(path)).QuerySelector("#progress")!.TextContent.ShouldContain("等待计算");

        (await Run()).ShouldBe(1);

        var page = await general.Page(path);
        page.Texts("p.muted").ShouldContain("计算 1 件，1 件结果不同");
        page.Texts(".simulated a").ShouldBe([number]);
        page.Texts("tbody tr").ShouldContain(row => row.StartsWith("EG-35b 无 ¥500.00", StringComparison.Ordinal));
        (await general.Page("/messages/mine")).Body!.TextContent.ShouldContain("草稿试算完成，1 件案件结果不同");
        (await general.Page(draft)).Texts(".try-out .entries a").Single().ShouldContain("2026-10-01 至 2026-11-01");
        (await Run()).ShouldBe(0, "nothing is computed twice");
    }

    [Theory]
    [InlineData("", "2026-11-01")]
    [InlineData("2026-11-01", "2026-11-01")]
    [InlineData("2026-11-02", "2026-11-01")]
    [InlineData("soon", "later")]
    [InlineData("2006-11-01", "2026-11-02")]
    public async Task A_period_that_is_none_is_refused_and_kept(string from, string to)
    {
        var draft = await Draft();
        using var refused = await general.SubmitFrom(draft, draft + "/simulations", ("from", from), ("to", to));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await refused.Content.ReadAsStringAsync());
        page.Texts("#period-problem").Length.ShouldBe(1);
        page.QuerySelector("#from")!.GetAttribute("value").ShouldBe(from);
    }

    [Fact]
    public async Task A_cancelled_one_is_not_computed()
    {
        var path = await Begin();
        using var cancelled = await general.SubmitFrom(path, path + "/cancel");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Run()).ShouldBe(0);
        (await general.Page(path)).QuerySelector("#progress")!.TextContent.ShouldContain("已取消");
    }

    [Fact]
    public async Task What_is_cancelled_while_it_runs_leaves_nothing()
    {
        await Complaint.Leak().In(app);
        var asked = 0;
        var result = new CaseSimulation(Database, Rules, Context.Unknown, Above).Run(
            Strict(),
            First,
            End,
            Scope.WholeGroup,
            TestApp.Monday,
            (_, _) => ++asked < 2
        );
        result.ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_dies_leaves_it_to_the_next()
    {
        await Complaint.Leak().In(app);
        var path = await Begin();
        var now = app.Clock.Now;
        await Database.Writer.Write(session => SimulationSql.Claim(session, now, now + TimeSpan.FromMinutes(2)));
        (await Run()).ShouldBe(0, "somebody has it");
        app.Clock.Now = now + TimeSpan.FromMinutes(2);
        (await Run()).ShouldBe(1, "the lease has run out");
        (await general.Page(path)).Texts("p.muted").ShouldContain("计算 1 件，1 件结果不同");
    }

    [Fact]
    public async Task Nobody_sees_what_others_tried_out()
    {
        var path = await Begin();
        foreach (var who in new[] { World.Specialist, World.DeputyManager, World.Reader })
        {
            using var visitor = await app.SignedIn(who);
            using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, who);
        }
    }

    [Fact]
    public async Task The_verb_says_the_same_in_JSON()
    {
        var number = await Complaint.Leak().In(app);
        using var folder = new TestFolder();
        var file = folder.Write("strict.yaml", StrictText());
        var (code, output) = await Verb([
            "rules",
            "simulate",
            file,
            "--from",
            "2026-10-01",
            "--to",
            "2026-11-01",
            "--database",
            app.DatabaseFile,
        ]);
        code.ShouldBe(0);
        var json = JsonDocument.Parse(output).RootElement;
        json.GetProperty("cases").GetInt32().ShouldBe(1);
        json.GetProperty("differences").EnumerateArray().Single().GetProperty("case").GetString().ShouldBe(number);
        json.GetProperty("byClause").GetArrayLength().ShouldBeGreaterThan(2);
        (await Verb(["rules", "simulate", file, "--from", "2026-11-01", "--to", "2026-11-01"])).Code.ShouldBe(2);
        (await Verb(["rules", "simulate", file])).Code.ShouldBe(2);
        (await Verb(["rules", "simulate", "--from", "2026-10-01", "--to", "2026-11-01"])).Code.ShouldBe(2);
    }

    private SimulationResult? Simulate(RuleBook draft, DateOnly? to = null) =>
        new CaseSimulation(Database, Rules, PostHolders.Load(Database), Above).Run(
            draft,
            First,
            to ?? End,
            Scope.WholeGroup,
            app.Clock.Now,
            (_, _) => true
        );

    /// <summary>A plan costs more and everything is due sooner.</summary>
    private static RuleBook Strict() => RuleBookFile.ReadText(StrictText(), "strict").Value!;

    private static string StrictText() =>
        File.ReadAllText(RuleFolderLocation.FileOf("group"))
            .Replace("limit: 60m}", "limit: 20m}", StringComparison.Ordinal)
            .Replace("clause: EG-35b, amount: 300", "clause: EG-35b, amount: 500", StringComparison.Ordinal);

    private IReadOnlyList<(string Case, Penalty Item)> Replayed(IEnumerable<string> numbers, RuleBook book)
    {
        var all = new List<(string, Penalty)>();
        foreach (var number in numbers)
        {
            var file = app.Cases.Load(number)!;
            var (history, refusal, _) = CaseHistory.Fold(book, Rules.Calendar, file.History.Events);
            refusal.ShouldBeNull();
            var replay = new Replay(book, Rules.Calendar, app.Clock.Now);
            replay
                .Read(Encoding.UTF8.GetBytes("""{"type":"context","deputyManager":"deputy","generalManager":"general"}"""))
                .ShouldBeNull();
            foreach (var happened in file.Events)
            {
                var line =
                    $$"""{"case":"{{number}}","type":"{{happened.Type.Name()}}","at":"{{happened.At}}",{{(happened.By is null ? "" : $"\"by\":\"{happened.By}\",")}}"data":{{happened.Data}}}""";
                replay.Read(Encoding.UTF8.GetBytes(line)).ShouldBeNull(line);
            }

            using var output = new MemoryStream();
            replay.Write(output, null);
            var judged = history.Judge(app.Clock.Now, PostHolders.Load(Database)).Penalties;
            var written = JsonDocument.Parse(output.ToArray()).RootElement.GetProperty("cases")[0].GetProperty("penalties");
            written.GetArrayLength().ShouldBe(judged.Count);
            written
                .EnumerateArray()
                .Sum(item => item.TryGetProperty("amount", out var amount) ? amount.GetDecimal() : 0)
                .ShouldBe(judged.Sum(item => item.Amount ?? 0));
            all.AddRange(judged.Select(item => (number, item)));
        }

        return all;
    }

    private static List<(string, Consequences)> Sums(
        IEnumerable<(string Case, Penalty Item)> items,
        Func<(string Case, Penalty Item), string> key
    ) =>
        [
            .. items
                .GroupBy(key, StringComparer.Ordinal)
                .OrderBy(sum => sum.Key, StringComparer.Ordinal)
                .Select(sum => (sum.Key, Consequences.Of(sum.Select(each => each.Item)))),
        ];

    private Task<long> Run() => app.Services.GetRequiredService<SimulationRunner>().Run(CancellationToken.None);

    private async Task<string> Draft()
    {
        using var begun = await general.SubmitFrom("/rules/group", "/rules/group/drafts");
        var path = begun.Headers.Location!.OriginalString;
        using var saved = await general.Submit(path, ("text", StrictText()), ("revision", "0"));
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return path;
    }

    private async Task<string> Begin()
    {
        var draft = await Draft();
        using var begun = await general.SubmitFrom(draft, draft + "/simulations", ("from", "2026-10-01"), ("to", "2026-11-01"));
        return begun.Headers.Location!.OriginalString;
    }

    private async Task<(int Code, string Output)> Verb(string[] words)
    {
        using var input = new MemoryStream();
        using var output = new MemoryStream();
        await using var said = new StreamWriter(output, leaveOpen: true) { AutoFlush = true };
        await using var complained = new StringWriter();
        var code = await Verbs.Run(words, new Terminal(input, output, said, complained, Language.English, app.Clock));
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }
}
