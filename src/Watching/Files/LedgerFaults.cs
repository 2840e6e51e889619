using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Files;

/// <summary>The sentences of the findings in rules/ledgers.yaml.</summary>
internal static class LedgerFaults
{
    public static readonly Words NoFields = new("至少要有一个字段", "at least one field is needed");
    public static readonly Words NoPlaces = new("列表是空的", "the list is empty");
    public static readonly Words NoStaffField = new("必须是 kind 为 staff 的字段", "must name a field of kind staff");
    public static readonly Words NoDateField = new("必须是 kind 为 date 且必填的字段", "must name a required field of kind date");
    public static readonly Words OneDue = new("within 和 due 必须且只能写一个", "exactly one of within and due is expected");
    public static readonly Words NoProjectLedger = new("必须是 places 含 project 的台账", "must name a ledger whose places hold project");
    public static readonly Words NoWeight = new("权重不能全为零", "the weights must not all be zero");
    public static readonly Words OneEnd = new("first 和 last 必须且只能写一个", "exactly one of first and last is expected");
    public static readonly Words RangeReversed = new("from 不能大于 to", "from must not be more than to");
    public static readonly Words NoSubject = new(
        "有 proposes 的台账必须用 subject 指明当事人字段",
        "a ledger with proposes must name the person concerned with subject"
    );
    public static readonly Words AgendaPeriod = new("只能是 week | month", "must be one of week | month");
    public static readonly Words NothingFollows = new(
        "没有 answer 和 close 时没有人可以跟进",
        "without answer and close nobody follows it up"
    );
    public static readonly Words BadCode = new(
        "代码只能用字母和数字，且以小写字母开头",
        "a code is made of letters and digits and begins with a small letter"
    );
    public static readonly Words PeopleNeeded = new("有 propose 时必须写 people", "people is needed beside propose");

    public static Words UnknownClause(string clause) => new($"条款 {clause} 不在 clauses 中", $"clause {clause} does not stand in clauses");

    public static Words UnknownRole(string role) => new($"没有 {role} 这个角色", $"there is no role {role}");

    public static Words UnknownPlace(string kind) => new($"没有 {kind} 这一级组织", $"there is no kind of place {kind}");

    public static Words UnknownDecision(string code) => new($"{code} 不在 decisions 中", $"{code} does not stand in decisions");

    public static Words UnknownCause(string code) =>
        new(
            $"{code} 不是 repeated | reopened | escalated | incident 之一",
            $"{code} is none of repeated | reopened | escalated | incident"
        );

    public static Words UnknownField(string code) => new($"没有字段 {code}", $"there is no field {code}");

    public static Words UnknownChoice(string field, string code) =>
        new($"{code} 不是字段 {field} 的选项", $"{code} is no choice of the field {field}");
}
