using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Who may record what: the rule book's table of events and roles, and nothing beside it.</summary>
internal static class Recorders
{
    private const string Accountable = "accountable";
    private const string Leader = "leader";
    private const string Chairman = "chairman";

    public static bool MayRecord(this Me me, RuleVersion version, EventType type, CaseHistory? history = null) =>
        version.Events.TryGetValue(type, out var rule) && rule.Roles.Intersect(me.RolesIn(history), StringComparer.Ordinal).Any();

    public static Refusal? MayNotRecord(this Me me, RuleVersion version, EventType type, CaseHistory? history = null) =>
        me.MayRecord(version, type, history) ? null : Refusals.NotYours(version, type);

    /// <summary>The roles of the staff record, and those the case's last order gives to the people it names.</summary>
    private static IEnumerable<string> RolesIn(this Me me, CaseHistory? history)
    {
        if (history?.Events.OfType<OrderIssued>().LastOrDefault() is not { } order)
        {
            return me.Roles;
        }

        (string Role, string Person)[] named = [(Accountable, order.Accountable), (Leader, order.Leader), (Chairman, order.Chairman)];
        return me.Roles.Concat(named.Where(each => each.Person == me.StaffId).Select(each => each.Role));
    }
}
