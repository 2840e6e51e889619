using System.Text;
using Shouldly;
using Shouwen.Demo;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.App.Tests.Demo;

/// <summary>The fictional group: legal whatever the seed, the same for the same seed, in every state.</summary>
public sealed class DemoTests
{
    private static readonly Instant Present = Instant.Parse("2026-10-30T17:00:00+08:00");
    private static readonly RuleLibrary Rules = RuleFolderLocation.Load().Value!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_walk_is_one_the_rules_allow(int seed)
    {
        var states = new HashSet<CaseStage>();
        foreach (var demo in Cases(seed))
        {
            var (history, refusal, at) = CaseHistory.Fold(Rules.Books[BookOf(demo)], Rules.Calendar, [.. Read(demo)]);
            refusal.ShouldBeNull(at < 0 ? "" : $"{demo.Events[at].Type} at {demo.Events[at].At}");
            history.Events.ShouldAllBe(happened => happened.At <= Present);
            states.Add(history.State.Stage);
        }

        states.ShouldBe(Enum.GetValues<CaseStage>().Except([CaseStage.None]), ignoreOrder: true);
    }

    [Fact]
    public void What_is_noted_of_the_cases_under_way_fits_the_book_and_belongs_to_its_events()
    {
        var noted = new HashSet<string>();
        var records = new DemoRecords(Rules.Books["group"]);
        foreach (var (place, demo) in Cases(1).Where(DemoRecords.Concern).Index())
        {
            foreach (var record in records.Of(demo, place))
            {
                var rule = Rules.Books["group"].At(record.At).Records[record.Name];
                RecordData.Read(rule, record.Data, out _).ShouldBeEmpty(record.Name);
                if (record.Event is { } seq)
                {
                    demo.Events[seq - 1].At.ShouldBe(record.At);
                }

                noted.Add(record.Name);
            }
        }

        noted.ShouldBe(["visit.conduct", "plan.text", "visit.material", "callback.words", "cooperation.refused"], ignoreOrder: true);
    }

    [Fact]
    public void The_same_seed_gives_the_same_group_and_another_seed_another()
    {
        Text(1).ShouldBe(Text(1));
        Text(1).ShouldNotBe(Text(2));
    }

    private static IEnumerable<DemoCase> Cases(int seed) => new DemoCases(new DemoWorld(1, seed), seed, Present).Write(2000);

    private static string Text(int seed) =>
        string.Join('\n', Cases(seed).SelectMany(demo => demo.Events.Select(e => $"{demo.Unit.Number} {e.Type} {e.At} {e.By} {e.Data}")));

    private static IEnumerable<CaseEvent> Read(DemoCase demo)
    {
        var reader = new EventReader(demo.Procedure);
        foreach (var happened in demo.Events)
        {
            var wrong = reader.ReadData(happened.Type, happened.At, happened.By, Encoding.UTF8.GetBytes(happened.Data), out var read);
            wrong.ShouldBeNull(happened.Data);
            yield return read!;
        }
    }

    private static string BookOf(DemoCase demo) => demo.Procedure == Procedure.Group ? "group" : "property";
}
