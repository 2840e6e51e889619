using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Model;

internal static class PublicationSql
{
    private const string Add =
        "INSERT INTO rule_publication (book, draft_id, text, effective_from, reason, published_by, published_at)"
        + " VALUES (@book, @draft_id, @text, @effective_from, @reason, @by, @at) RETURNING id";

    private const string Last = "SELECT max(id) FROM rule_publication";

    private const string LastOfBook = "SELECT max(id) FROM rule_publication WHERE book = @book";

    private const string All = "SELECT id, book, text, effective_from, reason FROM rule_publication ORDER BY id";

    public static long Insert(WriteSession session, RuleDraft draft, Instant from, string reason, string by, Instant at) =>
        session.Number(Add, draft.Book, draft.Id, draft.Text, from.Micros, reason, by, at.Micros)!.Value;

    public static long LastId(Session session) => session.Number(Last) ?? 0;

    public static long LastIdOf(Session session, string book) => session.Number(LastOfBook, book) ?? 0;

    public static List<(long Id, string Book, string Text, Instant From, string Reason)> Read(Session session) =>
        session.Query(All, row => (row.Long(0), row.Text(1), row.Text(2), Instant.FromMicros(row.Long(3)), row.Text(4)));
}
