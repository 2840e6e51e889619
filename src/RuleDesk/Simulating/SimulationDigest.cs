using System.Text.Json;
using Shouwen.Cases.Contract;

namespace Shouwen.RuleDesk.Simulating;

/// <summary>What is kept of a result beside the cases that differ.</summary>
internal sealed record SimulationDigest
{
    public required string Until { get; init; }
    public required int Cases { get; init; }
    public required int Differences { get; init; }
    public required Simulated Total { get; init; }
    public required IReadOnlyList<Simulated> ByClause { get; init; }
    public required IReadOnlyList<Simulated> ByPerson { get; init; }
    public required IReadOnlyList<string> Impossible { get; init; }

    public static string Of(SimulationResult result) =>
        JsonSerializer.Serialize(
            new SimulationDigest
            {
                Until = result.Until.ToString(),
                Cases = result.Cases,
                Differences = result.Differences.Count,
                Total = result.Total,
                ByClause = result.ByClause,
                ByPerson = result.ByPerson,
                Impossible = [.. result.Impossible.Select(each => each.Number)],
            }
        );

    public static SimulationDigest? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<SimulationDigest>(json);
}
