using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Explaining;

/// <summary>How a consequence adds up, as a sentence.</summary>
internal static class PenaltyWords
{
    public static Words Of(RuleVersion version, Judgement judgement, Penalty item)
    {
        var terms = version.Group!;
        var cause = Cause(terms, judgement, item);
        var sum = Sum(item);
        var role = version.Term("roles", item.Role);
        return new Words($"{cause.Zh}，由{role.Zh}承担：{sum.Zh}。", $"{cause.En}, borne by the {role.En}: {sum.En}.");
    }

    /// <summary>The events behind the clock it hangs on, the poor call-backs, and what set the nature if that moved it.</summary>
    public static IReadOnlyList<int> Events(CaseHistory history, Judgement judgement, Penalty item)
    {
        var positions = new SortedSet<int>();
        foreach (var clock in judgement.Clocks.Where(clock => clock.Id == item.Clock && clock.Cycle == item.Cycle))
        {
            if (clock.DueAt <= item.LastAt)
            {
                positions.UnionWith(Explanation.Positions(clock.Evidence));
            }
        }

        for (var i = 0; i < history.Events.Count; i++)
        {
            var happened = history.Events[i];
            var poorVisit = item.PercentOfBonus is not null && happened is CallbackMade { PoorVisit: true };
            var moved = item.Role == Judging.Roles.Chairman && happened is CaseNatured;
            if ((poorVisit || moved) && happened.At <= item.LastAt)
            {
                positions.Add(i);
            }
        }

        return [.. positions];
    }

    private static Words Cause(GroupTerms terms, Judgement judgement, Penalty item)
    {
        var clock = judgement.Clocks.FirstOrDefault(clock => clock.Id == item.Clock && clock.Cycle == item.Cycle);
        var due = Say.Time(clock?.DueAt ?? item.FirstAt);
        if (item.Clause == terms.LateSubmission.Clause)
        {
            return Interval(terms.LateSubmission, $"报批超过 {due.Zh}", $"submitted after {due.En}");
        }

        if (item.Clause == terms.LateIssue.Clause)
        {
            return Interval(
                terms.LateIssue,
                $"累计运行超过时限后在其手中（时限到 {due.Zh}）",
                $"held past the limit of running time (reached {due.En})"
            );
        }

        if (item.Clause == terms.MissedVisit.Clause)
        {
            return new Words("未按要求上门，或回访认定上门质量差", "no visit as required, or judged poor at the call-back");
        }

        if (item.Clause == terms.MissedPlan.Clause)
        {
            return new Words($"方案未在 {due.Zh} 前录入", $"no plan by {due.En}");
        }

        return item.Clause == terms.MissedProgress.Clause
            ? new Words(
                $"{Days(item).Zh} {Say.TimeOfDay(terms.Progress.At).Zh} 前没有进展记录",
                $"no entry by {Say.TimeOfDay(terms.Progress.At).En} on {Days(item).En}"
            )
            : new Words($"处理超过 {due.Zh}，{Days(item).Zh}的超期日", $"handling past {due.En}, the overdue days of {Days(item).En}");
    }

    private static Words Interval(IntervalCharge rule, string zh, string en)
    {
        var every = Say.Limit(rule.Every);
        return rule.Counting == Counting.Complete
            ? new Words($"{zh}，每满 {every.Zh} 计一次", $"{en}, each complete {every.En}")
            : new Words($"{zh}，每进入一个 {every.Zh} 计一次", $"{en}, each {every.En} begun");
    }

    private static Words Days(Penalty item)
    {
        var first = item.FirstAt.Date;
        var last = item.LastAt.Date;
        var zh = first == last ? $"{first.Month}月{first.Day}日" : $"{first.Month}月{first.Day}日至{last.Month}月{last.Day}日";
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var en =
            first == last
                ? first.ToString("d MMM", invariant)
                : $"{first.ToString("d MMM", invariant)} to {last.ToString("d MMM", invariant)}";
        return new Words(zh, en);
    }

    private static Words Sum(Penalty item)
    {
        if (item.Decision is { } decision)
        {
            return new Words($"须在此范围内作出决定：{decision}", $"to be decided within: {decision}");
        }

        if (item.PercentOfBonus is { } percent)
        {
            var share = percent / item.Units;
            var sum = $"{item.Units} × {share}% = {percent}%";
            return item.Amount is { } known && item.PerUnit is { } each
                ? new Words(
                    $"当月奖金的 {sum}，即 {item.Units} × {Say.Money(each).Zh} = {Say.Money(known).Zh}",
                    $"{sum} of the month's bonus, {item.Units} × {Say.Money(each).En} = {Say.Money(known).En}"
                )
                : new Words($"当月奖金的 {sum}", $"{sum} of the month's bonus");
        }

        var unit = Say.Money(item.PerUnit ?? 0);
        var total = Say.Money(item.Amount ?? 0);
        return new Words($"{item.Units} × {unit.Zh} = {total.Zh}", $"{item.Units} × {unit.En} = {total.En}");
    }
}
