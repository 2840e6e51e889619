using Microsoft.AspNetCore.Builder;
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

/// <summary>Gives somebody a post at a place.</summary>
internal static class Appoint
{
    private const string Route = "/organisation/{place}/assignments/new";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Get).RequireAuthorization(Permissions.Administrator);
        routes.MapPost(Route, Post).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    private static async Task<IResult> Get(string place, string? staff, [AsParameters] PostDesk desk, CancellationToken cancellation) =>
        await View(place, desk, FormInput.None, staff, null, cancellation) is { } view ? Answer.Page<FormSheet>(view) : Results.NotFound();

    private static async Task<IResult> Post(string place, HttpContext http, [AsParameters] PostDesk desk, CancellationToken cancellation)
    {
        if (!await desk.Db.Set<Place>().AnyAsync(each => each.Id == place, cancellation))
        {
            return Results.NotFound();
        }

        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var wanted = Read(input, place, desk);
        var refusal = input.Sound
            ? await desk.Database.Writer.Write(session => Appointments.Assign(session, wanted!, desk.Reader.Now), cancellation)
            : null;
        if (!input.Sound || refusal is not null)
        {
            return Answer.Page<FormSheet>(
                (await View(place, desk, input, null, refusal?.Sentence, cancellation))!,
                StatusCodes.Status422UnprocessableEntity
            );
        }

        await desk.Changed("assignment.made", $"{wanted!.StaffId} {EnumCode.Of(wanted.Post)} {place}", cancellation);
        return Answer.SeeOther($"/staff/{Uri.EscapeDataString(wanted.StaffId)}?done=Assigned");
    }

    private static Assignment? Read(FormInput input, string place, PostDesk desk)
    {
        var (staff, department) = (input.Text("staff"), input.Text("department"));
        var (from, until) = (input.Time("from", required: true), input.Time("until", required: false));
        if (!TryPost(input.Text("post"), out var post))
        {
            input.Blame("post", RefusalTexts.NoSuchPost);
        }

        if (staff.Length == 0)
        {
            input.Blame("staff", RefusalTexts.NobodyThere);
        }

        if (department.Length > 0 && !desk.Rules.DepartmentsAt(desk.Reader.Now).ContainsKey(department))
        {
            input.Blame("department", RefusalTexts.DepartmentUnknown);
        }

        return input.Sound
            ? new Assignment
            {
                StaffId = staff,
                Post = post,
                Place = place,
                Department = post.MayHaveDepartment() ? department : "",
                From = from!.Value,
                Until = until,
            }
            : null;
    }

    internal static bool TryPost(string code, out Post post)
    {
        var found = Enum.GetValues<Post>().Where(each => EnumCode.Of(each) == code).ToList();
        post = found.FirstOrDefault();
        return found.Count > 0;
    }

    private static async Task<FormSheet.View?> View(
        string id,
        PostDesk desk,
        FormInput input,
        string? staff,
        Words? problem,
        CancellationToken cancellation
    )
    {
        if (await desk.Db.Set<Place>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } place)
        {
            return null;
        }

        var here = $"/organisation/{Uri.EscapeDataString(id)}";
        IReadOnlyList<FormFields.View.Field> fields =
        [
            new("staff", PostTexts.Person)
            {
                Value = input.Shown("staff", staff),
                Required = true,
                Options = [new("", PostTexts.Choose), .. await desk.People(cancellation)],
                Hint = PostTexts.AssignHint,
                Problem = input.Problem("staff"),
            },
            new("post", PostTexts.Post)
            {
                Value = input.Shown("post", EnumCode.Of(Contract.Post.Specialist)),
                Options =
                [
                    .. Enum.GetValues<Post>()
                        .Where(post => !post.IsCharged() || id == Place.Group)
                        .Select(post => new FormFields.View.Option(EnumCode.Of(post), PostTexts.Name(post))),
                ],
                Problem = input.Problem("post"),
            },
            new("department", PostTexts.Department)
            {
                Value = input.Shown("department"),
                Options =
                [
                    new("", PostTexts.AllDepartments),
                    .. desk.Rules.DepartmentsAt(desk.Reader.Now).Select(each => new FormFields.View.Option(each.Key, each.Value)),
                ],
                Problem = input.Problem("department"),
            },
            new("from", PostTexts.From)
            {
                Type = "datetime-local",
                Value = input.Shown("from", FormInput.Soon(desk.Reader.Now)),
                Required = true,
                Problem = input.Problem("from"),
            },
            new("until", PostTexts.Until)
            {
                Type = "datetime-local",
                Value = input.Shown("until"),
                Problem = input.Problem("until"),
            },
        ];
        var form = new FormFields.View($"{here}/assignments/new", PostTexts.Assign, fields) { Cancel = here };
        return new FormSheet.View(PostTexts.AssignTo(place.Name), here, PostTexts.BackToPlace(place.Name), form) { Problem = problem };
    }
}
