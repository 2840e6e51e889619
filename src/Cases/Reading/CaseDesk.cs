using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>What every page that shows one case asks for.</summary>
internal sealed record CaseDesk(CaseLog Log, Db Db, FileStore Store, Reader Reader, IEnumerable<OfferOnCase> Offers)
{
    /// <summary>Null when the reader may not see the case.</summary>
    public async Task<OpenedCase?> Open(string number, CancellationToken cancellation) =>
        Log.Load(Reader.Me!, number) is { } file ? await Open(file, cancellation) : null;

    /// <summary>The same for who asks about the figures that stand under a number: those of a merged case are its own.</summary>
    public async Task<OpenedCase?> OpenItself(string number, CancellationToken cancellation) =>
        (Log.LoadMerged(Reader.Me!, number) ?? Log.Load(Reader.Me!, number)) is { } file ? await Open(file, cancellation) : null;

    /// <summary>A case the reader may see. Charges are left out for who may not see them.</summary>
    public async Task<OpenedCase> Open(CaseFile file, CancellationToken cancellation)
    {
        var me = Reader.Me!;
        if (!me.MaySeeCharges(file.Book.At(Reader.Now), file.History.Events))
        {
            file = file with { Judgement = file.Judgement with { Penalties = [] } };
        }

        var attachments = await Db.AttachmentsOf(file.Number, cancellation);
        var mentioned = OpenedCase.Mentioned(file).Concat(attachments.Select(attachment => attachment.By));
        var waits = file.Book.At(Reader.Now).Relations.LeadCloses == LeadCloses.AfterMembers;
        return new OpenedCase(
            file,
            await StaffNames.Load(Db, mentioned, cancellation),
            await ProjectNames.Load(Db, [file.Project], cancellation),
            Instant.Max(Reader.Now, file.History.State.LastAt)
        )
        {
            Offers = [.. Offers.Select(offer => offer(me, file, Reader.Now)).OfType<CaseOffer>()],
            WaitsFor = waits ? await Db.Set<CaseRow>().CountAsync(row => row.Lead == file.Number && row.ClosedAt == null, cancellation) : 0,
            Attachments = [.. attachments.Select(attachment => (attachment, attachment.StateIn(Store)))],
        };
    }
}
