using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;

namespace Shouwen.App.Tests.Store;

/// <summary>A database in a temporary folder with the shipped rule books and a clock the test moves.</summary>
public sealed class StoreWorld : IAsyncDisposable
{
    public static readonly RuleLibrary Library = RuleFolderLocation.Load().Value!;
    public static readonly Instant Morning = Instant.Parse("2026-10-08T09:00:00+08:00");

    private readonly TemporaryFolder folder = new();

    public StoreWorld()
    {
        File = folder.File("test.db");
        Clock = new FixedClock(Morning);
        Database = Database.Open(File, Tables.Schema, WhenMissing.Create);
        Log = new CaseLog(Database, Library, () => Context.Unknown, Clock);
    }

    public string File { get; }

    public FixedClock Clock { get; }

    public Database Database { get; }

    public CaseLog Log { get; }

    public List<string> Problems(LogEnd? expected = null) => Problems(Database, expected, out _);

    public static List<string> Problems(Database database, LogEnd? expected, out LogCount count)
    {
        var problems = new List<string>();
        count = new CaseVerification(database, Library, Context.Unknown).Run(expected, problem => problems.Add(problem.En));
        return problems;
    }

    public static NewEvent Opened(Instant at, string? by = "s1") =>
        NewEvent.Of(
            EventType.CaseOpened,
            at,
            by,
            $$"""{"channel":"phone","category":"property.repair","contactEndedAt":"{{at}}","unit":"3-1201","demand":"厨房漏水"}"""
        );

    public static NewEvent Event(EventType type, Instant at, string json = "{}", string by = "s1") => NewEvent.Of(type, at, by, json);

    public static NewEvent Submitted(Instant at) =>
        Event(EventType.OrderSubmitted, at, $$"""{"requiredBy":"{{at + TimeSpan.FromDays(2)}}"}""");

    public static NewEvent Progress(Instant at, string text = "已联系业主") =>
        Event(EventType.ProgressRecorded, at, $$"""{"text":"{{text}}"}""");

    /// <summary>From the opening to the issue of the order, a minute each.</summary>
    public static NewEvent[] UntilIssued(Instant at)
    {
        var minute = TimeSpan.FromMinutes(1);
        return
        [
            Opened(at),
            Submitted(at + minute),
            Event(EventType.OrderApproved, at + (2 * minute)),
            Event(
                EventType.OrderIssued,
                at + (3 * minute),
                """{"department":"property","accountable":"p1","leader":"l1","chairman":"c1"}"""
            ),
        ];
    }

    public static NewCase Historic(Instant at, string reference) =>
        new(
            "historic",
            [
                NewEvent.Of(
                    EventType.CaseOpened,
                    at,
                    null,
                    """{"channel":"热线","category":"维修","project":"星河湾","unit":"2-301","demand":"门锁坏了"}"""
                ),
                NewEvent.Of(EventType.CaseClosed, at + TimeSpan.FromHours(30), "s2", """{"text":"换锁"}"""),
            ]
        )
        {
            Source = "old",
            Reference = reference,
        };

    public async Task<string> Open(params NewEvent[] events)
    {
        var answer = await Log.Open(new NewCase("group", events) { Project = "P1", Customer = new Customer("王小明", "13800000000") });
        return answer.Done
            ? answer.Number
            : throw new InvalidOperationException(answer.Refusal?.Sentence.En ?? answer.Malformed?.Sentence.En);
    }

    public async Task<CaseAnswer> Append(string number, params NewEvent[] events) => await Log.Append(new AppendRequest(number, events));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Dispose();
    }
}
