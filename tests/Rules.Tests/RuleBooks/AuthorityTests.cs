using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

public sealed class AuthorityTests
{
    private static readonly AuthorityRules Authority = new(
        "EG-34",
        [new("accountable", 2000), new("leader", 20_000), new("chairman", null)],
        "chairman"
    );

    [Theory]
    [InlineData("0", "accountable")]
    [InlineData("1999.99", "accountable")]
    [InlineData("2000", "accountable")]
    [InlineData("2000.01", "accountable leader")]
    [InlineData("20000", "accountable leader")]
    [InlineData("20000.01", "accountable leader chairman")]
    public void The_levels_up_to_the_one_that_may_decide_the_amount_approve_in_turn(string amount, string chain) =>
        string.Join(' ', Authority.Chain(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), CaseNature.Ordinary))
            .ShouldBe(chain);

    [Theory]
    [InlineData(CaseNature.Major)]
    [InlineData(CaseNature.Group)]
    [InlineData(CaseNature.Common)]
    public void In_an_extraordinary_complaint_one_decides_alone(CaseNature nature) => Authority.Chain(1, nature).ShouldBe(["chairman"]);
}
