using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Explaining;

/// <summary>How a clock came to its deadline and its result, as a sentence.</summary>
internal static class ClockWords
{
    public static Words Of(CaseHistory history, RuleVersion version, Clock clock, Instant until)
    {
        var basis = Basis(history, version, clock);
        var result =
            CountsRunningTime(version, clock) && clock.State == ClockState.Breached ? OverRunningTime(clock) : Result(clock, until);
        var provisional = clock.Provisional
            ? new Words("（按尚未公布的暂定日历计算）", " (computed with a provisional calendar)")
            : new Words("", "");
        return new Words($"{basis.Zh}；{result.Zh}{provisional.Zh}。", $"{basis.En}; {result.En}{provisional.En}.");
    }

    private static Words Basis(CaseHistory history, RuleVersion version, Clock clock)
    {
        var start = Say.Time(clock.StartedAt);
        var due = Say.Time(clock.DueAt);
        var cause = EventName(version, history.Events[clock.Evidence.Start].Type);
        var rule = version.FindClock(clock.Id, clock.Clause);
        if (CountsRunningTime(version, clock))
        {
            return RunningTime(version, start, due);
        }

        return rule switch
        {
            DailyClock daily => Daily(daily, clock),
            WorkingDaysClock working => new Words(
                $"{cause.Zh} {start.Zh}，次日起算 {working.Days} 个工作日，至 {due.Zh} 下班",
                $"{cause.En} {start.En}, {working.Days} working days from the next day, until the close at {due.En}"
            ),
            DeadlineClock => Deadline(history, version, clock, due),
            ElapsedClock elapsed when clock.DueAt == clock.StartedAt + elapsed.Limit => new Words(
                $"{cause.Zh} {start.Zh} 起 {Say.Limit(elapsed.Limit).Zh}，至 {due.Zh}",
                $"{Say.Limit(elapsed.Limit).En} from {cause.En} {start.En}, until {due.En}"
            ),
            _ => Deadline(history, version, clock, due),
        };
    }

    private static Words RunningTime(RuleVersion version, Words start, Words due)
    {
        var limit = Say.Limit(version.Group!.OrderIssue.Limit);
        return new Words(
            $"{start.Zh} 首次报批起累计 {limit.Zh}（退回期间停计），至 {due.Zh}",
            $"{limit.En} of running time from the first submission {start.En} (it rests while rejected), until {due.En}"
        );
    }

    private static Words Daily(DailyClock rule, Clock clock)
    {
        var from = Say.Time(clock.StartedAt);
        var to = Say.Time(clock.DueAt);
        var time = Say.TimeOfDay(rule.At);
        return new Words(
            $"每天 {time.Zh} 前须有进展：{from.Zh} 之后、不晚于 {to.Zh}",
            $"an entry is due every day by {time.En}: after {from.En} and not after {to.En}"
        );
    }

    /// <summary>The deadline was named by an event: say which one decided.</summary>
    private static Words Deadline(CaseHistory history, RuleVersion version, Clock clock, Words due)
    {
        var decisive = clock.Evidence.Others is [var other, ..] ? other : clock.Evidence.Start;
        var happened = history.Events[decisive];
        var named = EventName(version, happened.Type);
        var at = Say.Time(happened.At);
        var earlier =
            clock.Id == version.Group?.Resolve.Id
                ? new Words("取要求与商谈时间中较早者，", "the earlier of the required and the agreed times, ")
                : new Words("", "");
        return new Words(
            $"{earlier.Zh}由 {at.Zh} 的「{named.Zh}」定为 {due.Zh}",
            $"{earlier.En}set by \"{named.En}\" of {at.En} to {due.En}"
        );
    }

    private static Words Result(Clock clock, Instant until)
    {
        if (clock.StoppedAt is { } stopped)
        {
            var at = Say.Time(stopped);
            return clock.State == ClockState.Breached
                ? Late(at, stopped - clock.DueAt)
                : new Words($"{at.Zh} 完成，按时", $"done {at.En}, on time");
        }

        if (clock.EndedAt is { } ended)
        {
            return Ended(clock, ended);
        }

        return clock.State == ClockState.Breached
            ? new Words($"尚未完成，已超 {Say.Span(until - clock.DueAt).Zh}", $"not done, {Say.Span(until - clock.DueAt).En} late so far")
            : new Words("尚未到期", "not due yet");
    }

    private static Words Late(Words at, TimeSpan late) =>
        new($"{at.Zh} 完成，晚 {Say.Span(late).Zh}", $"done {at.En}, {Say.Span(late).En} late");

    /// <summary>EG-14(2) rests while the order is rejected: how late it is cannot be read off the wall clock.</summary>
    private static bool CountsRunningTime(RuleVersion version, Clock clock) => clock.Id == version.Group?.OrderIssue.Id;

    private static Words OverRunningTime(Clock clock)
    {
        if (clock.StoppedAt is not { } stopped)
        {
            return new Words("尚未签发，运行时间已超限", "not issued, over the limit of running time");
        }

        var at = Say.Time(stopped);
        return new Words($"{at.Zh} 签发，运行时间超限", $"issued {at.En}, over the limit of running time");
    }

    private static Words Ended(Clock clock, Instant ended)
    {
        var at = Say.Time(ended);
        var (zh, en) = clock.EndedBy == ClockEnd.Closing ? ("结案", "the case was closed") : ("不再适用", "it no longer applied");
        return clock.State == ClockState.Breached
            ? new Words($"{at.Zh} {zh}时仍未完成，已逾期", $"not done when {en} {at.En}: late")
            : new Words($"{at.Zh} {zh}，未到期即终止", $"ended before it was due because {en} {at.En}");
    }

    private static Words EventName(RuleVersion version, EventType type) =>
        version.Events.TryGetValue(type, out var rule) ? rule.Name : new Words(type.Name(), type.Name());
}
