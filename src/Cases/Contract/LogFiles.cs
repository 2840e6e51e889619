using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Attachments;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>Files that came with a form: checked, cleaned and kept, but named by nothing yet.</summary>
public sealed class SentFiles
{
    internal SentFiles(AttachmentForm form) => Form = form;

    internal AttachmentForm Form { get; }
}

/// <summary>
/// The files of something in the log that is no case: taken, limited, kept, shown and erased as those of a case are. Who may see or add
/// them is the caller's to decide before anything is asked here.
/// </summary>
public static class LogFiles
{
    /// <summary>The files of a form; else what is wrong with them, and the status that says so.</summary>
    public static async Task<(SentFiles? Files, Words? Problem, int Status)> Read(
        IFormCollection form,
        FileStore store,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(form);
        var (files, problem) = await AttachmentForm.Read(form, store, cancellation);
        return files is null ? (null, AttachFiles.Said(problem!), problem!.Status) : (new SentFiles(files), null, StatusCodes.Status200OK);
    }

    /// <summary>Adds them beside what else the caller writes.</summary>
    public static void Put(WriteSession session, FileStore store, CaseKey key, SentFiles files, string by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(files);
        Attaching.Put(session, store, key.CaseId, files.Form, by, now);
    }

    /// <summary>The names and bytes go, that there were files stays.</summary>
    public static void Erase(WriteSession session, CaseKey key, Instant now) => AttachmentSql.Erase(session, key.CaseId, now);

    /// <param name="db">Where.</param>
    /// <param name="store">Where the bytes lie.</param>
    /// <param name="key">What they belong to.</param>
    /// <param name="page">Its page: a file lies under it.</param>
    /// <param name="name">Who brought one.</param>
    /// <param name="mayAdd">Whether the form is shown.</param>
    /// <param name="cancellation">When nobody waits any more.</param>
    public static async Task<FileShelf.View> ShelfOf(
        this Db db,
        FileStore store,
        CaseKey key,
        string page,
        Func<string, string> name,
        bool mayAdd,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var files = await db.AttachmentsOf(key, cancellation);
        return Shelf.Of(
            "log-files",
            files.Select(file => (file, file.StateIn(store))),
            file => $"{page}/files/{file.Id}",
            by => new Words(name(by), name(by)),
            mayAdd ? page + "/files" : null
        );
    }

    /// <summary>Who brought the files: their names are wanted before the shelf is drawn.</summary>
    public static Task<List<string>> BringersOf(this Db db, CaseKey key, CancellationToken cancellation) =>
        db.Set<AttachmentRow>().Where(file => file.CaseId == key.CaseId).Select(file => file.By).Distinct().ToListAsync(cancellation);

    /// <summary>The bytes of one file; what was erased or is not in the store is not there.</summary>
    public static async Task<IResult> Send(
        this Db db,
        FileStore store,
        CaseKey key,
        string file,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var found = await db.Set<AttachmentRow>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == file && row.CaseId == key.CaseId && row.ErasedAt == null, cancellation);
        return found is null || !store.Has(found.File)
            ? Results.NotFound()
            : StoredFile.Send(response, store, found.Name, found.Type, found.File);
    }
}
