using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Model;

/// <summary>Who may change a book: the roles that the book itself names, as it stands now.</summary>
internal static class Keepers
{
    public static bool MayChange(this Me me, RuleBook book, Instant now) =>
        book.At(now).Access.Rules.Intersect(me.Roles, StringComparer.Ordinal).Any();
}
