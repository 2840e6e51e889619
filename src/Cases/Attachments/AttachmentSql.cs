using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>All writing SQL over the files of cases, and what every page of a case reads.</summary>
internal static class AttachmentSql
{
    private const string Add =
        "INSERT INTO attachment (id, case_id, seq, kind, name, type, size, file, \"by\", at)"
        + " VALUES (@id, @case, @seq, @kind, @name, @type, @size, @file, @by, @at)";

    public const string OfCase =
        "SELECT a.id, a.name, a.type, a.size, a.seq, a.\"by\", a.at, a.kind, a.erased_at, a.file FROM cases c"
        + " JOIN attachment a ON a.case_id = c.case_id WHERE c.number = @number ORDER BY a.at, a.name";

    private const string AnyOf =
        "SELECT 1 FROM attachment WHERE file = @file AND erased_at IS NULL"
        + " UNION ALL SELECT 1 FROM statement_appeal_file WHERE file = @file_again LIMIT 1";

    private const string Forget = "UPDATE attachment SET name = '', erased_at = @at WHERE case_id = @case AND erased_at IS NULL";

    public static void Insert(WriteSession session, AttachmentRow row) =>
        session.Run(
            Add,
            row.Id,
            row.CaseId,
            row.Seq,
            row.Kind is { } kind ? EnumCode.Of(kind) : null,
            row.Name,
            row.Type,
            row.Size,
            row.File,
            row.By,
            row.At.Micros
        );

    /// <summary>The rows stay, so that the page can say that there was a file; its name and its bytes go.</summary>
    public static void Erase(WriteSession session, long caseId, Instant now) => session.Run(Forget, now.Micros, caseId);

    public static bool IsUsed(Session session, string file) => session.Number(AnyOf, file, file) is not null;
}
