using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>The optional parts of a book about what the company has learnt: the knowledge base and the casebook.</summary>
internal sealed class KnowledgeReader(Entry book, VersionReader cited)
{
    public KnowledgeRules? Knowledge()
    {
        if (!book.Has("knowledge"))
        {
            return null;
        }

        var entry = book.Map("knowledge");
        return new KnowledgeRules(
            cited.Clause(entry),
            cited.Roles(entry, "writers"),
            entry
                .Maps("kinds")
                .ToDictionary(
                    kind => kind.Name,
                    kind => new ArticleKindRule(kind.Entry.Words("name"), cited.Roles(kind.Entry, "publishers")),
                    StringComparer.Ordinal
                )
        );
    }

    public CasebookRules? Casebook()
    {
        if (!book.Has("casebook"))
        {
            return null;
        }

        var entry = book.Map("casebook");
        return new CasebookRules(cited.Clause(entry), cited.Roles(entry, "keepers"), Names(entry, "trades"), Names(entry, "parts"));
    }

    private static Dictionary<string, Words> Names(Entry entry, string key) =>
        entry
            .Maps(key)
            .ToDictionary(each => each.Name, each => new Words(each.Entry.Text("zh"), each.Entry.Text("en")), StringComparer.Ordinal);
}
