using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Reviews;

/// <summary>The design reviews of the projects in scope, newest first.</summary>
public sealed partial class ShowReviews
{
    public const string Page = "/design-reviews";
    private const int PageSize = 50;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Row> Rows, bool MayHold)
    {
        public string? First { get; init; }
        public string? Next { get; init; }

        public sealed record Row(string Href, string Title, string Project, string By, Instant At, bool IsOpen, Words Count);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<ShowReviews>> Get(
        long? before,
        [AsParameters] ReviewRoom room,
        CancellationToken cancellation
    )
    {
        var rows = await room
            .Db.ReviewsFor(room.Me)
            .Where(review => before == null || review.Id < before)
            .OrderByDescending(review => review.Id)
            .Take(PageSize + 1)
            .Select(review => new
            {
                Review = review,
                Taken = room.Db.Set<ReviewTick>().Count(tick => tick.ReviewId == review.Id && tick.Verdict == Verdict.Taken),
                Left = room.Db.Set<ReviewTick>().Count(tick => tick.ReviewId == review.Id && tick.Verdict == Verdict.NotApplicable),
            })
            .ToListAsync(cancellation);
        var projects = await room.ProjectNames(cancellation);
        var names = await StaffNames.Load(room.Db, rows.Select(row => row.Review.By), cancellation);
        var next = rows.Count > PageSize ? rows[PageSize - 1].Review.Id.ToString(CultureInfo.InvariantCulture) : null;
        return Answer.Page<ShowReviews>(
            new View(
                [
                    .. rows.Take(PageSize)
                        .Select(row => new View.Row(
                            ReviewRoom.Address(row.Review.Id),
                            row.Review.Title,
                            projects(row.Review.Project),
                            names.Of(row.Review.By),
                            row.Review.At,
                            row.Review.IsOpen,
                            ReviewTexts.Count(row.Taken, row.Left)
                        )),
                ],
                room.MayHold
            )
            {
                First = before is null ? null : Page,
                Next = next is null ? null : $"{Page}?before={next}",
            }
        );
    }
}
