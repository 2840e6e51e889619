using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>Who may do what with a statement: the roles the rule books name, and nothing beside them.</summary>
internal static class StatementRights
{
    /// <summary>See the lines of the cases in scope.</summary>
    public static bool SeesStatements(this Me me, RuleLibrary rules, Instant now) =>
        rules.Books.Values.Any(book => me.MaySeeCharges(book.At(now), []));

    public static bool Confirms(this Me me, RuleLibrary rules, Instant now) => Terms(rules, now).Any(terms => me.IsOneOf(terms.Confirm));

    public static bool Decides(this Me me, RuleLibrary rules, Instant now) => Terms(rules, now).Any(terms => me.IsOneOf(terms.Decide));

    /// <summary>A delivery freezes the lines of all projects, so whoever delivers must see all of them.</summary>
    public static bool Delivers(this Me me, RuleLibrary rules, Instant now) =>
        me.Projects is null && Terms(rules, now).Any(terms => me.IsOneOf(terms.Deliver));

    /// <summary>All appeals, wherever their cases lie: for whoever settles lines or decides appeals and sees the whole group.</summary>
    public static bool SeesAppeals(this Me me, RuleLibrary rules, Instant now) =>
        me.Projects is null
        && (
            me.Confirms(rules, now)
            || rules.Books.Values.Select(book => book.At(now).Group?.Appeal).OfType<AppealTerms>().Any(terms => me.IsOneOf(terms.Decide))
        );

    private static IEnumerable<StatementTerms> Terms(RuleLibrary rules, Instant now) =>
        rules.Books.Values.Select(book => book.At(now).Group?.Statement).OfType<StatementTerms>();

    private static bool IsOneOf(this Me me, IEnumerable<string> roles) => roles.Any(me.Is);
}
