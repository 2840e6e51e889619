using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Shouwen.Rules.Tests.Replaying;

public sealed class InterleavingProperties
{
    /// <summary>The order of lines between cases is no information.</summary>
    [Fact]
    public void How_the_cases_are_interleaved_does_not_matter()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Replaying", "Examples");
        var context = """{"type":"context","deputyManager":"dgm","generalManager":"gm","bonus":{"p1":5000,"p2":6000}}""";
        var queues = new[] { "group", "leak" }
            .Select(name => File.ReadAllLines(Path.Combine(folder, name + ".events.jsonl"))[1..])
            .ToArray();
        var expected = Streams.Replay([context, .. queues[0], .. queues[1]], "2026-11-01T00:00:00+08:00", "2026-10");

        Prop.ForAll(
                ArbMap.Default.ArbFor<bool[]>(),
                choices =>
                {
                    var lines = Interleave(queues[0], queues[1], choices);
                    return JsonNode.DeepEquals(expected, Streams.Replay([context, .. lines], "2026-11-01T00:00:00+08:00", "2026-10"));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true));
        expected["cases"]!.AsArray().Select(node => node!["case"]!.GetValue<string>()).ShouldBe(["G-7", "LEAK-1"]);
    }

    private static List<string> Interleave(string[] first, string[] second, bool[] choices)
    {
        var lines = new List<string>();
        var (i, j) = (0, 0);
        foreach (var choice in choices)
        {
            if (choice && i < first.Length)
            {
                lines.Add(first[i++]);
            }
            else if (j < second.Length)
            {
                lines.Add(second[j++]);
            }
        }

        lines.AddRange(first[i..]);
        lines.AddRange(second[j..]);
        return lines;
    }
}
