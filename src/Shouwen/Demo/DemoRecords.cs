using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

/// <summary>
/// What is noted of the cases still under way: the conduct at each visit, what will be done, what the customer said, and now
/// and then a department that refuses to help. Nothing here is drawn by chance: the same cases bring the same records.
/// </summary>
internal sealed class DemoRecords(RuleBook book)
{
    private const int OneFailsIn = 4;
    private const int OneRefusesIn = 9;
    private const int OneRatesIn = 5;

    private static readonly int[] Scores = [5, 4, 5, 3, 5, 4, 4, 5, 2, 5, 4];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Cases whose present order is issued and not yet closed.</summary>
    public static bool Concern(DemoCase demo) =>
        demo.Procedure == Procedure.Group
        && demo.Events.FindLastIndex(happened => happened.Type == EventType.OrderIssued)
            > demo.Events.FindLastIndex(happened => happened.Type is EventType.CaseReopened or EventType.ClosureApproved);

    /// <param name="demo">The case.</param>
    /// <param name="place">Which of the cases under way it is.</param>
    public IEnumerable<NewRecord> Of(DemoCase demo, int place)
    {
        foreach (var (index, happened) in demo.Events.Index())
        {
            if (BesideOf(happened, place) is var (name, data))
            {
                yield return Note(name, happened.At, happened.By, data, index + 1);
            }
        }

        if (place % OneRefusesIn == 0 && demo.Events.FindLast(happened => happened.Type == EventType.VisitMade) is { } visit)
        {
            yield return Note("cooperation.refused", visit.At, visit.By, Refused(), null);
        }
    }

    /// <summary>Every so many receptions a customer rates the desk.</summary>
    public static bool IsRated(DemoCase demo, int place) => demo.Procedure == Procedure.Group && place % OneRatesIn == 0;

    /// <summary>The desks differ, and none is rated the same twice running.</summary>
    public static NewRecord Rating(DemoCase demo, int place)
    {
        var opened = demo.Events[0];
        var score = Scores[(place / OneRatesIn * (1 + demo.Unit.Project.Code[0] % 3)) % Scores.Length];
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["score"] = score,
            ["specialist"] = demo.Unit.Project.Specialist.Id,
        };
        return Note("desk.rated", opened.At, null, data, null);
    }

    private (string Name, Dictionary<string, object> Data)? BesideOf(DemoEvent happened, int place) =>
        happened.Type switch
        {
            EventType.VisitMade => ("visit.conduct", Conduct(happened.At, place)),
            EventType.PlanRecorded => ("plan.text", Text("text", DemoTexts.Plans[place % DemoTexts.Plans.Length])),
            EventType.RefusalRecorded => ("visit.material", Text("tried", DemoTexts.Tried[place % DemoTexts.Tried.Length])),
            EventType.CallbackMade => ("callback.words", Text("words", DemoTexts.Said[place % DemoTexts.Said.Length])),
            _ => null,
        };

    /// <summary>All in order, but for one item at every fourth visit.</summary>
    private Dictionary<string, object> Conduct(Instant at, int place)
    {
        var items = book.At(at).Records["visit.conduct"].Fields;
        var failed = place % OneFailsIn == 0 ? place % items.Count : -1;
        return items
            .Index()
            .ToDictionary(
                item => item.Item.Name,
                object (item) => item.Index == failed ? RecordField.No : RecordField.Yes,
                StringComparer.Ordinal
            );
    }

    private static Dictionary<string, object> Text(string field, string words) => new(StringComparer.Ordinal) { [field] = words };

    private static Dictionary<string, object> Refused() =>
        new(StringComparer.Ordinal)
        {
            ["department"] = "engineering",
            ["asked"] = "派防水班组配合返工",
            ["answer"] = "班组都在外项目，本周无人可派",
        };

    private static NewRecord Note(string name, Instant at, string? by, Dictionary<string, object> data, int? happened) =>
        NewRecord.Of(name, at, by, JsonSerializer.Serialize(data, Json)) with
        {
            Event = happened,
            RecordedAt = at.ToDateTimeOffset(),
        };
}
