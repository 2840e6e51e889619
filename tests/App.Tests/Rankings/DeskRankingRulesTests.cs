using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Rankings;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;
using Shouwen.Watching.Monthly;
using Xunit;

namespace Shouwen.App.Tests.Rankings;

/// <summary>EG-16 as arithmetic: who is ranked, who is among the last, and for how many months running.</summary>
public sealed class DeskRankingRulesTests
{
    private static readonly Month October = new(2026, 10);

    private static readonly MonthlyRule BottomTen = new(PersonalResult.DeskRanking, Months: 3) { Last = 10, OfMoreThan = 20 };

    [Fact]
    public void Equals_share_a_rank_and_who_was_rated_too_seldom_has_none()
    {
        var ranked = DeskRanking.Of([.. Of("A", 5, 4), .. Of("B", 4, 5), .. Of("C", 5, 5), .. Of("D", 3, 3), .. Of("E", 5)], least: 2);
        ranked
            .Select(person => (person.Id, person.Mean, person.Rank))
            .ShouldBe([("C", 5m, 1), ("A", 4.5m, 2), ("B", 4.5m, 2), ("D", 3m, 4), ("E", null, null)]);
        ranked.Select(person => person.FromBottom).ShouldBe([4, 3, 3, 1, null]);
    }

    [Fact]
    public void Of_equals_across_the_limit_nobody_is_among_the_last()
    {
        var results = Results(25, equal: 15);
        MonthlyProposals.Of(BottomTen with { Months = 1 }, October, _ => results).Count.ShouldBe(0);
        MonthlyProposals.Of(BottomTen with { Months = 1 }, October, _ => Results(25, equal: 10)).Count.ShouldBe(10);
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(21, 10)]
    public void The_last_ten_count_only_where_more_than_twenty_are_ranked(int ranked, int called) =>
        MonthlyProposals
            .Of(BottomTen, October, month => month.CompareTo(new Month(2026, 8)) >= 0 ? Results(ranked) : [])
            .Count.ShouldBe(called);

    [Fact]
    public void Three_months_running_call_once_and_three_more_again()
    {
        var months = Enumerable.Range(0, 9).Select(i => Month.FromIndex(new Month(2026, 1).Index + i)).ToList();
        var last = months.Take(7).ToHashSet();
        months
            .Select(month =>
                MonthlyProposals
                    .Of(BottomTen, month, each => each.CompareTo(months[0]) < 0 ? [] : Results(21, worst: last.Contains(each) ? "X" : "Y"))
                    .Any(each => each.Person == "X")
            )
            .ShouldBe([false, false, true, false, false, true, false, false, false]);
    }

    [Fact]
    public void A_month_away_from_the_bottom_begins_anew()
    {
        var away = new Month(2026, 9);
        IReadOnlyList<ResultOfPerson> Each(Month month) =>
            month.CompareTo(new Month(2026, 7)) < 0 ? [] : Results(21, worst: month == away ? "Y" : "X");
        MonthlyProposals.Of(BottomTen, October, Each).ShouldNotContain(each => each.Person == "X");
        MonthlyProposals.Of(BottomTen, new Month(2026, 12), Each).ShouldContain(each => each.Person == "X");
    }

    [Theory]
    [InlineData(94.9, 5, false)]
    [InlineData(95, 4, false)]
    [InlineData(95, 5, true)]
    public void A_figure_calls_at_its_limit_and_made_of_enough_cases(double value, int cases, bool called) =>
        MonthlyProposals
            .Of(
                new MonthlyRule(PersonalResult.OnTime, 1) { AtLeast = 95, Cases = 5 },
                October,
                _ => [new ResultOfPerson("gao", "LA", (decimal)value, cases)]
            )
            .Any()
            .ShouldBe(called);

    private static IEnumerable<DeskRating> Of(string specialist, params int[] scores) =>
        scores.Select(score => new DeskRating(specialist, score, "LA"));

    /// <summary>So many specialists, the one named the worst of all; or the last ones equal.</summary>
    private static List<ResultOfPerson> Results(int ranked, string worst = "P00", int equal = 0) =>
        [
            .. DeskRanking
                .Of(Enumerable.Range(0, ranked).Select(i => new DeskRating(i == 0 ? worst : $"P{i:00}", i < equal ? 0 : i, "LA")), least: 1)
                .Select(person => new ResultOfPerson(person.Id, "LA", person.Mean!.Value, 1)
                {
                    Rank = person.Rank,
                    FromBottom = person.FromBottom,
                    Of = ranked,
                }),
        ];
}
