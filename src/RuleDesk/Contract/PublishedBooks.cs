using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Contract;

/// <summary>
/// The books as a database has them: the shipped files, and over them what was published, in the order of publishing. Whoever
/// judges the cases of a database takes them over first; a running server does so again when there is something new.
/// </summary>
public sealed class PublishedBooks(Database database, RuleLibrary rules)
{
    private long known;

    /// <summary>How many publications were new; throws where one cannot be read, since half of the rules would compute wrong figures.</summary>
    public long TakeOver()
    {
        using var session = database.Read();
        var last = PublicationSql.LastId(session);
        if (last == known)
        {
            return 0;
        }

        var found = PublicationSql.Read(session);
        var books = new Dictionary<string, RuleBook>(rules.Shipped, StringComparer.Ordinal);
        foreach (var shipped in rules.Shipped.Values.OrderBy(book => book.Extends is not null))
        {
            books[shipped.Name] = found
                .Where(each => each.Book == shipped.Name)
                .Aggregate(
                    Again(shipped, books),
                    (book, each) => book.Amended(Read(shipped, each.Text, each.From, books), each.From, new Words(each.Reason, each.Reason))
                );
        }

        var taken = found.Count(each => each.Id > known);
        rules.Take(books);
        known = last;
        return taken;
    }

    /// <summary>For a verb: takes them over once.</summary>
    public static void TakeOver(Database database, RuleLibrary rules) => new PublishedBooks(database, rules).TakeOver();

    /// <summary>A book that extends another follows what was published of that.</summary>
    private static RuleBook Again(RuleBook shipped, Dictionary<string, RuleBook> books) =>
        shipped.Extends is null ? shipped : Read(shipped, shipped.Text, shipped.Latest.From, books);

    /// <summary>
    /// What a later program newly asks of a book and an older text does not say is taken from the shipped book.
    /// </summary>
    private static RuleBook Read(RuleBook shipped, string text, Instant from, Dictionary<string, RuleBook> books)
    {
        var loaded = RuleBookFile.ReadText(text, $"{shipped.Name}@{from}", books.GetValueOrDefault);
        if (loaded.Value is null)
        {
            loaded = RuleBookFile.ReadFilled(text, shipped, $"{shipped.Name}@{from}", books.GetValueOrDefault);
        }

        if (loaded.Value is { } book)
        {
            return book;
        }

        var finding = loaded.Findings[0];
        throw new DatabaseException(
            new Words(
                $"已发布的制度不能使用：{finding.In(Language.Chinese)}",
                $"a published rule book cannot be used: {finding.In(Language.English)}"
            )
        );
    }
}
