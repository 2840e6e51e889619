using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

/// <summary>A book in several versions: each value from its date on, everything else as before.</summary>
public sealed class VersionsTests
{
    private const string FirstVersion = "    en: First version; covers every case on record\n";
    private const string VisitLimit = "visit: {clause: EG-22, name: {zh: 上门, en: Visit}, limit: 60m}";

    private static readonly DateOnly Second = new(2027, 1, 1);

    [Fact]
    public void A_dated_value_holds_from_its_date_on()
    {
        var book = Load(WithSecondVersion(DatedVisit("45m"))).Value.ShouldNotBeNull();

        Limit(book, new DateOnly(1999, 6, 1)).ShouldBe(TimeSpan.FromMinutes(60));
        Limit(book, Second.AddDays(-1)).ShouldBe(TimeSpan.FromMinutes(60));
        Limit(book, Second).ShouldBe(TimeSpan.FromMinutes(45));
        Limit(book, new DateOnly(2050, 1, 1)).ShouldBe(TimeSpan.FromMinutes(45));
        book.Latest.Name.ShouldBe("2027-01-01");
        book.Versions.Select(version => version.Group!.Plan.Limit).ShouldAllBe(limit => limit == TimeSpan.FromMinutes(60));
    }

    [Fact]
    public void A_whole_list_may_change_on_a_date()
    {
        const string Stands = "to: [accountable, leader, chairman]";
        const string Dated = "to: [{from: 2000-01-01, value: [accountable, leader, chairman]}, {from: 2027-01-01, value: [accountable]}]";
        var book = Load(WithSecondVersion(text => text.Replace(Stands, Dated, StringComparison.Ordinal))).Value.ShouldNotBeNull();

        book.Versions.Select(version => version.Group!.DailyReminder.To.Count).ShouldBe([3, 1]);
    }

    [Fact]
    public void A_key_may_begin_with_a_later_version_where_it_may_be_absent()
    {
        const string Stands = "leadership:\n";
        const string Added = """
            leadership:
              overseas:
                - from: 2027-01-01
                  value:
                    clause: EG-21
                    name: {zh: 海外项目, en: Projects abroad}
                    accountable: {zh: 部门负责人, en: Department head}
                    leader: {zh: 分管领导, en: Leader in charge}

            """;
        var book = Load(WithSecondVersion(text => text.Replace(Stands, Added, StringComparison.Ordinal))).Value.ShouldNotBeNull();

        book.Versions.Select(version => version.Leadership.ContainsKey("overseas")).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData(
        "[{from: 2000-01-01, value: 60m}, {from: 2027-02-01, value: 45m}]",
        "clocks.visit.limit[1].from",
        "no version's effective date"
    )]
    [InlineData("[{from: 2027-01-01, value: 60m}, {from: 2000-01-01, value: 45m}]", "clocks.visit.limit[1].from", "order of their dates")]
    [InlineData("[{from: 2000-01-01, value: 60m}, {from: 2027-01-01, value: 0m}]", "clocks.visit.limit", "more than zero")]
    [InlineData("[{from: 2000-01-01, value: 60m, until: 2026-12-31}]", "clocks.visit.limit[0].until", "unknown key")]
    [InlineData("[{from: 2000-01-01, value: 60m}, {from: 2027-01-01}]", "clocks.visit.limit[1].value", "missing")]
    [InlineData("[{from: 2000-01-01, value: 60m}, {from: New Year, value: 45m}]", "clocks.visit.limit[1].from", "2026-01-31")]
    public void A_dated_value_that_cannot_be_is_a_finding(string limit, string key, string says)
    {
        var text = WithSecondVersion(book => book.Replace(VisitLimit, VisitLimit.Replace("60m", limit), StringComparison.Ordinal));

        var finding = Load(text).Findings.First(found => found.Key == key);

        finding.Sentence.En.ShouldContain(says);
        finding.Line.ShouldBe(text[..text.IndexOf("  visit: {", StringComparison.Ordinal)].Count(c => c == '\n') + 1);
    }

    [Fact]
    public void A_wrong_value_is_found_on_its_own_line_among_the_dated_ones()
    {
        const string Dated =
            "visit:\n    clause: EG-22\n    name: {zh: 上门, en: Visit}\n    limit:\n      - from: 2000-01-01\n        value: 60m\n      - from: 2027-01-01\n        value: 45 minutes";
        var text = WithSecondVersion(book => book.Replace(VisitLimit, Dated, StringComparison.Ordinal));

        var finding = Load(text).Findings.ShouldHaveSingleItem();

        finding.Key.ShouldBe("clocks.visit.limit");
        text.Split('\n')[finding.Line - 1].Trim().ShouldBe("value: 45 minutes");
    }

    [Fact]
    public void A_mistake_that_holds_in_every_version_is_told_once()
    {
        var text = WithSecondVersion(book => book.Replace("limit: 72h", "limit: 0h", StringComparison.Ordinal));

        Load(text).Findings.ShouldHaveSingleItem().Key.ShouldBe("clocks.claim.report.limit");
    }

    [Fact]
    public void Versions_stand_in_the_order_of_their_dates()
    {
        var text = WithSecondVersion(book => book).Replace("effective: 2027-01-01", "effective: 2000-01-01", StringComparison.Ordinal);

        Load(text).Findings.ShouldHaveSingleItem().Key.ShouldBe("versions[1].effective");
    }

    internal static string WithSecondVersion(Func<string, string> edit) =>
        edit(Shipped.BookText("group"))
            .Replace(
                FirstVersion,
                FirstVersion + "  - effective: 2027-01-01\n    zh: 上门时限缩短\n    en: A shorter visit limit\n",
                StringComparison.Ordinal
            );

    internal static Func<string, string> DatedVisit(string limit) =>
        book =>
            book.Replace(
                VisitLimit,
                VisitLimit.Replace("60m", $"[{{from: 2000-01-01, value: 60m}}, {{from: 2027-01-01, value: {limit}}}]"),
                StringComparison.Ordinal
            );

    private static Loaded<RuleBook> Load(string text) => RuleBookFile.ReadText(text, "group.yaml");

    private static TimeSpan Limit(RuleBook book, DateOnly date) => book.At(Instant.At(date, TimeOnly.MinValue)).Group!.Visit.Limit;
}
