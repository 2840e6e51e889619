using System.Text;
using System.Text.Json.Nodes;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>The examples of one book: what happened, and what the measures must make of it.</summary>
internal sealed record ExampleFile(string Book, IReadOnlyList<Example> Examples);

/// <param name="About">What it shows, for people.</param>
/// <param name="Context">Holders of posts and bonuses.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Until">The moment it is judged at.</param>
/// <param name="State">The state the case must be in.</param>
/// <param name="Clocks">Complete for every clock id they name.</param>
/// <param name="WithoutClocks">Ids of clocks that must not be there.</param>
/// <param name="Clauses">The clauses <paramref name="Penalties"/> is complete for; null for all.</param>
/// <param name="Penalties">The items in order; null when the example does not look at them.</param>
/// <param name="Refused">The code with which the last event must be refused.</param>
internal sealed record Example(
    Words About,
    Context Context,
    IReadOnlyList<CaseEvent> Events,
    Instant Until,
    string? State,
    IReadOnlyList<ExpectedClock> Clocks,
    IReadOnlyList<string> WithoutClocks,
    IReadOnlyList<string>? Clauses,
    IReadOnlyList<ExpectedPenalty>? Penalties,
    string? Refused
);

internal sealed record ExpectedClock(string Id, string Clause, Instant Due, Instant? Stopped, string State, int Cycle, bool Provisional);

internal sealed record ExpectedPenalty(
    string Clause,
    string Subject,
    int Units,
    decimal? Amount,
    int? PercentOfBonus,
    string? Decision,
    string Month
);

/// <summary>
/// Reads *.examples.yaml. Events are written flat, with local times; they pass through the reader of real events, so that
/// an example cannot say what a client could not send.
/// </summary>
internal sealed class ExamplesReader
{
    private readonly Procedure procedure;
    private readonly EventReader events;

    private ExamplesReader(Procedure procedure)
    {
        this.procedure = procedure;
        events = new EventReader(procedure);
    }

    public static bool Recognises(MapNode root) => root.Find("examples") is not null;

    public static ExampleFile? Read(Node tree, Findings findings)
    {
        if (tree is not MapNode root)
        {
            findings.Add(tree.Line, "file", Faults.NoMap);
            return null;
        }

        var reading = new Reading(findings);
        var file = reading.Open(root, "", 1);
        var book = file.Text("book");
        var reader = new ExamplesReader(file.Choice<Procedure>("procedure"));
        var examples = file.List("examples").Select(reader.Example).ToArray();
        reading.ReportUnknownKeys();
        return findings.Any ? null : new ExampleFile(book, examples);
    }

    private Example Example(Entry entry) =>
        new(
            entry.Words("about"),
            entry.Has("context") ? Context(entry.Map("context")) : Contract.Context.Unknown,
            [.. entry.List("events").Select(Event).OfType<CaseEvent>()],
            Time(entry, "until"),
            entry.Has("state") ? entry.Text("state") : null,
            [.. entry.OptionalList("clocks").Select(Clock)],
            entry.Has("withoutClocks") ? entry.Texts("withoutClocks") : [],
            entry.Has("clauses") ? entry.Texts("clauses") : null,
            entry.Has("penalties") ? [.. entry.List("penalties").Select(Penalty)] : null,
            entry.Has("refused") ? entry.Text("refused") : null
        );

    private static Context Context(Entry entry)
    {
        var bonus = entry.Has("bonus") ? entry.Map("bonus") : null;
        var amounts = bonus?.Keys.ToDictionary(person => person, bonus.Amount, StringComparer.Ordinal);
        return Contract.Context.Of(entry.Text("deputyManager"), entry.Text("generalManager"), amounts);
    }

    private CaseEvent? Event(Entry entry)
    {
        entry.Skip([.. entry.Keys]);
        var data = new JsonObject();
        var line = new JsonObject { ["case"] = "example", ["data"] = data };
        EventTypes.TryFind(entry.Text("type"), out var type);
        foreach (var key in entry.Keys.ToArray())
        {
            var target = key is "type" or "at" or "by" ? line : data;
            target[key] = Json(entry.Text(key), FieldOf(type, key));
        }

        if (events.ReadLine(Encoding.UTF8.GetBytes(line.ToJsonString()), out var read) is { } malformed)
        {
            var key = malformed.Field.Split('.')[^1];
            entry.Fault(key, malformed.Sentence);
        }

        return read.Event;
    }

    private FieldKind FieldOf(EventType type, string key) =>
        key == "at"
            ? FieldKind.Time
            : EventVocabulary.Of(procedure).Find(type)?.Fields.FirstOrDefault(field => field.Name == key)?.Kind ?? FieldKind.Text;

    private static JsonValue Json(string text, FieldKind kind) =>
        kind switch
        {
            FieldKind.Time when Scalars.TryLocalTime(text, out var time) => JsonValue.Create(time.ToString()),
            FieldKind.True or FieldKind.Flag when Scalars.TryBoolean(text, out var flag) => JsonValue.Create(flag),
            FieldKind.Score or FieldKind.Amount when Scalars.TryMoney(text, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };

    private static ExpectedClock Clock(Entry entry) =>
        new(
            entry.Text("id"),
            entry.Text("clause"),
            Time(entry, "due"),
            entry.Has("stopped") ? Time(entry, "stopped") : null,
            Scalars.Code(entry.Choice<ClockState>("state")),
            entry.Has("cycle") ? entry.Number("cycle", 1, 1000) : 1,
            entry.Has("provisional") && entry.Boolean("provisional")
        );

    private static ExpectedPenalty Penalty(Entry entry) =>
        new(
            entry.Text("clause"),
            entry.Text("subject"),
            entry.Number("units", 1, 1_000_000),
            entry.Has("amount") ? entry.Amount("amount") : null,
            entry.Has("percentOfBonus") ? entry.Number("percentOfBonus", 1, 10_000) : null,
            entry.Has("decision") ? entry.Text("decision") : null,
            entry.Text("month")
        );

    private static Instant Time(Entry entry, string key) => entry.Value<Instant>(key, Scalars.TryLocalTime, Faults.NoLocalTime);
}
