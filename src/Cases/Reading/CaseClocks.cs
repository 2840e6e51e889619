using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>The clocks of a case for its page.</summary>
internal sealed class CaseClocks(CaseFile file, RuleVersion version, StaffNames names, Instant now)
{
    /// <summary>The one that ends first of those that run, past due or not.</summary>
    public ClockFace Next()
    {
        if (file.History.State.Ended)
        {
            return ClockFace.Still(version.Term("states", Codes.Of(file.Judgement.Stage)));
        }

        var next = file.Judgement.Clocks.Where(Runs).MinBy(clock => clock.DueAt);
        return next is null
            ? ClockFace.Still(CaseTexts.NothingRuns)
            : ClockFace.Running(NameOf(version, next), next.StartedAt, next.DueAt, now);
    }

    /// <summary>Running ones first, by their end; then what is over, the latest first. A duty of every day is one group.</summary>
    public ClockList.View Grouped() =>
        new([
            .. Ordered()
                .GroupBy(clock => (clock.Id, clock.Cycle))
                .Select(group => new ClockList.View.Group(
                    NameOf(version, group.First()),
                    Summary([.. group]),
                    group.Any(clock => clock.State == ClockState.Breached) ? "bad-text" : "ok",
                    [.. group.Select(Line)]
                )),
        ]);

    public IReadOnlyList<ClockLine.View> Lines() => [.. Ordered().Select(Line)];

    public static Words NameOf(RuleVersion version, Clock clock) =>
        version.FindClock(clock.Id, clock.Clause)?.Name ?? new Words(clock.Id, clock.Id);

    /// <summary>A day's duty that was missed is over; every other clock runs on past its limit until it is stopped.</summary>
    private bool Runs(Clock clock) =>
        clock is { StoppedAt: null, EndedAt: null, State: ClockState.Running or ClockState.Breached }
        && !(clock.State == ClockState.Breached && version.FindClock(clock.Id, clock.Clause) is DailyClock);

    private IEnumerable<Clock> Ordered() =>
        file
            .Judgement.Clocks.Where(Runs)
            .OrderBy(clock => clock.DueAt)
            .Concat(file.Judgement.Clocks.Where(clock => !Runs(clock)).Reverse());

    private ClockLine.View Line(Clock clock)
    {
        var (result, style) = Result(clock);
        return new ClockLine.View(
            NameOf(version, clock),
            clock.Clause,
            clock.StartedAt,
            Limit(version.FindClock(clock.Id, clock.Clause)),
            CaseTexts.Until(Phrases.Moment(clock.DueAt, now)),
            result,
            style,
            CaseReasons.Of(file, names, Explanation.Of(file.History, now, clock), clock.Provisional)
        );
    }

    private (Words Result, string? Style) Result(Clock clock) =>
        clock switch
        {
            _ when Runs(clock) => Running(ClockFace.Running(NameOf(version, clock), clock.StartedAt, clock.DueAt, now)),
            { State: ClockState.Met } => (CaseTexts.OnTime, "ok"),
            { State: ClockState.Breached, StoppedAt: { } stopped } when stopped > clock.DueAt => (
                CaseTexts.Late(Phrases.Length(stopped - clock.DueAt)),
                "bad-text"
            ),
            { State: ClockState.Breached } => (CaseTexts.NotDone, "bad-text"),
            _ => (CaseTexts.Stopped, null),
        };

    private static (Words Result, string? Style) Running(ClockFace face) =>
        face.Signal switch
        {
            Signal.Late => (face.Says, "bad-text"),
            Signal.Soon => (face.Says, "soon-text"),
            Signal.Running => (face.Says, "ok"),
            Signal.Done => (face.Says, null),
        };

    private static Words Limit(ClockRule? rule) =>
        rule switch
        {
            WorkingDaysClock working => CaseTexts.WorkingDays(working.Days),
            DailyClock daily => CaseTexts.Daily(daily.At.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ElapsedClock elapsed => Phrases.Limit(elapsed.Limit),
            _ => CaseTexts.AsAgreed,
        };

    private Words Summary(Clock[] clocks)
    {
        var missed = clocks.Count(clock => clock.State == ClockState.Breached);
        return missed == 0
            ? clocks.Any(Runs)
                ? Result(clocks.First(Runs)).Result
                : CaseTexts.OnTime
            : CaseTexts.Breaches(missed);
    }
}
