using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>What owners may do by themselves: the optional map "owners" of a book.</summary>
internal static class OwnersReader
{
    public static OwnerTerms Read(Entry book, VersionReader cited)
    {
        if (!book.Has("owners"))
        {
            return OwnerTerms.Nothing;
        }

        var all = book.Map("owners");
        return new OwnerTerms(Term(all, "reopening", cited), Term(all, "link", cited));
    }

    private static OwnerTerm? Term(Entry all, string key, VersionReader cited)
    {
        if (!all.Has(key))
        {
            return null;
        }

        var entry = all.Map(key);
        return new OwnerTerm(cited.Clause(entry), entry.Limit("within"));
    }
}
