using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>A file of a case as pages and programs show it; <c>GET /api/v1/attachments/{Id}</c> answers the bytes.</summary>
internal sealed record Attachment(string Id, string Name, string Type, long Size, int? Event, string By, Instant At)
{
    public bool IsImage => Type.StartsWith("image/", StringComparison.Ordinal);
}

internal static class AttachmentQuery
{
    /// <summary>The files of a case the caller was allowed to open, in the order in which they came.</summary>
    public static Task<List<Attachment>> AttachmentsOf(this Db db, string number, CancellationToken cancellation) =>
        db.Set<AttachmentRow>()
            .AsNoTracking()
            .Join(
                db.Set<CaseRow>().Where(row => row.Number == number),
                attachment => attachment.CaseId,
                row => row.CaseId,
                (attachment, _) => attachment
            )
            .OrderBy(attachment => attachment.At)
            .ThenBy(attachment => attachment.Name)
            .Select(row => new Attachment(row.Id, row.Name, row.Type, row.Size, row.Seq, row.By, row.At))
            .ToListAsync(cancellation);

    /// <summary>One file, if its case is in scope.</summary>
    public static Task<AttachmentRow?> AttachmentFor(this Db db, Me me, string id, CancellationToken cancellation) =>
        db.Set<AttachmentRow>()
            .AsNoTracking()
            .Where(attachment => attachment.Id == id)
            .Join(db.CasesFor(me), attachment => attachment.CaseId, row => row.CaseId, (attachment, _) => attachment)
            .FirstOrDefaultAsync(cancellation);
}
