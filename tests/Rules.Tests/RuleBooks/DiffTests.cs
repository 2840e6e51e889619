using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

public sealed class DiffTests
{
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Second = new(2027, 1, 1);
    private static readonly string Group = Shipped.BookText("group");

    [Fact]
    public void A_book_does_not_differ_from_itself() => Between(Group, Group).ShouldBeEmpty();

    [Fact]
    public void A_changed_value_is_told_with_its_clause()
    {
        var stricter = Group
            .Replace("missedPlan: {clause: EG-35b, amount: 300}", "missedPlan: {clause: EG-35b, amount: 400}", StringComparison.Ordinal)
            .Replace("through: 15, accountable: 200", "through: 15, accountable: 250", StringComparison.Ordinal);

        Between(Group, stricter)
            .ShouldBe([
                new RuleDifference("consequences.missedPlan.amount", "300", "400", "EG-35b", First),
                new RuleDifference("consequences.overdue.tiers[1].accountable", "200", "250", "EG-36(2)", First),
            ]);
    }

    [Fact]
    public void The_same_span_written_otherwise_is_no_difference()
    {
        var rewritten = Group.Replace("en: Issue}, limit: 60m", "en: Issue}, limit: 1h", StringComparison.Ordinal);
        ReferenceEquals(rewritten, Group).ShouldBeFalse();

        Between(Group, rewritten).ShouldBeEmpty();
    }

    [Fact]
    public void A_value_of_a_new_version_is_told_at_its_date_and_once()
    {
        var later = VersionsTests.WithSecondVersion(VersionsTests.DatedVisit("45m"));

        Between(Group, later)
            .ShouldBe([
                new RuleDifference("versions.2027-01-01", null, "上门时限缩短 · A shorter visit limit", null, Second),
                new RuleDifference("clocks.visit.limit", "60m", "45m", "EG-22", Second),
            ]);
    }

    [Fact]
    public void A_change_of_every_version_is_told_once_at_the_first()
    {
        var before = VersionsTests.WithSecondVersion(book => book);
        var after = before.Replace(
            "missedPlan: {clause: EG-35b, amount: 300}",
            "missedPlan: {clause: EG-35b, amount: 400}",
            StringComparison.Ordinal
        );

        Between(before, after).ShouldHaveSingleItem().From.ShouldBe(First);
    }

    [Fact]
    public void A_new_clause_and_a_changed_text_name_their_clause()
    {
        var after = Group
            .Replace("  SN-51:\n", "  EG-99:\n    zh: 新条\n    en: new\n  SN-51:\n", StringComparison.Ordinal)
            .Replace("en: The department enters the latest progress daily by 18:00.", "en: Changed.", StringComparison.Ordinal);

        var found = Between(Group, after);

        found
            .Select(difference => (difference.Key, difference.Clause))
            .ShouldBe([("clauses.EG-26.en", "EG-26"), ("clauses.EG-99.zh", "EG-99"), ("clauses.EG-99.en", "EG-99")]);
        found[1].Old.ShouldBeNull();
    }

    [Fact]
    public void A_book_that_is_not_sound_is_not_compared()
    {
        var loaded = RuleBookDiff.BetweenTexts(Group, Group.Replace("limit: 72h", "limit: 0h", StringComparison.Ordinal));

        loaded.Value.ShouldBeNull();
        loaded.Findings.ShouldHaveSingleItem().Key.ShouldBe("clocks.claim.report.limit");
    }

    private static IReadOnlyList<RuleDifference> Between(string before, string after) =>
        RuleBookDiff.BetweenTexts(before, after).Value.ShouldNotBeNull();
}
