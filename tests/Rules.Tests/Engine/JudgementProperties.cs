using FsCheck;
using FsCheck.Fluent;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>What must hold for every case, whatever happened to it.</summary>
public sealed class JudgementProperties
{
    [Theory]
    [InlineData("group")]
    [InlineData("property")]
    public void A_clock_is_late_exactly_when_it_stopped_ended_or_still_runs_past_its_due_time(string book) =>
        ForAll(
            (walk, until) =>
            {
                foreach (var clock in walk.Judge(until, Story.Context).Clocks.Where(clock => clock.Id != "order.issue"))
                {
                    var end = clock.StoppedAt ?? clock.EndedAt ?? until;
                    if ((clock.State == ClockState.Breached) != (end > clock.DueAt))
                    {
                        return false;
                    }
                }

                return true;
            },
            book
        );

    /// <summary>What the sweep relies on: between the judged moment and ChangesAt nothing changes by itself.</summary>
    [Theory]
    [InlineData("group")]
    [InlineData("property")]
    public void Nothing_changes_by_itself_before_the_announced_moment(string book) =>
        ForAll(
            (walk, until) =>
            {
                until = Instant.Max(until, walk.Events[^1].At);
                var now = walk.Judge(until, Story.Context);
                var next = now.ChangesAt is { } changes ? changes - TimeSpan.FromSeconds(1) : until + TimeSpan.FromDays(400);
                var middle = new Instant(until.Seconds + ((next.Seconds - until.Seconds) / 2));
                return Same(now, walk.Judge(middle, Story.Context)) && Same(now, walk.Judge(next, Story.Context));
            },
            book
        );

    [Fact]
    public void The_totals_of_all_months_add_up_to_the_total() =>
        ForAll(
            (walk, until) =>
            {
                var items = walk.Judge(until, Story.Context).Penalties.Select(item => ("C", item)).ToList();
                var months = items.Select(line => line.item.Month).Distinct();
                var statements = months.Select(month => Statement.Of(month, items)).ToList();
                return statements.Sum(s => s.Totals.Sum(t => t.Amount)) == items.Sum(line => line.item.Amount ?? 0)
                    && statements.Sum(s => s.Lines.Count) == items.Count
                    && statements.Sum(s => s.Totals.Sum(t => t.Decisions)) == items.Count(line => line.item.Decision is not null);
            }
        );

    [Fact]
    public void The_sum_never_falls_as_time_passes_unless_the_nature_went_back_to_ordinary() =>
        ForAll(
            (walk, until) =>
            {
                var last = 0m;
                for (var moment = walk.Events[0].At; moment <= walk.Events[^1].At + TimeSpan.FromDays(25); moment += TimeSpan.FromHours(5))
                {
                    var sum = Sum(walk.Judge(moment, Story.Context));
                    if (sum < last)
                    {
                        return false;
                    }

                    last = sum;
                }

                return true;
            },
            backToOrdinary: false
        );

    [Fact]
    public void Late_events_fold_to_the_same_as_if_they_had_come_in_order() =>
        ForAll(
            (walk, until) =>
            {
                // Recorded order: every third event comes late; the opening is always first.
                var recorded = walk
                    .Events.Select(
                        (happened, i) =>
                            (
                                happened,
                                rank: i == 0 ? -1
                                : i % 3 == 0 ? i + 1000
                                : i
                            )
                    )
                    .OrderBy(e => e.rank)
                    .ToList();
                var (folded, refusal, _) = CaseHistory.Fold(walk.Book, walk.Calendar, [.. recorded.Select(e => e.happened)]);
                return refusal is null && Same(folded.Judge(until, Story.Context), walk.Judge(until, Story.Context));
            },
            spread: true
        );

    [Fact]
    public void Judging_at_an_earlier_moment_is_judging_the_events_up_to_then() =>
        ForAll(
            (walk, until) =>
            {
                var then = new CaseHistory(walk.Book, walk.Calendar);
                foreach (var happened in walk.Events.Where(happened => happened.At <= until))
                {
                    then.Add(happened);
                }

                return then.Events.Count == 0 || Same(then.Judge(until, Story.Context), walk.Judge(until, Story.Context));
            }
        );

    private static bool Same(Judgement a, Judgement b) => Text(a) == Text(b);

    /// <summary>Everything a reader can see of a judgement; positions of evidence and messages of the future apart.</summary>
    private static string Text(Judgement judged) =>
        string.Join(
            '\n',
            judged
                .Clocks.Select(c => $"{c.Id} {c.Clause} {c.Cycle} {c.StartedAt} {c.DueAt} {c.StoppedAt} {c.EndedAt} {c.State}")
                .Concat(judged.Messages.Select(m => $"{m.Kind} {m.At} {string.Join(',', m.To)}"))
                .Concat(
                    judged.Penalties.Select(p =>
                        $"{p.Clause} {p.Cycle} {p.Subject} {p.Role} {p.Month} {p.Units} {p.Amount} {p.Decision} {p.FirstAt} {p.LastAt}"
                    )
                )
                .Append($"{judged.Stage} {judged.Cycle} {judged.Nature}")
        );

    private static decimal Sum(Judgement judged) => judged.Penalties.Sum(item => item.Amount ?? 0);

    private static void ForAll(
        Func<CaseHistory, Instant, bool> holds,
        string book = "group",
        bool backToOrdinary = true,
        bool spread = false
    )
    {
        var cases = ArbMap.Default.ArbFor<PositiveInt>();
        var moments = ArbMap.Default.ArbFor<PositiveInt>();
        Prop.ForAll(
                cases,
                moments,
                (seed, hours) =>
                {
                    var walk = RandomWalk.Of((seed.Get * 7919) + hours.Get, book, backToOrdinary, spread);
                    var span = walk.Events[^1].At - walk.Events[0].At + TimeSpan.FromDays(20);
                    var until = walk.Events[0].At + TimeSpan.FromSeconds(span.TotalSeconds * (hours.Get % 97) / 96);
                    return holds(walk, until);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithQuietOnSuccess(true));
    }
}
