using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Relating;

/// <summary>A merged case as it ended, and the question whether the merge is to be taken back.</summary>
public sealed partial class ShowMerged
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/merged", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/{number}/parting", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Case">The merged case.</param>
    /// <param name="Into">The case its number leads to.</param>
    /// <param name="WhyNotPart">Why the merge cannot be taken back, or not by the reader.</param>
    public sealed record View(ShowCase.View Case, string Into, Words? WhyNotPart)
    {
        public Words? Problem { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string number, [AsParameters] Desk desk, CancellationToken cancellation) =>
        await desk.View(number, cancellation) is { } view ? Answer.Page<ShowMerged>(view) : Results.NotFound();

    private static async Task<IResult> Post(string number, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var me = desk.Reader.Me!;
        if (desk.Log.LoadMerged(me, number) is not { } file)
        {
            return desk.Log.BookOf(me, number) is not null ? Answer.SeeOther(RelatedPages.Case(number)) : Results.NotFound();
        }

        var refusal = desk.Forbidden(file);
        if (refusal is null)
        {
            var now = desk.Reader.Now;
            var answer = await desk.Database.Writer.Write(session => Merging.Part(session, desk.Log, me, now, number), cancellation);
            if (answer.Refusal is null)
            {
                return Answer.SeeOther($"{RelatedPages.Case(answer.Number)}?related=parted");
            }

            refusal = answer.Refusal;
        }

        return await desk.View(number, cancellation) is { } view
            ? Answer.Page<ShowMerged>(view with { Problem = refusal.Sentence }, RelatedPages.StatusOf(refusal))
            : Answer.SeeOther(RelatedPages.Case(number));
    }

    internal sealed record Desk(CaseLog Log, Db Db, Database Database, FileStore Store, Reader Reader)
    {
        public Refusal? Forbidden(CaseFile file)
        {
            var version = file.Book.At(Reader.Now);
            var rule = version.Relations.Merge;
            return Reader.Me!.IsOneOf(rule) ? null : RelationRefusals.NotYours(version, rule, RelatingTexts.DoesMerge);
        }

        public async Task<View?> View(string number, CancellationToken cancellation)
        {
            var me = Reader.Me!;
            if (Log.LoadMerged(me, number) is not { } file)
            {
                return null;
            }

            var opened = new CaseDesk(Log, Database, Store, Reader, []).Open(file);
            using var session = Database.Read();
            var direct = RelatedCase.Itself(session, number, me.Scope)!.MergedInto!;
            var behind = RelatedCase.Behind(session, number, me.Scope)!;
            var rows = EventLog.Read(session, RelatedCase.Itself(session, direct, me.Scope)!.Key);
            var stuck = direct != behind.Number || !Merging.CanBeParted(rows, number) ? RelationRefusals.MovedOn(direct) : null;
            return new View(opened.Page(me), behind.Number, (Forbidden(file) ?? stuck)?.Sentence);
        }
    }
}
