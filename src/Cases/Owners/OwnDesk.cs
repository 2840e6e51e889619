using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>What every page of an owner's case asks for.</summary>
internal sealed record OwnDesk(
    ClaimsPrincipal Who,
    CaseLog Log,
    Database Database,
    Db Db,
    FileStore Store,
    KeptFiles KeptFiles,
    Reader Reader
)
{
    public Owner Owner => Owner.Of(Who);

    /// <summary>
    /// Scope before find: a case that is not the owner's is not there. One that was merged into somebody else's is opened as
    /// it ended, for the words over there are not his.
    /// </summary>
    public async Task<CaseFile?> Open(string number, CancellationToken cancellation)
    {
        var mine = Owner.Cases(Db);
        if (!await mine.AnyAsync(row => row.Number == number, cancellation))
        {
            return null;
        }

        var file = Log.Load(number);
        return file is null || file.Number == number || await mine.AnyAsync(row => row.Number == file.Number, cancellation)
            ? file
            : Log.LoadMerged(number);
    }

    public OwnPage Prepare(CaseFile file)
    {
        using var session = Database.Read();
        return new OwnPage(
            file,
            Log.Load(file.Number)!,
            ProjectNames.Load(session, file.Project),
            [.. session.AttachmentsOf(file.Number).Where(sent => sent.StateIn(Store) == FileState.Kept)],
            Now(file)
        );
    }

    public OwnCase.View Page(CaseFile file) => Prepare(file).View() with { MayList = Owner.Customers.Count > 0 };

    public OwnRights Rights(CaseFile file) => new(file, Now(file));

    /// <summary>The same asked inside a write: what was noted meanwhile counts, also by a form that was sent twice.</summary>
    public OwnRights Rights(CaseFile file, Session session) =>
        new(file with { Records = CaseLog.Records(session, file.Number, Scope.WholeGroup) }, Now(file));

    /// <summary>Never before what happened last.</summary>
    public Instant Now(CaseFile file) => Instant.Max(Reader.Now, file.History.State.LastAt);
}
