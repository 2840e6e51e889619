using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Shouwen.App.Tests.Store;
using Shouwen.Cases.Contract;
using Shouwen.Demo;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.App.Tests.Statements;

/// <summary>A month of the fictional group: the stored statement against the replay of its events.</summary>
public sealed class DemoStatementTests
{
    private static readonly Instant Present = Instant.Parse("2026-10-30T17:00:00+08:00");
    private static readonly Instant Afterwards = Instant.Parse("2026-11-02T09:00:00+08:00");

    [Theory]
    [InlineData("2026-09")]
    [InlineData("2026-10")]
    public async Task The_statement_of_a_month_is_that_of_the_replay_to_the_fen(string month)
    {
        await using var world = new StoreWorld();
        var group = StoreWorld.Library.Books["group"];
        using var replay = new MemoryStream();
        var replayed = new Replay(group, StoreWorld.Library.Calendar, Afterwards);
        foreach (var demo in new DemoCases(new DemoWorld(1, 1), 1, Present).Write(600).Where(each => each.Procedure == Procedure.Group))
        {
            var answer = await world.Log.Open(
                new NewCase("group", [.. demo.Events.Select(each => NewEvent.Of(each.Type, each.At, each.By, each.Data))])
                {
                    Project = demo.Unit.Project.Code,
                }
            );
            answer.Done.ShouldBeTrue();
            foreach (var happened in world.Log.Load(answer.Number)!.Events)
            {
                replayed.Read(Line(answer.Number, happened)).ShouldBeNull();
            }
        }

        Month.TryParse(month, out var asked).ShouldBeTrue();
        replayed.Write(replay, asked);
        var expected = JsonNode.Parse(replay.ToArray())!["statement"]!;
        var statement = JsonNode.Parse(await new StatementOfMonth(world.Database, StoreWorld.Library, world.Log, asked).Json(Afterwards))!;
        expected["lines"]!.AsArray().Count.ShouldBeGreaterThan(30);
        Texts(statement["lines"]!).ShouldBe(Texts(expected["lines"]!));
        Texts(statement["totals"]!).ShouldBe(Texts(expected["totals"]!));
    }

    private static byte[] Line(string number, RecordedEvent happened) =>
        Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["case"] = number,
                ["type"] = happened.Type.Name(),
                ["at"] = happened.At.ToString(),
                ["by"] = happened.By,
                ["data"] = JsonNode.Parse(happened.Data),
            }.ToJsonString()
        );

    /// <summary>Field by field in the same order: amounts as numbers, whatever their scale.</summary>
    private static string[] Texts(JsonNode rows) =>
        [
            .. rows.AsArray()
                .Select(row =>
                    string.Join(
                        ' ',
                        row!
                            .AsObject()
                            .OrderBy(field => field.Key, StringComparer.Ordinal)
                            .Select(field =>
                                field.Value!.GetValueKind() == JsonValueKind.Number
                                    ? FormattableString.Invariant($"{field.Key}={field.Value.GetValue<decimal>():0.00}")
                                    : $"{field.Key}={field.Value}"
                            )
                    )
                ),
        ];
}
