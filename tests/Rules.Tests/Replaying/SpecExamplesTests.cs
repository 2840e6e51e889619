using System.Text.Json.Nodes;
using Shouldly;
using Shouwen.Rules.Contract;
using Shouwen.Rules.Tests.Engine;
using Xunit;

namespace Shouwen.Rules.Tests.Replaying;

/// <summary>The published examples of the replay contract come out equal; further keys are allowed.</summary>
public sealed class SpecExamplesTests
{
    [Theory]
    [InlineData("group")]
    [InlineData("leak")]
    public void The_example_comes_out_as_published(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Replaying", "Examples");
        var lines = File.ReadAllLines(Path.Combine(folder, name + ".events.jsonl"));
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + ".out.json")))!;

        Differences(expected, Streams.Replay(lines, "2026-11-01T00:00:00+08:00", "2026-10"), "$").ShouldBeEmpty();
    }

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case JsonObject wanted:
                return wanted.SelectMany(pair => Differences(pair.Value, (actual as JsonObject)?[pair.Key], $"{path}.{pair.Key}"));
            case JsonArray list:
                var found = actual as JsonArray ?? [];
                return list.Count != found.Count
                    ? [$"{path}: {list.Count} expected, {found.Count} found"]
                    : list.SelectMany((item, i) => Differences(item, found[i], $"{path}[{i}]"));
            default:
                var same =
                    expected is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number
                        ? actual is JsonValue number && value.GetValue<decimal>() == number.GetValue<decimal>()
                        : JsonNode.DeepEquals(expected, actual);
                return same ? [] : [$"{path}: {expected} expected, {actual} found"];
        }
    }
}
