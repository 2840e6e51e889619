using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.CommandLine;
using Shouwen.Organisation.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Testing;

/// <summary>
/// What the application says of cases, beside what <c>./shouwen replay</c> makes of their events as anybody exports them: state,
/// cycle, clocks and charges as a whole, numbers as numbers; and the statement of a month.
/// </summary>
public static class Replayed
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Returns what both said, in the order of the numbers, for a test that wants to see something in it.</summary>
    public static async Task<JsonNode> ShouldBeWhatReplaySays(this TestApp app, params string[] numbers)
    {
        var exported = await app.Export(numbers);
        var replayed = await app.Replay(exported);
        return Same(exported.Select(each => Served(each.Case)), replayed.SelectMany(each => each["cases"]!.AsArray().Select(Kept)));
    }

    /// <summary>
    /// The statement of a month over these cases, which must be all that have lines in it. Totals are compared as long as nobody
    /// has decided about a line and nothing is corrected: a replay knows of neither.
    /// </summary>
    public static async Task<JsonNode> StatementShouldBeWhatReplaySays(this TestApp app, string month, params string[] numbers)
    {
        var replayed = await app.ReplayedStatement(month, numbers);
        using var reader = await app.SignedIn();
        var served = await reader.Json($"/api/v1/statements/{month}");
        Same(served["lines"]!.AsArray(), replayed["lines"]!.AsArray());
        if (served["corrections"]!.AsArray().Count + served["decisions"]!.AsArray().Count == 0)
        {
            Same(served["totals"]!.AsArray(), replayed["totals"]!.AsArray());
        }

        return served;
    }

    /// <summary>The statement that replay alone makes of the events of these cases.</summary>
    public static async Task<JsonNode> ReplayedStatement(this TestApp app, string month, params string[] numbers)
    {
        var statements = (await app.Replay(await app.Export(numbers), "--statement", month)).ConvertAll(each => each["statement"]!);
        return new JsonObject
        {
            ["lines"] = new JsonArray([
                .. statements
                    .SelectMany(each => each["lines"]!.AsArray())
                    .OrderBy(line => $"{line!["firstAt"]} {line["clause"]} {line["subject"]} {line["case"]}", StringComparer.Ordinal)
                    .Select(line => line!.DeepClone()),
            ]),
            ["totals"] = new JsonArray([
                .. statements
                    .SelectMany(each => each["totals"]!.AsArray())
                    .GroupBy(total => $"{total!["subject"]}", StringComparer.Ordinal)
                    .OrderBy(person => person.Key, StringComparer.Ordinal)
                    .Select(person => new JsonObject
                    {
                        ["subject"] = person.Key,
                        ["amount"] = person.Sum(total => Number(total!["amount"]!)),
                        ["percentOfBonus"] = person.Sum(total => Number(total!["percentOfBonus"]!)),
                        ["decisions"] = person.Sum(total => Number(total!["decisions"]!)),
                    }),
            ]),
        };
    }

    /// <summary>The same events under another rule book, which is a file.</summary>
    public static async Task<List<JsonNode>> ReplayedUnder(this TestApp app, string rules, params string[] numbers) =>
        [
            .. (await app.Replay(await app.Export(numbers), "--rules", rules)).SelectMany(each =>
                each["cases"]!.AsArray().Select(one => one!)
            ),
        ];

    /// <summary>As a program exports them. The number of a merged case leads to another one; what it was itself is asked for.</summary>
    private static async Task<List<(JsonNode Case, JsonArray Events)>> Export(this TestApp app, IEnumerable<string> numbers)
    {
        using var reader = await app.SignedIn();
        var exported = new List<(JsonNode Case, JsonArray Events)>();
        foreach (var number in numbers.Order(StringComparer.Ordinal))
        {
            var path = $"/api/v1/cases/{number}";
            var served = await reader.Json(path);
            if ($"{served["number"]}" != number)
            {
                served = await reader.Json($"{path}/merged");
                exported.Add((served, served["events"]!.AsArray()));
                continue;
            }

            served["penalties"] = (await reader.Json($"{path}/penalties"))["items"]!.DeepClone();
            exported.Add((served, (await reader.Json($"{path}/events"))["items"]!.AsArray()));
        }

        return exported;
    }

    /// <summary>One run for each rule book and each moment of judging: a merged case is judged when it was merged.</summary>
    private static async Task<List<JsonNode>> Replay(
        this TestApp app,
        IEnumerable<(JsonNode Case, JsonArray Events)> exported,
        params string[] more
    )
    {
        var answers = new List<JsonNode>();
        foreach (var run in exported.GroupBy(each => (Rules: $"{each.Case["rules"]}", Until: $"{each.Case["judgedAt"]}")))
        {
            var lines = run.SelectMany(each => each.Events.OrderBy(At).Select(item => Line($"{each.Case["number"]}", item!)));
            answers.Add(
                await app.Run(
                    lines.Prepend(app.Context()),
                    [
                        .. more.Contains("--rules", StringComparer.Ordinal) ? [] : new[] { "--rules", run.Key.Rules },
                        "--until",
                        run.Key.Until,
                        .. more,
                    ]
                )
            );
        }

        return answers;

        // The judged order: what was recorded late stands where it happened.
        static (string At, int Seq) At(JsonNode? item) => ($"{item!["at"]}", item["seq"]!.GetValue<int>());
    }

    /// <summary>The verb as ./shouwen starts it.</summary>
    private static async Task<JsonNode> Run(this TestApp app, IEnumerable<JsonObject> lines, string[] options)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => line.ToJsonString()))));
        using var output = new MemoryStream();
        await using var said = new StreamWriter(output, leaveOpen: true);
        await using var error = new StringWriter();
        var exit = await Verbs.Run(["replay", .. options, "-"], new Terminal(input, output, said, error, Language.English, app.Clock));
        return exit == Verbs.Done
            ? JsonNode.Parse(output.ToArray())!
            : throw new InvalidOperationException($"replay ended with {exit}: {error}");
    }

    private static JsonObject Context(this TestApp app)
    {
        var holders = app.Services.GetRequiredService<PostHolders>().Now();
        return new JsonObject
        {
            ["type"] = "context",
            ["deputyManager"] = holders.DeputyManager.At(app.Clock.Now),
            ["generalManager"] = holders.GeneralManager.At(app.Clock.Now),
        };
    }

    private static JsonObject Line(string number, JsonNode item)
    {
        var line = new JsonObject
        {
            ["case"] = number,
            ["type"] = item["type"]!.DeepClone(),
            ["at"] = item["at"]!.DeepClone(),
            ["data"] = item["data"]!.DeepClone(),
        };
        if (item["by"] is { } by)
        {
            line["by"] = by.DeepClone();
        }

        return line;
    }

    /// <summary>What the API says beyond the contract of the replay: the names of clocks, and when one was ended undone.</summary>
    private static JsonObject Served(JsonNode served)
    {
        var clocks = served["clocks"]!.DeepClone().AsArray();
        foreach (var clock in clocks)
        {
            clock!.AsObject().Remove("name");
            clock.AsObject().Remove("endedAt");
        }

        return new JsonObject
        {
            ["case"] = served["number"]!.DeepClone(),
            ["state"] = served["state"]!.DeepClone(),
            ["cycle"] = served["cycle"]!.DeepClone(),
            ["clocks"] = clocks,
            ["penalties"] = served["penalties"]!.DeepClone(),
        };
    }

    private static JsonNode Kept(JsonNode? replayed)
    {
        var kept = replayed!.DeepClone();
        kept.AsObject().Remove("ruleVersions");
        kept.AsObject().Remove("messages");
        return kept;
    }

    private static JsonArray Same(IEnumerable<JsonNode?> served, IEnumerable<JsonNode?> replayed)
    {
        var (said, told) = (Canonical(served), Canonical(replayed));
        return JsonNode.DeepEquals(said, told)
            ? said
            : throw new InvalidOperationException(
                $"the application says\n{said.ToJsonString(Readable)}\nand replay\n{told.ToJsonString(Readable)}"
            );

        static JsonArray Canonical(IEnumerable<JsonNode?> nodes) =>
            new([
                .. nodes
                    .Select(node => Replayed.Canonical(node!))
                    .OrderBy(node => $"{(node as JsonObject)?["case"]}", StringComparer.Ordinal),
            ]);
    }

    /// <summary>Keys in one order, numbers without their scale, nothing where there is nothing.</summary>
    private static JsonNode Canonical(JsonNode node) =>
        node switch
        {
            JsonObject thing => new JsonObject(
                thing
                    .Where(field => field.Value is not null)
                    .OrderBy(field => field.Key, StringComparer.Ordinal)
                    .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Canonical(field.Value!)))
            ),
            JsonArray list => new JsonArray([.. list.Select(each => Canonical(each!))]),
            _ when node.GetValueKind() == JsonValueKind.Number => JsonValue.Create(Number(node)),
            _ => node.DeepClone(),
        };

    private static decimal Number(JsonNode node) =>
        decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m;

    private static async Task<JsonNode> Json(this HttpClient reader, string path) =>
        (await reader.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
}
