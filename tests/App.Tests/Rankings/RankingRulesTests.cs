using Shouldly;
using Shouwen.Cases.Rankings;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.App.Tests.Rankings;

/// <summary>EG-38 as arithmetic: ties, nothing to count, one alone; and what must hold of any ranking.</summary>
public sealed class RankingRulesTests
{
    private static readonly RankingTerms Equal = new("EG-38", 1, 1, 1);

    [Fact]
    public void The_three_figures_are_those_of_the_measures()
    {
        var place = Of(("A", Figures(inTime: 3, late: 1, [500_000, 1_500_000, 800_000], [5, 4])))[0];
        place.OnTime.Value.ShouldBe(0.75m);
        place.Efficiency.Value.ShouldBe(0.8m);
        place.Satisfaction.Value.ShouldBe(90m);
        (place.Mean, place.Rank).ShouldBe((1m, 1));
    }

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_middle_two() =>
        Of(("A", Figures(1, 0, [100_000, 900_000, 300_000, 500_000], [5])))[0].Efficiency.Value.ShouldBe(0.4m);

    [Fact]
    public void Equals_share_a_rank_and_the_next_is_as_far_behind()
    {
        var ranked = Of(
            ("A", Figures(1, 1, [500_000], [4])),
            ("B", Figures(2, 2, [500_000], [4])),
            ("C", Figures(1, 3, [900_000], [3])),
            ("D", Figures(4, 0, [100_000], [5]))
        );
        ranked.Select(place => (place.Id, place.OnTime.Rank, place.Rank)).ShouldBe([("D", 1, 1), ("A", 2, 2), ("B", 2, 2), ("C", 4, 4)]);
    }

    [Fact]
    public void A_quicker_place_ranks_before_a_slower_one() =>
        Of(("A", Figures(1, 0, [900_000], [5])), ("B", Figures(1, 0, [899_999], [5])))
            .Select(place => place.Efficiency.Rank)
            .ShouldBe([1, 2]);

    [Fact]
    public void Who_lacks_a_figure_has_no_rank_by_it_and_none_on_the_whole()
    {
        var ranked = Of(("A", Figures(1, 0, [500_000], [])), ("B", Figures(0, 1, [900_000], [2])), ("C", new Figures()));
        ranked.Select(place => place.Id).ShouldBe(["B", "A", "C"]);
        ranked[0].Rank.ShouldBe(1);
        ranked[1].Satisfaction.ShouldBe(new Ranked(null, null, 0));
        (ranked[1].OnTime.Rank, ranked[1].Mean, ranked[1].Rank).ShouldBe((1, null, null));
        ranked[2].OnTime.Rank.ShouldBeNull();
    }

    [Fact]
    public void Nobody_to_rank_is_no_ranking() => Of().ShouldBeEmpty();

    [Fact]
    public void The_weights_of_the_book_decide_on_the_whole()
    {
        var places = new Dictionary<string, Figures>(StringComparer.Ordinal)
        {
            ["A"] = Figures(1, 0, [900_000], [3]),
            ["B"] = Figures(0, 1, [100_000], [4]),
        };
        Ranking.Of(places, Equal).Select(place => place.Id).ShouldBe(["B", "A"]);
        Ranking.Of(places, new RankingTerms("EG-38", 5, 1, 1)).Select(place => place.Id).ShouldBe(["A", "B"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_was_counted_ranks_agree_with_figures(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var places = Enumerable.Range(0, random.Next(1, 12)).ToDictionary(i => $"P{i}", _ => Some(random), StringComparer.Ordinal);
            var ranked = Ranking.Of(places, Equal);
            ranked.Count.ShouldBe(places.Count);
            Agrees(ranked.Select(place => (-place.OnTime.Value, place.OnTime.Rank)));
            Agrees(ranked.Select(place => (place.Efficiency.Value, place.Efficiency.Rank)));
            Agrees(ranked.Select(place => (-place.Satisfaction.Value, place.Satisfaction.Rank)));
            Agrees(ranked.Select(place => (place.Mean, place.Rank)));
            ranked.ShouldAllBe(place =>
                (place.Rank == null) == (place.OnTime.Rank == null || place.Efficiency.Rank == null || place.Satisfaction.Rank == null)
            );
        }

        static void Agrees(IEnumerable<(decimal? Key, int? Rank)> places)
        {
            var known = places.Where(place => place.Key is not null).ToList();
            foreach (var (key, rank) in known)
            {
                rank.ShouldBe(1 + known.Count(other => other.Key < key));
            }
        }
    }

    private static Figures Some(Random random)
    {
        long[] quotients = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(4) * 250_000L)];
        long[] scores = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(1, 6))];
        return Figures(random.Next(3), random.Next(3), quotients, scores);
    }

    private static Figures Figures(int inTime, int late, long[] quotients, long[] scores)
    {
        var figures = new Figures();
        for (var i = 0; i < inTime + late; i++)
        {
            figures.Add(Indicator.OnTime, i < inTime ? 1 : 0);
        }

        foreach (var quotient in quotients)
        {
            figures.Add(Indicator.Efficiency, quotient);
        }

        foreach (var score in scores)
        {
            figures.Add(Indicator.Satisfaction, score);
        }

        return figures;
    }

    private static IReadOnlyList<RankedPlace> Of(params (string Id, Figures Figures)[] places) =>
        Ranking.Of(places.ToDictionary(place => place.Id, place => place.Figures, StringComparer.Ordinal), Equal);
}
