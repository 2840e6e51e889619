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

    public const string NotYoursCode = "role.forbidden";

    public static Refusal NotYours(RuleVersion version, EventType type)
    {
        var rule = version.Events.GetValueOrDefault(type);
        var roles = (rule?.Roles ?? []).Select(role => version.Term("roles", role)).ToList();
        var name = rule?.Name ?? new Words(type.Name(), type.Name());
        return new Refusal(
            NotYoursCode,
            new Words(
                $"“{name.Zh}”由{string.Join('、', roles.Select(role => role.Zh))}记录（{rule?.Clause}）",
                $"\"{name.En}\" is recorded by: {string.Join(", ", roles.Select(role => role.En))} ({rule?.Clause})"
            )
        );
    }
}
