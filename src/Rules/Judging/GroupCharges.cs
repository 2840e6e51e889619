using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>What lateness costs under the group's measures: EG-18, EG-35 and EG-36.</summary>
internal sealed class GroupCharges
{
    private readonly Past past;
    private readonly Context context;
    private readonly Draft draft;
    private readonly List<(Instant At, CaseNature Nature)> natures = [];

    public GroupCharges(Past past, Context context, Draft draft)
    {
        (this.past, this.context, this.draft) = (past, context, draft);
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i] is CaseNatured natured)
            {
                natures.Add((natured.At, natured.Nature));
            }
        }
    }

    /// <summary>The nature at an instant includes one that was set at that very instant.</summary>
    public CaseNature NatureAt(Instant at)
    {
        for (var i = natures.Count - 1; i >= 0; i--)
        {
            if (natures[i].At <= at)
            {
                return natures[i].Nature;
            }
        }

        return CaseNature.Ordinary;
    }

    /// <summary>EG-18(1): an amount for every interval the submission is late, charged to the specialist.</summary>
    public void LateSubmission(GroupCycle cycle, Clock clock)
    {
        var rule = cycle.Terms.LateSubmission;
        var end = clock.StoppedAt ?? past.Until;
        var units = Units(end - clock.DueAt, rule);
        if (clock.StoppedAt is null && end > clock.DueAt)
        {
            ExpectUnit(rule, clock.DueAt, units);
        }

        var specialist = past[cycle.From].By ?? (cycle.FirstSubmission < 0 ? null : past[cycle.FirstSubmission].By);
        if (specialist is null || units <= 0)
        {
            return;
        }

        var first = rule.Counting == Counting.Complete ? clock.DueAt + rule.Every : clock.DueAt;
        draft.Penalties.AddSeries(Amount(rule, cycle, specialist, Roles.Specialist), first, rule.Every, units);
    }

    /// <summary>EG-18(2): the same past the limit of issue, each holder for the time it lay with him.</summary>
    public void LateIssue(GroupCycle cycle, RunningTime running)
    {
        var deputy = new Post(context.DeputyManager, Roles.DeputyManager);
        var general = new Post(context.GeneralManager, Roles.GeneralManager);
        foreach (var stretch in running.Stretches)
        {
            var overFrom = stretch.Start + Longer(cycle.Terms.OrderIssue.Limit - stretch.Before, TimeSpan.Zero);
            var handedOn = stretch.ApprovedAt ?? stretch.End;
            Hold(cycle, deputy, Instant.Max(stretch.Start, overFrom), handedOn, stretch.Runs && stretch.ApprovedAt is null);
            Hold(cycle, general, Instant.Max(handedOn, overFrom), stretch.End, stretch.Runs && stretch.ApprovedAt is not null);
        }
    }

    /// <summary>EG-35a: no visit in time, or one the customer judged poor.</summary>
    public void MissedVisit(GroupCycle cycle, Clock clock)
    {
        if (EndOf(clock) > clock.DueAt)
        {
            Share(cycle, clock.DueAt);
        }

        for (var i = cycle.IssuedIndex; i < cycle.To; i++)
        {
            if (past[i] is CallbackMade { Purpose: CallbackPurpose.Closure, PoorVisit: true } callback)
            {
                Share(cycle, callback.At);
            }
        }
    }

    /// <summary>EG-35b: no plan in time after the visit.</summary>
    public void MissedPlan(GroupCycle cycle, Clock clock)
    {
        if (EndOf(clock) > clock.DueAt)
        {
            ChargeResponsible(cycle, cycle.Terms.MissedPlan, clock.DueAt);
        }
    }

    /// <summary>EG-35c: a required time of day passed without an entry.</summary>
    public void MissedProgress(GroupCycle cycle, Instant required) => ChargeResponsible(cycle, cycle.Terms.MissedProgress, required);

    /// <summary>EG-36: every overdue day at the rate of its bracket, and a decision when the brackets are exhausted.</summary>
    public void Overdue(GroupCycle cycle, Clock clock)
    {
        var rule = cycle.Terms.Overdue;
        var end = EndOf(clock);
        var lastCharged = rule.Tiers[^1].Through;
        var days = 0;
        while (days <= lastCharged && Accrues(rule, clock.DueAt, days + 1, end))
        {
            days++;
        }

        if (days <= lastCharged && clock.StoppedAt is null && clock.EndedAt is null)
        {
            draft.ChangesAt(InstantOf(rule, clock.DueAt, days + 1) + TimeSpan.FromSeconds(rule.Counting == Counting.Started ? 1 : 0));
        }

        for (var day = 1; day <= Math.Min(days, lastCharged); day++)
        {
            ChargeDay(cycle, rule, rule.Tiering == Tiering.Whole ? Math.Min(days, lastCharged) : day, InstantOf(rule, clock.DueAt, day));
        }

        if (days > lastCharged)
        {
            Decide(cycle, rule, InstantOf(rule, clock.DueAt, days));
        }
    }

    private void ChargeDay(GroupCycle cycle, TieredCharge rule, int bracketDay, Instant at)
    {
        var tier = TierOf(rule, bracketDay);
        var responsible = Responsible(cycle, at);
        draft.Penalties.Add(
            new Charge(tier.Clause, rule.Clock, cycle.Number, responsible.Person, responsible.Role) { Amount = tier.Accountable },
            at
        );
        if (LeaderAt(cycle, at) is { } leader)
        {
            draft.Penalties.Add(new Charge(tier.Clause, rule.Clock, cycle.Number, leader.Person, leader.Role) { Amount = tier.Leader }, at);
        }
    }

    private static Tier TierOf(TieredCharge rule, int day)
    {
        var tier = 0;
        while (day > rule.Tiers[tier].Through)
        {
            tier++;
        }

        return rule.Tiers[tier];
    }

    private void Decide(GroupCycle cycle, TieredCharge rule, Instant at)
    {
        var clause = rule.Decision.Clause;
        var responsible = Responsible(cycle, at);
        draft.Penalties.Add(
            new Charge(clause, rule.Clock, cycle.Number, responsible.Person, responsible.Role) { Decision = rule.Decision.Accountable },
            at
        );
        if (LeaderAt(cycle, at) is { } leader)
        {
            draft.Penalties.Add(
                new Charge(clause, rule.Clock, cycle.Number, leader.Person, leader.Role) { Decision = rule.Decision.Leader },
                at
            );
        }
    }

    /// <summary>A day that has begun counts once its instant has passed; a completed one at its instant.</summary>
    private static bool Accrues(TieredCharge rule, Instant due, int day, Instant end)
    {
        var at = InstantOf(rule, due, day);
        return rule.Counting == Counting.Started ? end > at : end >= at;
    }

    private static Instant InstantOf(TieredCharge rule, Instant due, int day) =>
        due + (rule.Every * (rule.Counting == Counting.Started ? day - 1 : day));

    /// <summary>EG-5: in a major, group or common complaint the chairman stands in the responsible person's place.</summary>
    private (string Person, string Role) Responsible(GroupCycle cycle, Instant at) =>
        cycle.Terms.Nature == NatureConsequences.Chairman && NatureAt(at) != CaseNature.Ordinary
            ? (cycle.Order!.Chairman, Roles.Chairman)
            : (cycle.Order!.Accountable, Roles.Accountable);

    private (string Person, string Role)? LeaderAt(GroupCycle cycle, Instant at) =>
        NatureAt(at) == CaseNature.Ordinary ? (cycle.Order!.Leader, Roles.Leader)
        : cycle.Terms.Nature == NatureConsequences.DepartmentHead ? (cycle.Order!.Chairman, Roles.Chairman)
        : null;

    private void ChargeResponsible(GroupCycle cycle, FixedCharge rule, Instant at)
    {
        var (person, role) = Responsible(cycle, at);
        draft.Penalties.Add(new Charge(rule.Clause, rule.Clock, cycle.Number, person, role) { Amount = rule.Amount }, at);
    }

    /// <summary>One share of the month's bonus: rounded to the fen first, then counted.</summary>
    private void Share(GroupCycle cycle, Instant at)
    {
        var rule = cycle.Terms.MissedVisit;
        var (person, role) = Responsible(cycle, at);
        decimal? amount = context.Bonus.TryGetValue(person, out var bonus)
            ? Math.Round(bonus * rule.Percent / 100m, 2, MidpointRounding.AwayFromZero)
            : null;
        draft.Penalties.Add(
            new Charge(rule.Clause, rule.Clock, cycle.Number, person, role) { Percent = rule.Percent, Amount = amount },
            at
        );
    }

    /// <summary>The time an order lay with a post, cut where the post changed hands.</summary>
    private void Hold(GroupCycle cycle, Post post, Instant from, Instant to, bool runs)
    {
        if (to < from || (to == from && !runs))
        {
            return;
        }

        foreach (var (person, start, end) in post.History.Between(from, to))
        {
            Hold(cycle, post.Held(person), start, end, runs && end == to);
        }

        if (runs && post.History.NextChangeAfter(to) is { } change)
        {
            draft.ChangesAt(change);
        }
    }

    private void Hold(GroupCycle cycle, Holder holder, Instant from, Instant to, bool runs)
    {
        var rule = cycle.Terms.LateIssue;
        var before = Units(holder.Held, rule);
        var heldBefore = holder.Held;
        holder.Held += to - from;
        var units = Units(holder.Held, rule) - before;
        if (units > 0)
        {
            var firstMark = rule.Every * (rule.Counting == Counting.Complete ? before + 1 : before);
            draft.Penalties.AddSeries(Amount(rule, cycle, holder.Person, holder.Role), from + (firstMark - heldBefore), rule.Every, units);
        }

        if (runs)
        {
            ExpectUnit(rule, to - holder.Held, before + units);
        }
    }

    private Instant EndOf(Clock clock) => clock.StoppedAt ?? clock.EndedAt ?? past.Until;

    private static Charge Amount(IntervalCharge rule, GroupCycle cycle, string person, string role) =>
        new(rule.Clause, rule.Clock, cycle.Number, person, role) { Amount = rule.Amount };

    /// <summary>How many intervals of lateness count: complete ones, or begun ones.</summary>
    private static long Units(TimeSpan late, IntervalCharge rule)
    {
        if (late <= TimeSpan.Zero)
        {
            return 0;
        }

        var complete = late.Ticks / rule.Every.Ticks;
        var units = rule.Counting == Counting.Complete || late.Ticks % rule.Every.Ticks == 0 ? complete : complete + 1;
        return rule.Cap is { } cap ? Math.Min(units, cap) : units;
    }

    /// <summary>The lateness that began at <paramref name="since"/> goes on: the next unit changes the result by itself.</summary>
    private void ExpectUnit(IntervalCharge rule, Instant since, long counted)
    {
        if (rule.Cap is { } cap && counted >= cap)
        {
            return;
        }

        if (rule.Counting == Counting.Complete)
        {
            draft.ChangesAt(since + (rule.Every * (counted + 1)));
        }
        else
        {
            draft.ChangesAfter(since + (rule.Every * counted));
        }
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a >= b ? a : b;

    /// <summary>A post and what each of its holders held in this cycle.</summary>
    private sealed class Post(PostHistory history, string role)
    {
        private readonly List<Holder> holders = [];

        public PostHistory History => history;

        public Holder Held(string person)
        {
            if (holders.Find(each => each.Person == person) is { } known)
            {
                return known;
            }

            holders.Add(new Holder(person, role));
            return holders[^1];
        }
    }

    private sealed class Holder(string person, string role)
    {
        public string Person => person;

        public string Role => role;

        /// <summary>How long it lay with him past the limit, over the whole cycle.</summary>
        public TimeSpan Held { get; set; }
    }
}
