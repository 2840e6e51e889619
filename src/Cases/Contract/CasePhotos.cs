using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>A photo of a case for a module that shows it elsewhere.</summary>
/// <param name="File">The name in the store of files.</param>
public sealed record CasePhoto(string Id, string Type, string File);

/// <summary>The photos of cases. A photo is never copied: once the words of its case are erased it is gone wherever it was shown.</summary>
public static class CasePhotos
{
    private const string Images = "image/";

    /// <summary>The photos of a case in scope, in the order in which they came.</summary>
    public static Task<List<CasePhoto>> PhotosOf(this Db db, Me me, string number, CancellationToken cancellation) =>
        Photos(db)
            .Join(db.CasesFor(me).Where(row => row.Number == number), photo => photo.CaseId, row => row.CaseId, (photo, _) => photo)
            .OrderBy(photo => photo.At)
            .ThenBy(photo => photo.Id)
            .Select(photo => new CasePhoto(photo.Id, photo.Type, photo.File))
            .ToListAsync(cancellation);

    /// <summary>One photo, whoever asks: the caller has decided that it may be shown.</summary>
    public static Task<CasePhoto?> Photo(this Db db, string id, CancellationToken cancellation) =>
        Photos(db)
            .Where(photo => photo.Id == id)
            .Select(photo => new CasePhoto(photo.Id, photo.Type, photo.File))
            .FirstOrDefaultAsync(cancellation);

    private static IQueryable<AttachmentRow> Photos(Db db) =>
        db.Set<AttachmentRow>().AsNoTracking().Where(photo => photo.ErasedAt == null && photo.Type.StartsWith(Images));
}
