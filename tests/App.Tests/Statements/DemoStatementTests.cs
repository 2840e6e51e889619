using System.Text.Json.Nodes;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Demo;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Statements;

/// <summary>Two months of the fictional group: what the application states, against a replay of what it exports.</summary>
public sealed class DemoStatementTests : IAsyncLifetime
{
    private static readonly Instant Present = Instant.Parse("2026-10-30T17:00:00+08:00");

    private readonly List<string> numbers = [];
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        app.Clock.Now = Present;
        foreach (var demo in new DemoCases(new DemoWorld(1, 1), 1, Present).Write(400).Where(each => each.Procedure == Procedure.Group))
        {
            var answer = await app.Cases.Open(
                new NewCase("group", [.. demo.Events.Select(each => NewEvent.Of(each.Type, each.At, each.By, each.Data))])
                {
                    Project = demo.Unit.Project.Code,
                }
            );
            answer.Done.ShouldBeTrue();
            numbers.Add(answer.Number);
        }

        await Books.GoTo(app, Books.SecondOfNovember);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_statement_of_a_month_is_that_of_the_replay_to_the_fen()
    {
        foreach (var month in new[] { "2026-09", "2026-10" })
        {
            var statement = await app.StatementShouldBeWhatReplaySays(month, [.. numbers]);
            statement["lines"]!.AsArray().Count.ShouldBeGreaterThan(20, month);
            statement["totals"]!.AsArray().Count.ShouldBeGreaterThan(3, month);
        }

        await app.ShouldBeWhatReplaySays([.. numbers]);
    }
}
