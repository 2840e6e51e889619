using System.Globalization;
using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

public sealed class CalendarTests
{
    private const string Sound = """
        year: 2026
        editions:
          - issued: 2025-11-04
            provisional: false
            source: {zh: 通知, en: Notice}
            hours: ["09:00-12:00", "13:30-18:00"]
            closed: [2026-01-01..2026-01-03]
            makeUp: [2026-01-04]
        """;

    private const string Amended = """

          - issued: 2026-03-01
            provisional: false
            source: {zh: 补充通知, en: Amended notice}
            hours: ["09:00-17:00"]
            closed: [2026-05-04]
            makeUp: []
        """;

    private static readonly WorkCalendar Calendar = RuleFolder.Load(Shipped.Rules, Shipped.Calendars).Value!.Calendar;

    [Theory]
    [InlineData("2024-02-04", DayKind.MakeUp)]
    [InlineData("2024-02-17", DayKind.Closed)]
    [InlineData("2024-02-18", DayKind.MakeUp)]
    [InlineData("2024-06-10", DayKind.Closed)]
    [InlineData("2024-09-14", DayKind.MakeUp)]
    [InlineData("2025-02-04", DayKind.Closed)]
    [InlineData("2025-02-05", DayKind.Normal)]
    [InlineData("2025-06-02", DayKind.Closed)]
    [InlineData("2025-10-11", DayKind.MakeUp)]
    [InlineData("2026-01-02", DayKind.Closed)]
    [InlineData("2026-02-14", DayKind.MakeUp)]
    [InlineData("2026-10-10", DayKind.MakeUp)]
    [InlineData("2026-10-11", DayKind.Closed)]
    [InlineData("2026-11-20", DayKind.Normal)]
    [InlineData("2027-02-08", DayKind.Closed)]
    public void A_day_is_what_the_notice_says(string date, DayKind kind) => Edition(Date(date)).KindOf(Date(date)).ShouldBe(kind);

    [Fact]
    public void The_published_years_have_as_many_working_days_as_their_notices_leave() =>
        Enumerable
            .Range(2024, 3)
            .Select(year => Days(year).Count(date => Edition(date).KindOf(date) != DayKind.Closed))
            .ShouldBe([251, 248, 248]);

    [Theory]
    [InlineData("2026-02-13T16:00:00+08:00", 1, "2026-02-14T18:00:00+08:00")]
    [InlineData("2026-02-13T16:00:00+08:00", 3, "2026-02-25T18:00:00+08:00")]
    [InlineData("2026-02-13T16:00:00+08:00", 7, "2026-03-02T18:00:00+08:00")]
    [InlineData("2026-02-18T23:59:59+08:00", 1, "2026-02-24T18:00:00+08:00")]
    [InlineData("2025-12-31T08:00:00+08:00", 1, "2026-01-04T18:00:00+08:00")]
    [InlineData("2026-12-30T10:00:00+08:00", 3, "2027-01-05T18:00:00+08:00")]
    public void The_nth_working_day_ends_at_its_close(string start, int days, string due) =>
        Due(start, days).At.ShouldBe(Instant.Parse(due));

    [Fact]
    public void Only_what_used_a_provisional_year_says_so()
    {
        Due("2026-12-29T10:00:00+08:00", 2).Provisional.ShouldBeFalse();
        Due("2026-12-30T10:00:00+08:00", 2).Provisional.ShouldBeTrue();
    }

    [Fact]
    public void A_year_without_a_file_gives_no_result_but_its_number()
    {
        Due("2027-12-30T10:00:00+08:00", 3).MissingYear.ShouldBe(2028);
        Due("2023-06-01T10:00:00+08:00", 1).MissingYear.ShouldBe(2023);
    }

    [Fact]
    public void A_case_keeps_the_edition_that_was_known_when_it_opened()
    {
        var editions = CalendarFile.ReadText(Sound + Amended, "cn-2026.yaml").Value.ShouldNotBeNull();
        var calendar = new WorkCalendar(editions);
        var start = Instant.Parse("2026-05-01T10:00:00+08:00");

        calendar.DueAfter(start, 1, Instant.Parse("2026-02-01T00:00:00+08:00")).At.ShouldBe(Instant.Parse("2026-05-04T18:00:00+08:00"));
        calendar.DueAfter(start, 1, start).At.ShouldBe(Instant.Parse("2026-05-05T17:00:00+08:00"));
    }

    [Theory]
    [InlineData("[2026-01-01..2026-01-03]", "[2027-01-01]", 7, "editions[0].closed[0]", "2027-01-01 does not lie in 2026")]
    [InlineData("[2026-01-01..2026-01-03]", "[2026-01-03..2026-01-01]", 7, "editions[0].closed[0]", "begins before it ends")]
    [InlineData("[2026-01-01..2026-01-03]", "[2026-01-01, 2026-01-01]", 7, "editions[0].closed[1]", "stands twice")]
    [InlineData("[2026-01-01..2026-01-03]", "[2026-02-30]", 7, "editions[0].closed[0]", "a date or a range")]
    [InlineData("[2026-01-04]", "[2026-01-05]", 8, "editions[0].makeUp[0]", "Saturday or Sunday")]
    [InlineData("[2026-01-04]", "[2026-01-03]", 8, "editions[0].makeUp[0]", "both as closed and as make-up")]
    [InlineData("\"13:30-18:00\"", "\"11:30-18:00\"", 6, "editions[0].hours[1]", "without overlap")]
    [InlineData("\"13:30-18:00\"", "\"18:00-13:30\"", 6, "editions[0].hours[1]", "a window")]
    [InlineData("[\"09:00-12:00\", \"13:30-18:00\"]", "[]", 6, "editions[0].hours", "empty")]
    [InlineData("    source: {zh: 通知, en: Notice}\n", "", 3, "editions[0].source", "missing")]
    [InlineData("provisional: false", "provisional: no", 4, "editions[0].provisional", "true or false")]
    [InlineData("year: 2026", "year: 1926", 1, "year", "from 2000 to 2099")]
    [InlineData("    makeUp: [2026-01-04]", "    makeUp: [2026-01-04]\n    madeUp: []", 9, "editions[0].madeUp", "unknown key")]
    public void A_mistake_in_a_calendar_is_named_with_its_line_and_key(string stands, string instead, int line, string key, string says)
    {
        Sound.ShouldContain(stands);

        var loaded = CalendarFile.ReadText(Sound.Replace(stands, instead, StringComparison.Ordinal), "cn-2026.yaml");

        loaded.Value.ShouldBeNull();
        var finding = loaded.Findings.First(found => found.Key == key);
        (finding.Line, finding.File).ShouldBe((line, "cn-2026.yaml"));
        finding.Sentence.En.ShouldContain(says);
    }

    private static WorkingDayDue Due(string start, int days)
    {
        var opened = Instant.Parse(start);
        return Calendar.DueAfter(opened, days, opened);
    }

    private static CalendarEdition Edition(DateOnly date) => Calendar.Edition(date.Year, date).ShouldNotBeNull();

    private static IEnumerable<DateOnly> Days(int year)
    {
        var first = new DateOnly(year, 1, 1);
        return Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
