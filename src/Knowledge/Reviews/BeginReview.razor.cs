using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Knowledge.Forms;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Reviews;

/// <summary>SN-3: a review for a project's design, held by those who keep the casebook.</summary>
public sealed partial class BeginReview
{
    internal const int LongestName = 80;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ShowReviews.Page + "/new", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost(ShowReviews.Page, Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(FieldFrame.Form Typed, IReadOnlyList<(string Code, string Name)> Projects)
    {
        public Words? Problem { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<BeginReview>> Get([AsParameters] ReviewRoom room, CancellationToken cancellation)
    {
        var view = new View(FieldFrame.Form.Nothing, await room.Projects(cancellation));
        return room.MayHold ? Answer.Page<BeginReview>(view) : Forbidden(view, room);
    }

    private static async Task<IResult> Post(HttpRequest request, [AsParameters] ReviewRoom room, CancellationToken cancellation)
    {
        var typed = new FieldFrame.Form(await request.ReadFormAsync(cancellation));
        var view = new View(typed, await room.Projects(cancellation));
        if (!room.MayHold)
        {
            return Forbidden(view, room);
        }

        var project = typed.Choice("project", view.Projects.Select(each => each.Code), ReviewTexts.ProjectMissing);
        var title = typed.Text("title", ReviewTexts.Name, LongestName, required: true);
        if (!typed.Sound)
        {
            return Answer.Page<BeginReview>(view, StatusCodes.Status422UnprocessableEntity);
        }

        var id = await room.Database.Writer.Write(
            session =>
                ReviewDesk.Begin(
                    session,
                    new DesignReview
                    {
                        Project = project!,
                        Title = title,
                        By = room.Me.StaffId,
                        At = room.Reader.Now,
                    }
                ),
            cancellation
        );
        return Answer.SeeOther(ReviewRoom.Address(id));
    }

    private static RazorComponentResult<BeginReview> Forbidden(View view, ReviewRoom room) =>
        Answer.Page<BeginReview>(view with { Problem = room.NotYours.Sentence }, StatusCodes.Status403Forbidden);
}
