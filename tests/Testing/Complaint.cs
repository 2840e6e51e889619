using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Testing;

/// <summary>Writes a case event by event, in the words of the replay contract.</summary>
public sealed class Complaint(string rules, string project)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<NewEvent> events = [];

    public Customer? Customer { get; init; }

    public long? CustomerId { get; init; }

    /// <summary>Adds what happened at the given time ("2026-10-08 09:05").</summary>
    public Complaint Then(string type, string at, string? by = null, object? data = null)
    {
        if (!EventTypes.TryFind(type, out var found))
        {
            throw new ArgumentException($"no event {type}", nameof(type));
        }

        events.Add(NewEvent.Of(found, At(at), by, JsonSerializer.Serialize(data ?? new { }, Json)));
        return this;
    }

    /// <summary>Opens it; the answer is its number.</summary>
    public async Task<string> In(TestApp app)
    {
        var answer = await app.Cases.Open(
            new NewCase(rules, events)
            {
                Project = project,
                Customer = Customer,
                CustomerId = CustomerId,
            }
        );
        return answer.Done ? answer.Number : throw new InvalidOperationException(Why(answer));
    }

    public static Instant At(string text) => Instant.Parse(text.Replace(' ', 'T') + ":00+08:00");

    /// <summary>A complaint that was registered and nothing else.</summary>
    public static Complaint Opened(string at, string unit, string demand, string project = "LA", string category = "property.repair") =>
        new Complaint("group", project) { Customer = new Customer("李女士", "13800005678") }.Then(
            "case.opened",
            at,
            "zhou",
            new
            {
                channel = "phone",
                category,
                contactEndedAt = At(at).ToString(),
                unit,
                demand,
            }
        );

    /// <summary>The complaint of the reference screen: late at nearly every step, major, overdue, closure applied for and rejected.</summary>
    public static Complaint Leak() =>
        Opened("2026-10-08 09:00", "澜岸 3-2-1201", "飘窗渗漏，雨天墙面起皮，要求三日内修复并恢复墙面。")
            .Then("order.submitted", "2026-10-08 09:42", "zhou", new { requiredBy = At("2026-10-12 18:00").ToString() })
            .Then("order.approved", "2026-10-08 10:10", "deputyManager")
            .Then(
                "order.issued",
                "2026-10-08 10:55",
                "generalManager",
                new
                {
                    department = "property",
                    accountable = "gao",
                    leader = "liang",
                    chairman = "chen",
                }
            )
            .Then("visit.made", "2026-10-08 12:20", "gao")
            .Then("plan.recorded", "2026-10-08 13:00", "gao", new { agreedBy = At("2026-10-11 12:00").ToString() })
            .Then("case.natured", "2026-10-10 10:00", "generalManager", new { nature = "major" })
            .Then("progress.recorded", "2026-10-10 17:00", "gao", new { text = "修补完成，等待第二遍闭水试验" });

    private static string Why(CaseAnswer answer) => answer.Refusal?.Sentence.En ?? answer.Malformed?.ToString() ?? "already there";
}
