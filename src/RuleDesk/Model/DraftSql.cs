using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Model;

/// <summary>All writing of drafts.</summary>
internal static class DraftSql
{
    private const string Begin =
        "INSERT INTO rule_draft (book, from_version, text, begun_by, begun_at, changed_by, changed_at, revision)"
        + " VALUES (@book, @from_version, @text, @by, @at, @changed_by, @changed_at, 0) RETURNING id";

    private const string Change =
        "UPDATE rule_draft SET text = @text, changed_by = @by, changed_at = @at, revision = revision + 1"
        + " WHERE id = @id AND revision = @revision AND ended_at IS NULL";

    private const string End = "UPDATE rule_draft SET ended_at = @at WHERE id = @id AND ended_at IS NULL";

    public static long Insert(WriteSession session, RuleVersion from, string text, string by, Instant at) =>
        session.Number(Begin, from.Book, from.Name, text, by, at.Micros, by, at.Micros)!.Value;

    /// <summary>Whether it was still as the person had seen it.</summary>
    public static bool Keep(WriteSession session, long id, int revision, string text, string by, Instant at) =>
        session.Run(Change, text, by, at.Micros, id, revision) > 0;

    public static bool Close(WriteSession session, long id, Instant at) => session.Run(End, at.Micros, id) > 0;
}
