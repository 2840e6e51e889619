using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>All writing SQL over the files of cases.</summary>
internal static class AttachmentSql
{
    private const string Add =
        "INSERT INTO attachment (id, case_id, seq, name, type, size, file, \"by\", at)"
        + " VALUES (@id, @case, @seq, @name, @type, @size, @file, @by, @at)";

    private const string AnyOf = "SELECT 1 FROM attachment WHERE file = @file LIMIT 1";

    public static void Insert(WriteSession session, AttachmentRow row) =>
        session.Run(Add, row.Id, row.CaseId, row.Seq, row.Name, row.Type, row.Size, row.File, row.By, row.At.Micros);

    public static bool IsUsed(Session session, string file) => session.Number(AnyOf, file) is not null;
}
