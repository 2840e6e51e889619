using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

public sealed class ShippedBooksTests
{
    [Theory]
    [InlineData("group")]
    public void A_shipped_book_has_no_findings(string name)
    {
        var loaded = RuleBookFile.Read(Shipped.Book(name));

        loaded.Findings.Select(finding => finding.In(Language.English)).ShouldBeEmpty();
        loaded.Value.ShouldNotBeNull().Name.ShouldBe(name);
    }
}
