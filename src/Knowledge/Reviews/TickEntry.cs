using System.Globalization;
using Microsoft.AspNetCore.Builder;
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

/// <summary>What a review makes of one entry: taken over, or not applicable and why.</summary>
internal static class TickEntry
{
    public const string VerdictField = "verdict";
    public const string RemarkField = "remark";
    public const int LongestRemark = 500;

    public static IReadOnlyList<(string Code, Words Name)> Verdicts { get; } =
    [.. Enum.GetValues<Verdict>().Select(verdict => (EnumCode.Of(verdict), ReviewTexts.Of(verdict)))];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(ShowReviews.Page + "/{id:long}/entries/{entry:long}", Post).RequireAuthorization(Permissions.Desk).AsksForForm();

    private static async Task<IResult> Post(
        long id,
        long entry,
        HttpRequest request,
        [AsParameters] ReviewRoom room,
        CancellationToken cancellation
    )
    {
        if (
            await room.Open(id, cancellation) is not { } review
            || !await room.Db.Set<CasebookEntry>().AnyAsync(each => each.Id == entry, cancellation)
        )
        {
            return Results.NotFound();
        }

        if (!room.MayHold)
        {
            return await ShowReview.Refused(review, room.NotYours, request.Query, room, cancellation);
        }

        var typed = new FieldFrame.Form(await request.ReadFormAsync(cancellation));
        if (Read(typed, id, entry, room) is not { } tick)
        {
            var view = await ShowReview.ViewOf(review, request.Query, (entry, typed), room, cancellation);
            var wrong = typed.Problem(VerdictField) ?? typed.Problem(RemarkField);
            return Answer.Page<ShowReview>(view with { Problem = wrong }, StatusCodes.Status422UnprocessableEntity);
        }

        var refusal = await room.Database.Writer.Write(session => ReviewDesk.Tick(session, tick), cancellation);
        var back = CasebookQuestion.Read(request.Query, room.Rules).Address(ReviewRoom.Address(id));
        return refusal is null
            ? Answer.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{back}#entry-{entry}"))
            : await ShowReview.Refused(review, refusal, request.Query, room, cancellation);
    }

    private static ReviewTick? Read(FieldFrame.Form typed, long id, long entry, ReviewRoom room)
    {
        var verdict = typed.Choice(VerdictField, Verdicts.Select(each => each.Code), ReviewTexts.VerdictMissing);
        var remark = typed.Text(RemarkField, ReviewTexts.Remark, LongestRemark);
        if (verdict == EnumCode.Of(Verdict.NotApplicable) && remark.Length == 0)
        {
            typed.Blame(RemarkField, ReviewTexts.WhyMissing);
        }

        return typed.Sound
            ? new ReviewTick
            {
                ReviewId = id,
                EntryId = entry,
                Verdict = EnumCode.Parse<Verdict>(verdict!),
                Remark = remark,
                By = room.Me.StaffId,
                At = room.Reader.Now,
            }
            : null;
    }
}
