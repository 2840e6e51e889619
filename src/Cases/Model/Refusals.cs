using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Why the store does not take an event. What the rules do not allow stands with the rules.</summary>
internal static class Refusals
{
    public static Refusal NoSuchCase(string number) => new("case.unknown", new Words($"没有编号为 {number} 的案件", $"no case {number}"));

    public static Refusal NoSuchBook(string name) => new("rules.unknown", new Words($"没有制度 {name}", $"no rule book {name}"));

    public static readonly Refusal NothingHappened = new("events.none", new Words("没有给出任何事件", "no event was given"));

    public static Refusal Stale(int expected, int actual) =>
        new(
            "version.stale",
            new Words(
                $"案件已有新记录：您看到的是第 {expected} 版，现在是第 {actual} 版",
                $"the case has moved on: you saw version {expected}, it is at {actual}"
            )
        );

    /// <summary>The same, where the caller named versions and none of them is the present one.</summary>
    public static Refusal Stale(int actual) =>
        new("version.stale", new Words($"案件已有新记录，现在是第 {actual} 版", $"the case has moved on, it is at version {actual}"));

    /// <summary>The late event itself is allowed, but then an event recorded before would not have been.</summary>
    public static Refusal Conflict(CaseEvent late, CaseEvent recorded, Refusal reason) =>
        new(
            "event.conflict",
            new Words(
                $"补记 {late.At} 的 {late.Type.Name()} 与已记录的 {recorded.At} 的 {recorded.Type.Name()} 冲突：{reason.Sentence.Zh}",
                $"{late.Type.Name()} of {late.At}, recorded late, contradicts {recorded.Type.Name()} of {recorded.At}: {reason.Sentence.En}"
            )
        );

    public static Malformed LooksLikeDigest(string field) =>
        new(field, new Words($"{field} 的内容与脱敏标记相同", $"{field} looks like the digest of an erased text"));

    public static readonly Malformed NoSuchRecord = new(
        "type",
        new Words("本案的制度没有这种记录", "the case's rule book has no such record")
    );

    public static Refusal NotAtThisStage(RuleVersion version, RecordRule rule, CaseStage stage)
    {
        var state = version.Term("states", Codes.Of(stage));
        var states = rule.During.Select(each => version.Term("states", Codes.Of(each))).ToList();
        return new Refusal(
            "record.notNow",
            new Words(
                $"案件{state.Zh}时不能记录“{rule.Title.Zh}”；可以记录的状态：{string.Join('、', states.Select(each => each.Zh))}（{rule.Clause}）",
                $"\"{rule.Title.En}\" is not recorded while the case is {state.En}, only in: {string.Join(", ", states.Select(each => each.En))} ({rule.Clause})"
            )
        );
    }

    public static Refusal NoSuchEvent(int seq) =>
        new("event.unknown", new Words($"本案没有第 {seq} 条事件", $"the case has no event {seq}"));

    public static readonly Refusal NotWaiting = new(
        "matter.notWaiting",
        new Words(
            "只有员工转报而尚未接手的案件需要接手",
            "only a case that an employee reported and nobody has taken up yet can be taken up"
        )
    );

    public const string HandlerCode = "callback.handler";

    public static Refusal HandledIt(string clause) =>
        new(
            HandlerCode,
            new Words(
                $"您经办过本轮处理，结案回访须由其他人进行（{clause}）",
                $"you handled this cycle; the call-back before closure is made by somebody else ({clause})"
            )
        );

    public const string NotYoursCode = "role.forbidden";

    /// <summary>Whether it is a matter of who asks, not of when.</summary>
    public static bool Forbids(Refusal refusal) => refusal.Code is NotYoursCode or HandlerCode or Claims.ClaimRefusals.AboveAuthorityCode;

    public static Refusal NotYours(RuleVersion version, EventType type) =>
        version.Events.TryGetValue(type, out var rule)
            ? NotYours(version, rule.Name, rule.Clause, rule.Roles)
            : NotYours(version, new Words(type.Name(), type.Name()), "", []);

    public static Refusal NotYours(RuleVersion version, Words name, string clause, IReadOnlyList<string> allowed)
    {
        var roles = allowed.Select(role => version.Term("roles", role)).ToList();
        return new Refusal(
            NotYoursCode,
            roles.Count == 0
                ? new Words(
                    $"“{name.Zh}”随办理步骤一并记录（{clause}）",
                    $"\"{name.En}\" is recorded together with a step of the work ({clause})"
                )
                : new Words(
                    $"“{name.Zh}”由{string.Join('、', roles.Select(role => role.Zh))}记录（{clause}）",
                    $"\"{name.En}\" is recorded by: {string.Join(", ", roles.Select(role => role.En))} ({clause})"
                )
        );
    }
}
