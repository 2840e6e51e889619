using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Reviews;

/// <summary>A review on A4, to be signed.</summary>
public sealed partial class PrintReview
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(ShowReviews.Page + "/{id:long}/print", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(ShowReview.View Review, string Address);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(long id, HttpRequest request, [AsParameters] ReviewRoom room, CancellationToken cancellation)
    {
        if (await room.Open(id, cancellation) is not { } review)
        {
            return Results.NotFound();
        }

        var view = await ShowReview.ViewOf(review, QueryCollection.Empty, null, room, cancellation);
        return Answer.Page<PrintReview>(new View(view, $"{request.Scheme}://{request.Host}{view.Here}"));
    }
}
