using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Casebook;
using Shouwen.Knowledge.Forms;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Reviews;

/// <summary>One review: what was gone through, and while it is open the casebook to choose from. Finishing it ends all changes.</summary>
public sealed partial class ShowReview
{
    private const int PageSize = 20;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ShowReviews.Page + "/{id:long}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost(ShowReviews.Page + "/{id:long}/closure", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(string Here, string Title, string Project, string By, Instant At)
    {
        public Words? Problem { get; init; }
        public (string By, Instant At)? Finished { get; init; }
        public required Words Count { get; init; }
        public required IReadOnlyList<Tick> Ticks { get; init; }
        public Choosing? Casebook { get; init; }

        public sealed record Tick(
            string Href,
            string Title,
            Words Trade,
            Words Part,
            string Prevention,
            Words Result,
            string Remark,
            string By,
            Instant At
        );

        /// <summary>The casebook beside an open review, for who holds it.</summary>
        public sealed record Choosing(CasebookFilter.View Filter, IReadOnlyList<Entry> Entries, string? First, string? Next);

        /// <param name="Id">The entry's number, for the ids of its fields.</param>
        /// <param name="Action">Where the tick is sent.</param>
        /// <param name="Verdict">What was chosen before, or typed now.</param>
        public sealed record Entry(
            long Id,
            string Action,
            string Href,
            string Title,
            Words Trade,
            Words Part,
            string Prevention,
            string? Verdict,
            string Remark
        )
        {
            public bool IsTicked { get; init; }
            public Words? Problem { get; init; }
        }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(long id, HttpRequest request, [AsParameters] ReviewRoom room, CancellationToken cancellation) =>
        await room.Open(id, cancellation) is { } review
            ? Answer.Page<ShowReview>(await ViewOf(review, request.Query, null, room, cancellation))
            : Results.NotFound();

    private static async Task<IResult> Post(long id, HttpRequest request, [AsParameters] ReviewRoom room, CancellationToken cancellation)
    {
        if (await room.Open(id, cancellation) is not { } review)
        {
            return Results.NotFound();
        }

        var refusal = room.MayHold
            ? await room.Database.Writer.Write(session => ReviewDesk.Finish(session, id, room.Me.StaffId, room.Reader.Now), cancellation)
            : room.NotYours;
        return refusal is null
            ? Answer.SeeOther(ReviewRoom.Address(id))
            : await Refused(review, refusal, request.Query, room, cancellation);
    }

    internal static async Task<IResult> Refused(
        DesignReview review,
        Refusal refusal,
        IQueryCollection query,
        ReviewRoom room,
        CancellationToken cancellation
    )
    {
        var view = await ViewOf(await room.Open(review.Id, cancellation) ?? review, query, null, room, cancellation);
        var status = refusal.Code == "role.forbidden" ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict;
        return Answer.Page<ShowReview>(view with { Problem = refusal.Sentence }, status);
    }

    /// <param name="review">Which.</param>
    /// <param name="query">How the casebook beside it is narrowed.</param>
    /// <param name="typed">What was typed about an entry and did not read.</param>
    /// <param name="room">Who asks.</param>
    /// <param name="cancellation">When nobody waits any more.</param>
    internal static async Task<View> ViewOf(
        DesignReview review,
        IQueryCollection query,
        (long Entry, FieldFrame.Form Form)? typed,
        ReviewRoom room,
        CancellationToken cancellation
    )
    {
        var ticks = await Ticks(review, room.Db, cancellation);
        var people = ticks.Select(each => each.Tick.By).Append(review.By).Append(review.FinishedBy ?? review.By);
        var names = await StaffNames.Load(room.Db, people, cancellation);
        var projects = await room.ProjectNames(cancellation);
        var rules = room.Rules;
        return new View(ReviewRoom.Address(review.Id), review.Title, projects(review.Project), names.Of(review.By), review.At)
        {
            Finished = review.FinishedAt is { } at ? (names.Of(review.FinishedBy!), at) : null,
            Count = ReviewTexts.Count(
                ticks.Count(each => each.Tick.Verdict == Verdict.Taken),
                ticks.Count(each => each.Tick.Verdict == Verdict.NotApplicable)
            ),
            Ticks =
            [
                .. ticks.Select(each => new View.Tick(
                    ShowEntry.Address(each.Entry.Id),
                    each.Entry.Title,
                    ShowEntry.Name(rules.Trades, each.Entry.Trade),
                    ShowEntry.Name(rules.Parts, each.Entry.Part),
                    each.Entry.Prevention,
                    ReviewTexts.Of(each.Tick.Verdict),
                    each.Tick.Remark,
                    names.Of(each.Tick.By),
                    each.Tick.At
                )),
            ],
            Casebook = review.IsOpen && room.MayHold ? await Choose(review, query, typed, ticks, room, cancellation) : null,
        };
    }

    private static async Task<View.Choosing> Choose(
        DesignReview review,
        IQueryCollection query,
        (long Entry, FieldFrame.Form Form)? typed,
        List<(ReviewTick Tick, CasebookEntry Entry)> ticks,
        ReviewRoom room,
        CancellationToken cancellation
    )
    {
        var (here, rules) = (ReviewRoom.Address(review.Id), room.Rules);
        var question = CasebookQuestion.Read(query, rules);
        var rows = await question.Find(room.Db, room.Database).Take(PageSize + 1).ToListAsync(cancellation);
        View.Entry Shown(CasebookEntry entry)
        {
            var tick = ticks.Find(each => each.Entry.Id == entry.Id).Tick;
            var form = typed?.Entry == entry.Id ? typed.Value.Form : FieldFrame.Form.Nothing;
            return new View.Entry(
                entry.Id,
                question.Address(string.Create(CultureInfo.InvariantCulture, $"{here}/entries/{entry.Id}")),
                ShowEntry.Address(entry.Id),
                entry.Title,
                ShowEntry.Name(rules.Trades, entry.Trade),
                ShowEntry.Name(rules.Parts, entry.Part),
                entry.Prevention,
                form.Shown(TickEntry.VerdictField, tick is null ? null : EnumCode.Of(tick.Verdict)),
                form.Shown(TickEntry.RemarkField, tick?.Remark)
            )
            {
                IsTicked = tick is not null,
                Problem = form.Problem(TickEntry.VerdictField) ?? form.Problem(TickEntry.RemarkField),
            };
        }

        return new View.Choosing(
            new CasebookFilter.View(here, rules, question.Asked, question.Trade, question.Part),
            [.. rows.Take(PageSize).Select(Shown)],
            question.Below is null ? null : (question with { Below = null }).Address(here),
            rows.Count > PageSize ? (question with { Below = rows[PageSize - 1].Id }).Address(here) : null
        );
    }

    /// <summary>By trade and part, as a review goes through them. A casebook has hundreds of entries, not millions.</summary>
    private static async Task<List<(ReviewTick Tick, CasebookEntry Entry)>> Ticks(
        DesignReview review,
        Db db,
        CancellationToken cancellation
    )
    {
        var rows = await db.Set<ReviewTick>()
            .AsNoTracking()
            .Where(tick => tick.ReviewId == review.Id)
            .Join(db.Set<CasebookEntry>(), tick => tick.EntryId, entry => entry.Id, (tick, entry) => new { tick, entry })
            .OrderBy(each => each.entry.Trade)
            .ThenBy(each => each.entry.Part)
            .ThenBy(each => each.entry.Id)
            .ToListAsync(cancellation);
        return rows.ConvertAll(each => (each.tick, each.entry));
    }
}
