using System.Globalization;
using System.Text;
using Shouwen.Demo;
using Shouwen.Rules.Contract;

namespace Shouwen.Bench;

/// <summary>
/// A stream for `replay`: so many complaints of the demo's kind under the group's measures, interleaved a thousand at a time
/// as they would be in a log. bench events 300000 > events.jsonl
/// </summary>
internal static class EventStream
{
    private const int Together = 1000;

    private static readonly Instant Present = Instant.Parse("2026-11-01T00:00:00+08:00");

    public static async Task Write(string[] args)
    {
        var cases = int.Parse(args[0], CultureInfo.InvariantCulture);
        var world = new DemoWorld(scale: 10, seed: 1);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 1 << 16);
        await output.WriteLineAsync(
            $$"""{"type":"context","deputyManager":"{{world.DeputyManager.Id}}","generalManager":"{{world.GeneralManager.Id}}"}"""
        );
        var number = 0;
        foreach (var some in GroupCases(world, cases).Chunk(Together))
        {
            var lines = some.SelectMany(demo => Lines(demo, $"{demo.Unit.Project.Code}-2026-{++number:000000}"));
            foreach (var (_, line) in lines.OrderBy(line => line.At))
            {
                await output.WriteLineAsync(line);
            }
        }
    }

    private static IEnumerable<DemoCase> GroupCases(DemoWorld world, int count) =>
        new DemoCases(world, 1, Present).Write(count * 3 / 2).Where(demo => demo.Procedure == Procedure.Group).Take(count);

    private static IEnumerable<(Instant At, string Line)> Lines(DemoCase demo, string id) =>
        demo.Events.Select(happened => (happened.At, Line(id, happened)));

    private static string Line(string id, DemoEvent happened)
    {
        var by = happened.By is null ? "" : $",\"by\":\"{happened.By}\"";
        return $"{{\"case\":\"{id}\",\"type\":\"{happened.Type.Name()}\",\"at\":\"{happened.At}\"{by},\"data\":{happened.Data}}}";
    }
}
