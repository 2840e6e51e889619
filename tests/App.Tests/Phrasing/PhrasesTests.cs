using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.App.Tests.Phrasing;

public sealed class PhrasesTests
{
    private static readonly Instant Now = At("2026-10-08 10:00:00");

    [Theory]
    [InlineData("2026-10-08 10:00:00", "还剩不到 1 分钟", "under 1 min left")]
    [InlineData("2026-10-08 10:01:59", "还剩 1 分钟", "1 min left")]
    [InlineData("2026-10-08 10:42:00", "还剩 42 分钟", "42 min left")]
    [InlineData("2026-10-08 11:00:00", "今天 11:00 前", "by today 11:00")]
    [InlineData("2026-10-08 18:00:00", "今天 18:00 前", "by today 18:00")]
    [InlineData("2026-10-09 09:30:00", "明天 09:30 前", "by tomorrow 09:30")]
    [InlineData("2026-10-15 10:55:00", "10月15日 周四 10:55 前", "by Thu 15 Oct 10:55")]
    [InlineData("2027-01-04 18:00:00", "2027年1月4日 周一 18:00 前", "by Mon 4 Jan 2027 18:00")]
    public void What_is_left_is_said_as_a_person_would(string due, string zh, string en) =>
        Phrases.Remaining(At(due), Now).ShouldBe(new Words(zh, en));

    [Theory]
    [InlineData("2026-10-08 09:59:30", "已超期不到 1 分钟", "under 1 min late")]
    [InlineData("2026-10-08 09:01:00", "已超期 59 分钟", "59 min late")]
    [InlineData("2026-10-08 09:00:00", "已超期 1 小时", "1 hour late")]
    [InlineData("2026-10-07 10:00:00", "已超期 1 天", "1 day late")]
    [InlineData("2026-10-05 09:59:00", "已超期 3 天", "3 days late")]
    public void Overdue_is_said_in_the_largest_complete_unit(string due, string zh, string en) =>
        Phrases.Overdue(At(due), Now).ShouldBe(new Words(zh, en));

    [Fact]
    public void A_clock_says_its_name_and_what_is_left_of_it() =>
        ClockFace
            .Running(new Words("上门", "Visit"), At("2026-10-08 08:00:00"), At("2026-10-08 09:08:00"), Now)
            .Sentence.ShouldBe(new Words("上门 已超期 52 分钟", "Visit · 52 min late"));

    [Theory]
    [InlineData("10:00:00", "11:00:00", "10:44:59", Signal.Running)]
    [InlineData("10:00:00", "11:00:00", "10:45:00", Signal.Soon)]
    [InlineData("10:00:00", "11:00:00", "11:00:00", Signal.Soon)]
    [InlineData("10:00:00", "11:00:00", "11:00:01", Signal.Late)]
    public void The_last_quarter_is_soon_and_exactly_on_time_is_not_late(string start, string due, string now, Signal signal) =>
        ClockFace
            .Running(new Words("上门", "Visit"), At($"2026-10-08 {start}"), At($"2026-10-08 {due}"), At($"2026-10-08 {now}"))
            .Signal.ShouldBe(signal);

    [Theory]
    [InlineData("13800005678", "138****5678")]
    [InlineData("+8613800005678", "+86****5678")]
    [InlineData("86661234", "****1234")]
    [InlineData("110", "****")]
    public void A_phone_shows_no_more_than_it_must(string phone, string shown) => Phrases.MaskedPhone(phone).ShouldBe(shown);

    [Fact]
    public void Money_has_separators_and_fen()
    {
        Phrases.Money(1900m).ShouldBe("¥1,900.00");
        Phrases.Money(-0.5m).ShouldBe("−¥0.50");
    }

    private static Instant At(string text) => Instant.Parse(text.Replace(' ', 'T') + "+08:00");
}
