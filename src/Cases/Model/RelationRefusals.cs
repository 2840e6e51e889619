using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Why cases cannot be tied to each other, or not be parted.</summary>
internal static class RelationRefusals
{
    public static readonly Refusal NoSuchCase = new(
        "relation.unknown",
        new Words("没有这个编号的案件，请核对", "there is no case with this number, please check it")
    );

    public static readonly Refusal IntoItself = new("merge.itself", new Words("案件不能并入自己", "a case cannot be merged into itself"));

    public static readonly Refusal OtherProject = new(
        "relation.otherProject",
        new Words("两件案件不在同一个项目", "the two cases are of different projects")
    );

    public static readonly Refusal OtherBook = new(
        "relation.otherBook",
        new Words(
            "两件案件适用的制度不同，时限不能合并；可以关联，不能并入",
            "the two cases are under different rule books and have different clocks"
        )
    );

    public static Refusal MergedAlready(string number, string into) =>
        new("merge.merged", new Words($"{number} 已并入 {into}", $"{number} is merged into {into} already"));

    public static Refusal Ended(string number) => new("relation.ended", new Words($"{number} 已办结", $"{number} has ended"));

    public static Refusal IntoEnded(string number) =>
        new(
            "merge.intoEnded",
            new Words(
                $"{number} 已办结；客户再次提出的，请先重新督办",
                $"{number} has ended; if the customer raises it again, reopen it first"
            )
        );

    public static Refusal LeadsGroup(string number, int open) =>
        new(
            "merge.leads",
            new Words(
                $"{number} 是牵头案件，组内还有 {open} 件未办结，请先移出",
                $"{number} leads a group with {open} open members; take them out first"
            )
        );

    public static Refusal NotMerged(string number) =>
        new("merge.notMerged", new Words($"{number} 没有并入其他案件", $"{number} is not merged into another case"));

    public static Refusal MovedOn(string into) =>
        new(
            "merge.movedOn",
            new Words($"并入后 {into} 已有新的记录，不能撤销", $"something has happened in {into} since; the merge cannot be taken back")
        );

    public static readonly Refusal TooFew = new("group.few", new Words("请至少选择两件案件", "choose at least two cases"));

    public static Refusal TooMany(int most) =>
        new("group.many", new Words($"一次最多选择 {most} 件案件", $"choose at most {most} cases at once"));

    public static Refusal InOtherGroup(string number, string lead) =>
        new("group.other", new Words($"{number} 已在 {lead} 的组内，请先移出", $"{number} is in the group of {lead}; take it out first"));

    public static Refusal LeadIsMember(string number, string lead) =>
        new(
            "group.leadIsMember",
            new Words($"{number} 是 {lead} 的组内案件，不能牵头", $"{number} is a member of the group of {lead} and cannot lead")
        );

    public static Refusal LeadsAlready(string number) =>
        new("group.leads", new Words($"{number} 已是另一组的牵头案件", $"{number} leads another group"));

    public static Refusal ServedAlready(string number, string serving) =>
        new(
            "link.there",
            new Words($"{number} 已开立开发商案件 {serving}", $"the developer's case {serving} was opened for {number} already")
        );

    public static readonly Refusal CannotServe = new(
        "link.not",
        new Words("不能为这件案件开立开发商案件", "no developer's case can be opened for this case")
    );

    public static readonly Refusal SameNature = new(
        "group.sameNature",
        new Words("全组已是这一定性", "the whole group has this nature already")
    );

    public static Refusal NotInGroup(string number) => new("group.not", new Words($"{number} 不在组内", $"{number} is not in the group"));

    /// <param name="clause">The clause the rule book bases it on.</param>
    /// <param name="open">How many members are open.</param>
    public static Refusal MembersOpen(string clause, int open) =>
        new(
            "group.membersOpen",
            new Words(
                $"组内还有 {open} 件案件未办结，牵头案件暂不能结案（{clause}）",
                $"{open} members of the group are still open; the leading case cannot be closed before them ({clause})"
            )
        );

    public static Refusal NotYours(RuleVersion version, RelationRule rule, Words what)
    {
        var roles = rule.Roles.Select(role => version.Term("roles", role)).ToList();
        return new Refusal(
            Refusals.NotYoursCode,
            roles.Count == 0
                ? new Words($"本案的制度不允许{what.Zh}", $"the case's rule book does not allow to {what.En}")
                : new Words(
                    $"{what.Zh}由{string.Join('、', roles.Select(role => role.Zh))}办理（{rule.Clause}）",
                    $"to {what.En} is for: {string.Join(", ", roles.Select(role => role.En))} ({rule.Clause})"
                )
        );
    }
}
