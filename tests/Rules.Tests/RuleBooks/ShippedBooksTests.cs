using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

public sealed class ShippedBooksTests
{
    [Theory]
    [InlineData("group")]
    [InlineData("property")]
    [InlineData("historic")]
    public void A_shipped_book_has_no_findings(string name)
    {
        var loaded = RuleBookFile.Read(Shipped.Book(name));

        loaded.Findings.Select(finding => finding.In(Language.English)).ShouldBeEmpty();
        loaded.Value.ShouldNotBeNull().Name.ShouldBe(name);
    }

    [Fact]
    public void What_is_done_is_called_by_its_own_verb_and_without_one_by_its_name()
    {
        var group = RuleBookFile.Read(Shipped.Book("group")).Value!.Latest;
        group.Events[EventType.ClosureRejected].Action.En.ShouldBe("Reject closure");
        group.Events[EventType.ClosureRejected].Name.En.ShouldBe("Closure rejected");
        var historic = RuleBookFile.Read(Shipped.Book("historic")).Value!.Latest;
        historic.Events[EventType.CaseClosed].Action.ShouldBe(historic.Events[EventType.CaseClosed].Name);
    }

    [Fact]
    public void The_shipped_folders_load_whole()
    {
        var loaded = RuleFolder.Load(Shipped.Rules, Shipped.Calendars);

        loaded.Findings.Select(finding => finding.In(Language.English)).ShouldBeEmpty();
        var library = loaded.Value.ShouldNotBeNull();
        library.Books.Keys.Order(StringComparer.Ordinal).ShouldBe(["group", "historic", "property"]);
        library.Calendar.Years.ShouldBe([2024, 2025, 2026, 2027]);
    }
}
