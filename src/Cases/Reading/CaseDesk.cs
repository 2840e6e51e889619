using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>What every page that shows one case asks for.</summary>
internal sealed record CaseDesk(CaseLog Log, Database Database, FileStore Store, Reader Reader, IEnumerable<OfferOnCase> Offers)
{
    /// <summary>Null when the reader may not see the case.</summary>
    public OpenedCase? Open(string number) => Log.Load(Reader.Me!, number) is { } file ? Open(file) : null;

    /// <summary>The same for who asks about the figures that stand under a number: those of a merged case are its own.</summary>
    public OpenedCase? OpenItself(string number) =>
        (Log.LoadMerged(Reader.Me!, number) ?? Log.Load(Reader.Me!, number)) is { } file ? Open(file) : null;

    /// <summary>A case the reader may see. Charges are left out for who may not see them.</summary>
    public OpenedCase Open(CaseFile file)
    {
        var me = Reader.Me!;
        if (!me.MaySeeCharges(file.Book.At(Reader.Now), file.History.Events))
        {
            file = file with { Judgement = file.Judgement with { Penalties = [] } };
        }

        using var session = Database.Read();
        var attachments = session.AttachmentsOf(file.Number);
        var mentioned = OpenedCase.Mentioned(file).Concat(attachments.Select(attachment => attachment.By));
        var waits = file.Book.At(Reader.Now).Relations.LeadCloses == LeadCloses.AfterMembers;
        return new OpenedCase(
            file,
            StaffNames.Load(session, mentioned),
            ProjectNames.Load(session, file.Project),
            Instant.Max(Reader.Now, file.History.State.LastAt)
        )
        {
            Offers = [.. Offers.Select(offer => offer(me, file, Reader.Now)).OfType<CaseOffer>()],
            WaitsFor = waits ? RelatedCase.Members(session, file.Number).Count(member => member.IsOpen) : 0,
            Attachments = [.. attachments.Select(attachment => (attachment, attachment.StateIn(Store)))],
        };
    }
}
