using Shouldly;
using Shouwen.Rules.Contract;
using Shouwen.Rules.Files;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

/// <summary>Runs the examples beside the rule books: what the books promise in words is what the engine computes.</summary>
public sealed class ExamplesTests
{
    private static readonly RuleLibrary Library = RuleFolder.Load(Shipped.Rules, Shipped.Calendars).Value!;

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var book in Library.Books.Keys)
        {
            foreach (var example in FileOf(book).Examples)
            {
                all.Add(book, example.About.En);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_example_of_a_rule_book_comes_out_as_written(string book, string about)
    {
        var example = FileOf(book).Examples.Single(candidate => candidate.About.En == about);
        var history = new CaseHistory(Library.Books[book], Library.Calendar);
        var refusals = example.Events.Select(history.Add).ToArray();

        refusals[..^1].ShouldAllBe(refusal => refusal == null);
        refusals[^1]?.Code.ShouldBe(example.Refused, refusals[^1]?.Sentence.En);
        (refusals[^1] is null).ShouldBe(example.Refused is null);

        var judgement = history.Judge(example.Until, example.Context);
        if (example.State is { } state)
        {
            Codes.Of(judgement.Stage).ShouldBe(state);
        }

        ClocksOf(judgement, example).ShouldBe(example.Clocks);
        judgement.Clocks.Select(clock => clock.Id).Intersect(example.WithoutClocks, StringComparer.Ordinal).ShouldBeEmpty();
        if (example.Penalties is { } penalties)
        {
            PenaltiesOf(judgement, example.Clauses).ShouldBe(penalties);
        }
    }

    [Theory]
    [InlineData("group", 12)]
    [InlineData("property", 12)]
    [InlineData("historic", 3)]
    public void Every_book_has_its_examples(string book, int atLeast) => FileOf(book).Examples.Count.ShouldBeGreaterThanOrEqualTo(atLeast);

    [Fact]
    public void An_example_that_no_client_could_send_is_a_finding()
    {
        const string Text = """
            book: group
            procedure: group
            examples:
              - about: {zh: 甲, en: a}
                events:
                  - {at: 2026-10-08 09:00, type: order.submitted, requiredBy: tomorrow}
                until: 2026-10-08 10:00
            """;
        var findings = new Findings("a.examples.yaml");

        ExamplesReader.Read(YamlTree.Parse(Text, findings)!, findings).ShouldBeNull();

        var finding = findings.All.ShouldHaveSingleItem();
        (finding.Line, finding.Key).ShouldBe((6, "examples[0].events[0].requiredBy"));
    }

    private static ExampleFile FileOf(string book)
    {
        var path = Path.Combine(Shipped.Rules, book + RuleFolder.ExamplesSuffix);
        var findings = new Findings(path);
        var file = ExamplesReader.Read(YamlTree.Parse(File.ReadAllText(path), findings)!, findings);
        findings.All.Select(finding => finding.In(Language.English)).ShouldBeEmpty();
        return file!;
    }

    /// <summary>The clocks whose id the example names, so that an example may look at one thing only, but at all of it.</summary>
    private static IEnumerable<ExpectedClock> ClocksOf(Judgement judgement, Example example)
    {
        var named = example.Clocks.Select(clock => clock.Id).ToHashSet(StringComparer.Ordinal);
        var order = example.Clocks.Select(clock => clock.Id).Distinct(StringComparer.Ordinal).ToList();
        return judgement
            .Clocks.Where(clock => named.Contains(clock.Id))
            .OrderBy(clock => order.IndexOf(clock.Id))
            .ThenBy(clock => clock.StartedAt)
            .Select(clock => new ExpectedClock(
                clock.Id,
                clock.Clause,
                clock.DueAt,
                clock.StoppedAt,
                Codes.Of(clock.State),
                clock.Cycle,
                clock.Provisional
            ));
    }

    private static IEnumerable<ExpectedPenalty> PenaltiesOf(Judgement judgement, IReadOnlyList<string>? clauses) =>
        judgement
            .Penalties.Where(item => clauses is null || clauses.Contains(item.Clause, StringComparer.Ordinal))
            .Select(item => new ExpectedPenalty(
                item.Clause,
                item.Subject,
                item.Units,
                item.Amount,
                item.PercentOfBonus,
                item.Decision,
                item.Month.ToString()
            ));
}
