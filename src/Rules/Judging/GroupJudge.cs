using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>
/// The clocks and messages of the group's measures, clause by clause. What they cost is worked out in
/// <see cref="GroupCharges"/> from the same clocks.
/// </summary>
internal sealed class GroupJudge(Past past, Context context)
{
    private static readonly TypeSet SubmitStops = TypeSet.Of(EventType.OrderSubmitted, EventType.CaseResolvedOnSpot);
    private static readonly TypeSet Visits = TypeSet.Of(EventType.VisitMade, EventType.VisitPrevented);
    private static readonly TypeSet VisitMade = TypeSet.Of(EventType.VisitMade);
    private static readonly TypeSet VisitPrevented = TypeSet.Of(EventType.VisitPrevented);
    private static readonly TypeSet Plan = TypeSet.Of(EventType.PlanRecorded);
    private static readonly TypeSet RefusalRecorded = TypeSet.Of(EventType.RefusalRecorded);
    private static readonly TypeSet Applied = TypeSet.Of(EventType.ClosureApplied);
    private static readonly TypeSet Checked = TypeSet.Of(EventType.ClosureAccepted, EventType.ClosureRejected);
    private static readonly TypeSet Rejected = TypeSet.Of(EventType.ClosureRejected);
    private static readonly TypeSet Submitted = TypeSet.Of(EventType.OrderSubmitted);
    private static readonly TypeSet Reported = TypeSet.Of(EventType.ClaimReported);
    private static readonly TypeSet Filed = TypeSet.Of(EventType.ClaimFiled);
    private static readonly TypeSet MinutesFiled = TypeSet.Of(EventType.MinutesFiled);

    private readonly Draft draft = new(past.Until);

    public Judgement Judge()
    {
        var cycles = GroupCycle.Of(past);
        var charges = new GroupCharges(past, context, draft);
        foreach (var cycle in cycles)
        {
            draft.Pin(cycle.Number, cycle.Version);
            charges.LateSubmission(cycle, OrderSubmit(cycle));
            OrderIssue(cycle, charges);
            if (cycle.IssuedAt is not { } issuedAt)
            {
                continue;
            }

            charges.MissedVisit(cycle, Visit(cycle, issuedAt));
            if (PlanAfterVisit(cycle) is { } plan)
            {
                charges.MissedPlan(cycle, plan);
            }

            Refusals(cycle);
            Progress(cycle, issuedAt, charges);
            charges.Overdue(cycle, Resolve(cycle, issuedAt));
            ClosureChecks(cycle);
            Messages(cycle, issuedAt);
        }

        Meetings(cycles);
        Claims(cycles);
        return draft.Finish(past.State, charges.NatureAt(past.Until));
    }

    /// <summary>EG-14(1): from the end of the call or visit to the first submission, or solved on the spot.</summary>
    private Clock OrderSubmit(GroupCycle cycle)
    {
        var start = past[cycle.From] is CaseOpened { ContactEndedAt: { } contactEnded } ? contactEnded : past[cycle.From].At;
        var stop = past.Next(SubmitStops, cycle.From, cycle.To);
        return AddElapsed(cycle.Terms.OrderSubmit, cycle.Number, start, cycle.From, stop, cycle.Ended);
    }

    /// <summary>EG-14(2): the running time from submission to issue; it rests from a rejection to the next submission.</summary>
    private void OrderIssue(GroupCycle cycle, GroupCharges charges)
    {
        if (cycle.FirstSubmission < 0)
        {
            return;
        }

        var running = RunningTime.Of(past, cycle);
        var rule = cycle.Terms.OrderIssue;
        var due = running.WhenReached(rule.Limit);
        var state =
            running.Total > rule.Limit ? ClockState.Breached
            : cycle.IssuedAt is not null ? ClockState.Met
            : ClockState.Running;
        var evidence = new Evidence(cycle.FirstSubmission, cycle.IssuedIndex, running.Positions());
        draft.Add(rule, cycle.Number, past[cycle.FirstSubmission].At, due, cycle.IssuedAt, state, evidence);
        charges.LateIssue(cycle, running);
    }

    /// <summary>EG-22: within the limit of the issue somebody stands at the customer's door, or the customer prevents it.</summary>
    private Clock Visit(GroupCycle cycle, Instant issuedAt)
    {
        var start = cycle.Terms.VisitHours is { } hours ? Opening(issuedAt, hours) : issuedAt;
        var stop = past.Next(Visits, cycle.IssuedIndex, cycle.To);
        return AddElapsed(cycle.Terms.Visit, cycle.Number, start, cycle.IssuedIndex, stop, cycle.Ended);
    }

    private Clock? PlanAfterVisit(GroupCycle cycle)
    {
        var visit = past.Next(VisitMade, cycle.IssuedIndex, cycle.To);
        if (visit < 0)
        {
            return null;
        }

        var stop = past.Next(Plan, visit, cycle.To);
        return AddElapsed(cycle.Terms.Plan, cycle.Number, past[visit].At, visit, stop, cycle.Ended);
    }

    /// <summary>EG-23: each prevented visit is recorded in time, and each record is followed by a call.</summary>
    private void Refusals(GroupCycle cycle)
    {
        for (var i = past.Next(VisitPrevented, cycle.IssuedIndex, cycle.To); i >= 0; i = past.Next(VisitPrevented, i + 1, cycle.To))
        {
            var stop = past.Next(RefusalRecorded, i, cycle.To);
            AddElapsed(cycle.Terms.RefusalRecord, cycle.Number, past[i].At, i, stop, cycle.Ended);
        }

        for (var i = past.Next(RefusalRecorded, cycle.IssuedIndex, cycle.To); i >= 0; i = past.Next(RefusalRecorded, i + 1, cycle.To))
        {
            var stop = i + 1;
            while (stop < cycle.To && past[stop] is not CallbackMade { Purpose: CallbackPurpose.Refusal })
            {
                stop++;
            }

            AddElapsed(cycle.Terms.RefusalCallback, cycle.Number, past[i].At, i, stop < cycle.To ? stop : -1, cycle.Ended);
        }
    }

    /// <summary>EG-26 and EG-35c: one entry for every required time of day, after the one of the day before.</summary>
    private void Progress(GroupCycle cycle, Instant issuedAt, GroupCharges charges)
    {
        var rule = cycle.Terms.Progress;
        var oneDay = TimeSpan.FromDays(1);
        var entry = cycle.IssuedIndex;
        var required = (issuedAt + rule.Grace).NextAt(rule.At);
        for (; required <= past.Until && (cycle.ApplicationAt is not { } applied || required < applied); required += oneDay)
        {
            var last = -1;
            for (; entry < cycle.To && past[entry].At <= required; entry++)
            {
                if (past[entry].Type == EventType.ProgressRecorded && past[entry].At > required - oneDay)
                {
                    last = entry;
                }
            }

            Instant? stopped = last < 0 ? null : past[last].At;
            draft.Add(rule, cycle.Number, required - oneDay, required, stopped, new Evidence(cycle.IssuedIndex, last));
            if (last < 0 && required < past.Until)
            {
                charges.MissedProgress(cycle, required);
            }
        }

        if (cycle.ApplicationAt is null)
        {
            draft.ChangesAt(required);
        }
    }

    /// <summary>EG-25: the earlier of the required time and every agreed time; only an application not rejected stops it.</summary>
    private Clock Resolve(GroupCycle cycle, Instant issuedAt)
    {
        var submission = past.Last(Submitted, cycle.From, cycle.IssuedIndex);
        var due = ((OrderSubmitted)past[submission]).RequiredBy;
        var decisive = submission;
        var end = cycle.ClosedIndex < 0 ? cycle.To : cycle.ClosedIndex;
        for (var i = cycle.IssuedIndex; i < end; i++)
        {
            if (past[i] is PlanRecorded { AgreedBy: { } agreed } && agreed < due)
            {
                due = agreed;
                decisive = i;
            }
        }

        var evidence = new Evidence(cycle.IssuedIndex, cycle.ApplicationIndex, [decisive]);
        return draft.Add(cycle.Terms.Resolve, cycle.Number, issuedAt, due, cycle.ApplicationAt, evidence, cycle.Ended);
    }

    /// <summary>EG-29: each application is checked, accepted or rejected.</summary>
    private void ClosureChecks(GroupCycle cycle)
    {
        for (var i = past.Next(Applied, cycle.IssuedIndex, cycle.To); i >= 0; i = past.Next(Applied, i + 1, cycle.To))
        {
            var stop = past.Next(Checked, i, cycle.To);
            AddElapsed(cycle.Terms.ClosureCheck, cycle.Number, past[i].At, i, stop, cycle.Ended);
        }
    }

    /// <summary>EG-19: the issue is told at once; every morning the case is unfinished, the three who answer are reminded.</summary>
    private void Messages(GroupCycle cycle, Instant issuedAt)
    {
        var order = cycle.Order!;
        var notice = cycle.Terms.IssueNotice;
        draft.Send(notice, cycle.Number, issuedAt, People(notice, order));

        var reminder = cycle.Terms.DailyReminder;
        var people = People(reminder, order);
        var at = (issuedAt + TimeSpan.FromSeconds(1)).NextAt(reminder.At!.Value);
        var ends = cycle.Ended.At is { } ended ? Instant.Min(past.Until, ended) : past.Until;
        for (; at <= ends; at += TimeSpan.FromDays(1))
        {
            if (!ApplicationPendingAt(cycle, at))
            {
                draft.Send(reminder, cycle.Number, at, people);
            }
        }

        if (cycle.Ended.At is null && cycle.ApplicationAt is null)
        {
            draft.ChangesAt(at);
        }
    }

    /// <summary>Pending from its own instant, inclusive, to its rejection, exclusive.</summary>
    private bool ApplicationPendingAt(GroupCycle cycle, Instant at)
    {
        for (var i = past.Next(Applied, cycle.IssuedIndex, cycle.To); i >= 0 && past[i].At <= at; i = past.Next(Applied, i + 1, cycle.To))
        {
            var rejection = past.Next(Rejected, i, cycle.To);
            if (rejection < 0 || past[rejection].At > at)
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> People(MessageRule rule, OrderIssued order)
    {
        var people = new List<string>(rule.To.Count);
        foreach (var role in rule.To)
        {
            var person = role switch
            {
                Roles.Leader => order.Leader,
                Roles.Chairman => order.Chairman,
                _ => order.Accountable,
            };
            if (!people.Contains(person))
            {
                people.Add(person);
            }
        }

        return people;
    }

    /// <summary>EG-33: turning major, group or common calls for a meeting; each meeting for minutes.</summary>
    private void Meetings(List<GroupCycle> cycles)
    {
        var extraordinary = false;
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i] is CaseNatured natured)
            {
                var turns = !extraordinary && natured.Nature != CaseNature.Ordinary;
                extraordinary = natured.Nature != CaseNature.Ordinary;
                if (turns)
                {
                    Meeting(CycleAt(cycles, i), i);
                }
            }
            else if (past[i].Type == EventType.MeetingEnded)
            {
                var cycle = CycleAt(cycles, i);
                AddElapsed(cycle.Terms.Minutes, cycle.Number, past[i].At, i, past.Next(MinutesFiled, i, past.Count), default);
            }
        }
    }

    private void Meeting(GroupCycle cycle, int turned)
    {
        var stop = -1;
        var end = default(End);
        for (var i = turned + 1; i < past.Count && stop < 0 && end.At is null; i++)
        {
            if (past[i].Type == EventType.MeetingEnded)
            {
                stop = i;
            }
            else if (past[i] is CaseNatured { Nature: CaseNature.Ordinary })
            {
                end = new End(past[i].At, ClockEnd.Withdrawn);
            }
            else if (past[i].Type is EventType.ClosureApproved or EventType.CaseResolvedOnSpot)
            {
                end = new End(past[i].At, ClockEnd.Closing);
            }
        }

        AddElapsed(cycle.Terms.Meeting, cycle.Number, past[turned].At, turned, stop, end);
    }

    /// <summary>EG-34: the report on a claim, and the filing of its decision; both outlive the closing.</summary>
    private void Claims(List<GroupCycle> cycles)
    {
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i].Type == EventType.ClaimRaised)
            {
                var cycle = CycleAt(cycles, i);
                AddElapsed(cycle.Terms.ClaimReport, cycle.Number, past[i].At, i, past.Next(Reported, i, past.Count), default);
            }
            else if (past[i].Type == EventType.ClaimDecided)
            {
                var cycle = CycleAt(cycles, i);
                AddElapsed(cycle.Terms.ClaimFile, cycle.Number, past[i].At, i, past.Next(Filed, i, past.Count), default);
            }
        }
    }

    private Clock AddElapsed(ElapsedClock rule, int cycle, Instant start, int startIndex, int stopIndex, End end)
    {
        Instant? stopped = stopIndex < 0 ? null : past[stopIndex].At;
        return draft.Add(rule, cycle, start, start + rule.Limit, stopped, new Evidence(startIndex, stopIndex), end);
    }

    private static GroupCycle CycleAt(List<GroupCycle> cycles, int index) => cycles.FindLast(cycle => cycle.From <= index)!;

    private static Instant Opening(Instant at, TimeWindow hours)
    {
        var time = at.TimeOfDay;
        return time >= hours.From && time < hours.To ? at : at.NextAt(hours.From);
    }
}
