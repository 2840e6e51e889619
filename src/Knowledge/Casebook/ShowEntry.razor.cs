using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Knowledge.Model;
using Shouwen.Knowledge.Reviews;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Casebook;

/// <summary>One entry. Everybody at a desk may learn from it; the case behind it is named to those who may open it.</summary>
public sealed partial class ShowEntry
{
    private const int MostReviews = 50;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/casebook/{id:long}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapGet("/casebook/{id:long}/photo", Photo).RequireAuthorization(Permissions.Desk);
    }

    public sealed record View(long Id, string Title, Words Trade, Words Part, string Cause, string Prevention)
    {
        public string? Cost { get; init; }
        public string? Photo { get; init; }
        public string? CaseNumber { get; init; }
        public required string By { get; init; }
        public required Instant At { get; init; }
        public bool MayEdit { get; init; }
        public Words? Notice { get; init; }

        /// <summary>The design reviews in scope that went through it, newest first.</summary>
        public IReadOnlyList<Review> Reviews { get; init; } = [];

        public sealed record Review(string Href, string Name, Words Result, string Remark, Instant At);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    public static string Address(long id) => $"/casebook/{id.ToString(CultureInfo.InvariantCulture)}";

    private static async Task<IResult> Get(
        long id,
        string? done,
        Db db,
        FileStore store,
        RuleLibrary library,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (await Find(db, id, cancellation) is not { } entry)
        {
            return Results.NotFound();
        }

        var rules = library.CasebookAt(reader.Now);
        var names = await StaffNames.Load(db, [entry.By], cancellation);
        var photo = await PhotoOf(db, store, entry, cancellation);
        return Answer.Page<ShowEntry>(
            new View(id, entry.Title, Name(rules.Trades, entry.Trade), Name(rules.Parts, entry.Part), entry.Cause, entry.Prevention)
            {
                Cost = entry.CostFen is { } fen ? Phrases.Money((decimal)fen / 100) : null,
                Photo = photo is null ? null : Address(id) + "/photo",
                CaseNumber = reader.Me!.Scope.Covers(entry.Project) ? entry.CaseNumber : null,
                By = names.Of(entry.By),
                At = entry.At,
                MayEdit = reader.Me!.MayKeep(rules) && reader.Me!.Scope.Covers(entry.Project),
                Notice = done == "saved" ? CasebookTexts.Saved : null,
                Reviews = await ReviewsOf(entry, db, reader.Me!, cancellation),
            }
        );
    }

    private static async Task<IReadOnlyList<View.Review>> ReviewsOf(CasebookEntry entry, Db db, Me me, CancellationToken cancellation)
    {
        var rows = await db.Set<ReviewTick>()
            .AsNoTracking()
            .Where(tick => tick.EntryId == entry.Id)
            .Join(db.ReviewsFor(me), tick => tick.ReviewId, review => review.Id, (tick, review) => new { tick, review })
            .Join(
                db.Set<Place>(),
                each => each.review.Project,
                place => place.Id,
                (each, place) =>
                    new
                    {
                        each.tick,
                        each.review,
                        place.Name,
                    }
            )
            .OrderByDescending(each => each.review.Id)
            .Take(MostReviews)
            .ToListAsync(cancellation);
        return rows.ConvertAll(each => new View.Review(
            ReviewRoom.Address(each.review.Id),
            $"{each.Name} · {each.review.Title}",
            ReviewTexts.Of(each.tick.Verdict),
            each.tick.Remark,
            each.tick.At
        ));
    }

    /// <summary>The photo stays with its case: erased there, it is not here either.</summary>
    private static async Task<IResult> Photo(long id, HttpResponse response, Db db, FileStore store, CancellationToken cancellation)
    {
        if (await Find(db, id, cancellation) is not { } entry || await PhotoOf(db, store, entry, cancellation) is not { } photo)
        {
            return Results.NotFound();
        }

        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(store.PathOf(photo.File), photo.Type);
    }

    internal static Words Name(IReadOnlyDictionary<string, Words> names, string code) =>
        names.GetValueOrDefault(code, new Words(code, code));

    private static Task<CasebookEntry?> Find(Db db, long id, CancellationToken cancellation) =>
        db.Set<CasebookEntry>().AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == id, cancellation);

    private static async Task<CasePhoto?> PhotoOf(Db db, FileStore store, CasebookEntry entry, CancellationToken cancellation) =>
        entry.Photo is { } id && await db.Photo(id, cancellation) is { } photo && store.Has(photo.File) ? photo : null;
}
