using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>The clocks of the property office: PM-4, PM-5, PM-41 … PM-43, PM-46 and PM-49.</summary>
internal sealed class PropertyJudge(Past past)
{
    private static readonly TypeSet Arrival = TypeSet.Of(EventType.ArrivalMade);
    private static readonly TypeSet Answered = TypeSet.Of(EventType.CaseAnswered);
    private static readonly TypeSet AnsweredOrResolved = TypeSet.Of(EventType.CaseAnswered, EventType.CaseResolved);
    private static readonly TypeSet Resolved = TypeSet.Of(EventType.CaseResolved);
    private static readonly TypeSet Forwarded = TypeSet.Of(EventType.CaseForwarded);
    private static readonly TypeSet Closing = TypeSet.Of(EventType.CaseClosed);

    private readonly Draft draft = new(past.Until);

    public Judgement Judge()
    {
        if (past.Count == 0)
        {
            return draft.Finish(past.State, CaseNature.Ordinary);
        }

        var version = past.Book.At(past[0].At);
        var terms = version.Property!;
        var opened = (CaseOpened)past[0];
        var closing = past.Next(Closing, 0, past.Count);
        var closed = closing < 0 ? default : new End(past[closing].At, ClockEnd.Closing);

        Arrive(terms, opened, closed);
        Elapsed(terms.Reply, opened.At, 0, past.Next(AnsweredOrResolved, 0, past.Count), closed);
        Promises(terms, closed);
        Forward(terms, opened, closed);
        Classes(terms, opened, closed);
        draft.Pin(1, version, draft.Clocks.Any(clock => clock.Provisional));
        return draft.Finish(past.State, CaseNature.Ordinary);
    }

    /// <summary>PM-4: somebody at the place within the limit, or at the time agreed with the customer.</summary>
    private void Arrive(PropertyTerms terms, CaseOpened opened, End closed)
    {
        if (!opened.OnSite)
        {
            return;
        }

        var due = opened.At + terms.Arrive.Limit;
        var agreement = -1;
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i] is ArrivalAgreed agreed)
            {
                due = agreed.For;
                agreement = i;
            }
        }

        var stop = past.Next(Arrival, 0, past.Count);
        var evidence = new Evidence(0, stop, agreement < 0 ? null : [agreement]);
        draft.Add(terms.Arrive, 1, opened.At, due, stop < 0 ? null : past[stop].At, evidence, closed);
    }

    /// <summary>PM-5: what was promised, as postponed, until it is resolved.</summary>
    private void Promises(PropertyTerms terms, End closed)
    {
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i] is not PromiseMade promise)
            {
                continue;
            }

            var stop = past.Next(Resolved, i, past.Count);
            var due = promise.Until;
            var postponement = -1;
            for (var j = i + 1; j < (stop < 0 ? past.Count : stop); j++)
            {
                if (past[j] is PromisePostponed postponed)
                {
                    due = postponed.Until;
                    postponement = j;
                }
            }

            var evidence = new Evidence(i, stop, postponement < 0 ? null : [postponement]);
            draft.Add(terms.Promise, 1, promise.At, due, stop < 0 ? null : past[stop].At, evidence, closed);
        }
    }

    /// <summary>PM-46: another department gets the form in time, while the classification says it concerns one.</summary>
    private void Forward(PropertyTerms terms, CaseOpened opened, End closed)
    {
        var stop = past.Next(Forwarded, 0, past.Count);
        var concerned = false;
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i] is not CaseClassified classified)
            {
                continue;
            }

            if (classified.OtherDepartment && !concerned)
            {
                var withdrawn = NextClassification(i, next => !next.OtherDepartment);
                Limited(terms.Forward, opened.At, opened.At + terms.Forward.Limit, i, stop, withdrawn, closed);
            }

            concerned = classified.OtherDepartment;
        }
    }

    /// <summary>PM-41 … PM-43: the class decides the limit; a clock keeps its start when the class changes.</summary>
    private void Classes(PropertyTerms terms, CaseOpened opened, End closed)
    {
        var resolved = FirstResolvedNotRefused();
        var answered = past.Next(Answered, 0, past.Count);
        CaseClass? current = null;
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i] is not CaseClassified classified || classified.Class == current)
            {
                continue;
            }

            current = classified.Class;
            var changed = NextClassification(i, next => next.Class != classified.Class);
            if (current == CaseClass.Minor)
            {
                var due = opened.RequiredBy ?? opened.At + terms.ResolveMinor.Limit;
                Limited(terms.ResolveMinor, opened.At, due, i, resolved, changed, closed);
            }
            else if (current == CaseClass.Important)
            {
                WorkingDays(terms.ResolveImportant, opened.At, i, resolved, changed, closed);
            }
            else if (current == CaseClass.Major)
            {
                WorkingDays(terms.AnswerMajor, opened.At, i, answered, changed, closed);
                WorkingDays(terms.ResolveMajor, opened.At, i, resolved, changed, closed);
            }
        }
    }

    private void WorkingDays(WorkingDaysClock rule, Instant start, int classification, int stop, int changed, End closed)
    {
        var due = past.Calendar.DueAfter(start, rule.Days, start);
        Limited(rule, start, due.At, classification, stop, changed, closed, due.Provisional);
    }

    /// <summary>A clock that a class brought: its stop counts if it came before the class changed.</summary>
    private void Limited(ClockRule rule, Instant start, Instant due, int cause, int stop, int changed, End closed, bool provisional = false)
    {
        var stopped = stop >= 0 && (changed < 0 || stop < changed);
        var end = changed >= 0 ? new End(past[changed].At, ClockEnd.Withdrawn) : closed;
        var clock = draft.Add(rule, 1, start, due, stopped ? past[stop].At : null, new Evidence(0, stopped ? stop : -1, [cause]), end);
        if (provisional)
        {
            draft.MarkProvisional(clock);
        }
    }

    /// <summary>PM-46 "until content": a result the owner refused never stopped anything.</summary>
    private int FirstResolvedNotRefused()
    {
        var first = -1;
        for (var i = 0; i < past.Count; i++)
        {
            if (past[i].Type == EventType.CaseResolved && first < 0)
            {
                first = i;
            }
            else if (past[i] is CallbackMade { Content: false })
            {
                first = -1;
            }
        }

        return first;
    }

    private int NextClassification(int after, Func<CaseClassified, bool> wanted)
    {
        for (var i = after + 1; i < past.Count; i++)
        {
            if (past[i] is CaseClassified next && wanted(next))
            {
                return i;
            }
        }

        return -1;
    }

    private void Elapsed(ElapsedClock rule, Instant start, int startIndex, int stop, End closed) =>
        draft.Add(rule, 1, start, start + rule.Limit, stop < 0 ? null : past[stop].At, new Evidence(startIndex, stop), closed);
}
