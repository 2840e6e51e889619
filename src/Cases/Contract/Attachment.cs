using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>A file of a case as pages and programs show it; <c>GET /api/v1/attachments/{Id}</c> answers the bytes.</summary>
public sealed record Attachment(string Id, string Name, string Type, long Size, int? Event, string By, Instant At)
{
    /// <summary>Stands for the customer, who has no staff id, where a file came from the owners' pages.</summary>
    public const string Customer = "customer";

    public AttachmentKind? Kind { get; init; }

    /// <summary>When it was erased with the words of the case; null while it is kept.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>The name in the store.</summary>
    internal string File { get; init; } = "";

    public bool IsImage => Type.StartsWith("image/", StringComparison.Ordinal);

    internal FileState StateIn(FileStore store) =>
        ErasedAt is not null ? FileState.Erased
        : store.Has(File) ? FileState.Kept
        : FileState.Missing;

    internal static Attachment Of(AttachmentRow row) =>
        new(row.Id, row.Name, row.Type, row.Size, row.Seq, row.By, row.At)
        {
            Kind = row.Kind,
            ErasedAt = row.ErasedAt,
            File = row.File,
        };
}

internal static class AttachmentQuery
{
    /// <summary>The files of anything else in the log that the caller was allowed to open, in the order in which they came.</summary>
    public static async Task<List<Attachment>> AttachmentsOf(this Db db, CaseKey key, CancellationToken cancellation)
    {
        var rows = await db.Set<AttachmentRow>()
            .AsNoTracking()
            .Where(attachment => attachment.CaseId == key.CaseId)
            .OrderBy(attachment => attachment.At)
            .ThenBy(attachment => attachment.Name)
            .ToListAsync(cancellation);
        return [.. rows.Select(Attachment.Of)];
    }

    /// <summary>The files of a case the caller was allowed to open, in the order in which they came.</summary>
    public static List<Attachment> AttachmentsOf(this Session session, string number) => session.Query(AttachmentSql.OfCase, Read, number);

    private static Attachment Read(Row row) =>
        new(
            row.Text(0),
            row.Text(1),
            row.Text(2),
            row.Long(3),
            row.IsNull(4) ? null : row.Int(4),
            row.Text(5),
            Instant.FromMicros(row.Long(6))
        )
        {
            Kind = row.TextOrNull(7) is { } kind ? EnumCode.Parse<AttachmentKind>(kind) : null,
            ErasedAt = row.IsNull(8) ? null : Instant.FromMicros(row.Long(8)),
            File = row.Text(9),
        };

    /// <summary>One file that was not erased, if its case is in scope.</summary>
    public static Task<AttachmentRow?> AttachmentFor(this Db db, Me me, string id, CancellationToken cancellation) =>
        db.Set<AttachmentRow>()
            .AsNoTracking()
            .Where(attachment => attachment.Id == id && attachment.ErasedAt == null)
            .Join(db.CasesFor(me), attachment => attachment.CaseId, row => row.CaseId, (attachment, _) => attachment)
            .FirstOrDefaultAsync(cancellation);
}
