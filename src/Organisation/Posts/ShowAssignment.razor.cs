using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Organisation.Model;
using Shouwen.Organisation.Places;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Posts;

/// <summary>One assignment: handing the post over on a date, and who stands in while its holder is away.</summary>
public sealed partial class ShowAssignment
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var assignment = routes.MapGroup("/assignments/{id}").RequireAuthorization(Permissions.Administrator);
        assignment.MapGet("", Get);
        assignment.MapPost("/hand-over", HandOver).AsksForForm();
        assignment.MapPost("/withdrawal", Withdraw).AsksForForm();
        assignment.MapPost("/stand-ins", AddStandIn).AsksForForm();
        assignment.MapPost("/stand-ins/{standIn}/end", EndStandIn).AsksForForm();
    }

    public sealed record View(long Id, Words Title, string Place, string PlaceName, string StaffId, string Name, Words Span, Words State)
    {
        public FormFields.View? HandOver { get; init; }
        public bool MayWithdraw { get; init; }
        public FormFields.View? NewStandIn { get; init; }
        public IReadOnlyList<Line> StandIns { get; init; } = [];
        public Words? Problem { get; init; }
        public Words? Done { get; init; }

        public sealed record Line(long Id, Words Says, string Reason, bool MayEnd);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string id, string? done, [AsParameters] PostDesk desk, CancellationToken cancellation) =>
        await Find(desk, id, cancellation) is { } assignment
            ? Answer.Page<ShowAssignment>(await Load(desk, assignment, FormInput.None, cancellation) with { Done = PostTexts.Done(done) })
            : Results.NotFound();

    private static async Task<IResult> HandOver(string id, HttpContext http, [AsParameters] PostDesk desk, CancellationToken cancellation)
    {
        if (await Find(desk, id, cancellation) is not { } assignment)
        {
            return Results.NotFound();
        }

        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var at = input.Time("at", required: true);
        var successor = input.Text("successor") is { Length: > 0 } staff ? staff : null;
        return await Do(
            desk,
            assignment,
            input,
            "HandedOver",
            session => Appointments.HandOver(session, assignment, successor, at!.Value, desk.Reader.Now),
            cancellation
        );
    }

    private static async Task<IResult> Withdraw(string id, [AsParameters] PostDesk desk, CancellationToken cancellation)
    {
        if (await Find(desk, id, cancellation) is not { } assignment)
        {
            return Results.NotFound();
        }

        var now = desk.Reader.Now;
        if (await desk.Database.Writer.Write(session => Appointments.Withdraw(session, assignment, now), cancellation) is { } refusal)
        {
            var view = await Load(desk, assignment, FormInput.None, cancellation);
            return Answer.Page<ShowAssignment>(view with { Problem = refusal.Sentence }, StatusCodes.Status409Conflict);
        }

        await desk.Changed("assignment.withdrawn", Subject(assignment), cancellation);
        return Answer.SeeOther($"/organisation/{Uri.EscapeDataString(assignment.Place)}");
    }

    private static async Task<IResult> AddStandIn(string id, HttpContext http, [AsParameters] PostDesk desk, CancellationToken cancellation)
    {
        if (await Find(desk, id, cancellation) is not { } assignment)
        {
            return Results.NotFound();
        }

        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var (from, until) = (input.Time("from", required: true), input.Time("until", required: true));
        if (input.Text("staff").Length == 0)
        {
            input.Blame("staff", RefusalTexts.NobodyThere);
        }

        var reason = input.Short("reason", input.Text("reason"));
        return await Do(desk, assignment, input, "StandIn", Record, cancellation);

        Refusal? Record(WriteSession session) =>
            Appointments.StandIn(
                session,
                assignment,
                new StandIn
                {
                    AssignmentId = assignment.Id,
                    StaffId = input.Text("staff"),
                    From = from!.Value,
                    Until = until!.Value,
                    Reason = reason,
                },
                desk.Reader.Now
            );
    }

    private static async Task<IResult> EndStandIn(
        string id,
        string standIn,
        HttpContext http,
        [AsParameters] PostDesk desk,
        CancellationToken cancellation
    )
    {
        if (
            await Find(desk, id, cancellation) is not { } assignment
            || !long.TryParse(standIn, System.Globalization.CultureInfo.InvariantCulture, out var number)
            || await desk
                .Db.Set<StandIn>()
                .AsNoTracking()
                .FirstOrDefaultAsync(each => each.Id == number && each.AssignmentId == assignment.Id, cancellation)
                is not { } found
        )
        {
            return Results.NotFound();
        }

        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        return await Do(
            desk,
            assignment,
            input,
            "StandInEnded",
            session => Appointments.EndStandIn(session, assignment.Post, found, desk.Reader.Now),
            cancellation
        );
    }

    private static async Task<IResult> Do(
        PostDesk desk,
        Assignment assignment,
        FormInput input,
        string done,
        Func<WriteSession, Refusal?> change,
        CancellationToken cancellation
    )
    {
        var refusal = input.Sound ? await desk.Database.Writer.Write(change, cancellation) : null;
        if (!input.Sound || refusal is not null)
        {
            var view = await Load(desk, assignment, input, cancellation);
            return Answer.Page<ShowAssignment>(view with { Problem = refusal?.Sentence }, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.Changed($"assignment.{done}", Subject(assignment), cancellation);
        return Answer.SeeOther($"/assignments/{assignment.Id}?done={done}");
    }

    private static string Subject(Assignment assignment) => $"{assignment.StaffId} {EnumCode.Of(assignment.Post)} {assignment.Place}";

    private static async Task<Assignment?> Find(PostDesk desk, string id, CancellationToken cancellation) =>
        long.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? await desk.Db.Set<Assignment>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == number, cancellation)
            : null;

    private static async Task<View> Load(PostDesk desk, Assignment assignment, FormInput input, CancellationToken cancellation)
    {
        var now = desk.Reader.Now;
        var standIns = await desk
            .Db.Set<StandIn>()
            .AsNoTracking()
            .Where(each => each.AssignmentId == assignment.Id)
            .OrderByDescending(each => each.From)
            .ToListAsync(cancellation);
        var names = await StaffNames.Load(desk.Db, standIns.Select(each => each.StaffId).Append(assignment.StaffId), cancellation);
        var place = await desk
            .Db.Set<Place>()
            .Where(each => each.Id == assignment.Place)
            .Select(each => each.Name)
            .FirstOrDefaultAsync(cancellation);
        var over = assignment.Until <= now;
        var people = await desk.People(cancellation);
        var forms = new AssignmentForms(assignment, people, input, now);
        return new View(
            assignment.Id,
            Title(desk, assignment),
            assignment.Place,
            place ?? assignment.Place,
            assignment.StaffId,
            names.Of(assignment.StaffId),
            PostTexts.Span(assignment),
            over ? PostTexts.Ended
                : assignment.From > now ? PostTexts.NotYet
                : PostTexts.Current
        )
        {
            HandOver = over || assignment.From > now ? null : forms.HandOver(),
            MayWithdraw = assignment.From > now,
            NewStandIn = over ? null : forms.StandIn(),
            StandIns =
            [
                .. standIns.Select(each => new View.Line(
                    each.Id,
                    PostTexts.StandsInUntil(names.Of(each.StaffId), PostTexts.Time(each.From), PostTexts.Time(each.Until)),
                    each.Reason,
                    each.Until > now
                )),
            ],
        };
    }

    private static Words Title(PostDesk desk, Assignment assignment)
    {
        var post = PostTexts.Name(assignment.Post);
        if (assignment.Department.Length == 0)
        {
            return post;
        }

        var department = desk.Rules.DepartmentAt(assignment.Department, desk.Reader.Now);
        return new Words($"{post.Zh} · {department.Zh}", $"{post.En} · {department.En}");
    }
}
