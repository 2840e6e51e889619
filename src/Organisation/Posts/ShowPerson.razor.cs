using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Organisation.Places;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Posts;

/// <summary>For administrators: a member of staff, with everything the person is, was and will be.</summary>
public sealed partial class ShowPerson
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/staff/new", New).RequireAuthorization(Permissions.Administrator);
        routes.MapPost("/staff/new", Add).RequireAuthorization(Permissions.Administrator).AsksForForm();
        routes.MapGet("/staff/{id}", Get).RequireAuthorization(Permissions.Administrator);
        routes.MapPost("/staff/{id}", Change).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    public sealed record View(string Id, string Name, string Title, FormFields.View Data)
    {
        public IReadOnlyList<Line> Posts { get; init; } = [];
        public IReadOnlyList<Words> StandsIn { get; init; } = [];
        public Words? Done { get; init; }

        public sealed record Line(long Id, Words Post, Words? Department, string Place, string PlaceName, Words Span, Words State);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<FormSheet> New() => Answer.Page<FormSheet>(NewSheet(FormInput.None));

    private static async Task<IResult> Add(HttpContext http, [AsParameters] PostDesk desk, CancellationToken cancellation)
    {
        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var staff = new Staff
        {
            Id = input.Text("id"),
            Name = input.Name("name"),
            Post = input.Short("title", input.Text("title")),
            Phone = Phone(input),
        };
        if (staff.Id.Length == 0)
        {
            input.Blame("id", RefusalTexts.IdMissing);
        }
        else if (!IsId(staff.Id))
        {
            input.Blame("id", RefusalTexts.IdWrong);
        }

        var taken = input.Sound ? await desk.Database.Writer.Write(session => Store(session.Db, staff), cancellation) : null;
        if (taken is not null)
        {
            input.Blame("id", RefusalTexts.IdTaken(taken));
        }

        return input.Sound
            ? Answer.SeeOther($"/staff/{Uri.EscapeDataString(staff.Id)}?done=Saved")
            : Answer.Page<FormSheet>(NewSheet(input), StatusCodes.Status422UnprocessableEntity);
    }

    /// <returns>Whose id it is already.</returns>
    private static string? Store(Db db, Staff staff)
    {
        if (db.Set<Staff>().Where(each => each.Id == staff.Id).Select(each => each.Name).FirstOrDefault() is { } taken)
        {
            return taken;
        }

        db.Add(staff);
        db.SaveChanges();
        return null;
    }

    private static async Task<IResult> Get(string id, string? done, [AsParameters] PostDesk desk, CancellationToken cancellation) =>
        await Load(id, desk, FormInput.None, cancellation) is { } view
            ? Answer.Page<ShowPerson>(view with { Done = PostTexts.Done(done) })
            : Results.NotFound();

    private static async Task<IResult> Change(string id, HttpContext http, [AsParameters] PostDesk desk, CancellationToken cancellation)
    {
        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var (name, title, phone) = (input.Name("name"), input.Short("title", input.Text("title")), Phone(input));
        if (await Load(id, desk, input, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        if (!input.Sound)
        {
            return Answer.Page<ShowPerson>(view, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.Database.Writer.Write(
            session =>
                session
                    .Db.Set<Staff>()
                    .Where(staff => staff.Id == id)
                    .ExecuteUpdate(set =>
                        set.SetProperty(staff => staff.Name, name)
                            .SetProperty(staff => staff.Post, title)
                            .SetProperty(staff => staff.Phone, phone)
                    ),
            cancellation
        );
        return Answer.SeeOther($"/staff/{Uri.EscapeDataString(id)}?done=Saved");
    }

    private static string? Phone(FormInput input)
    {
        var phone = input.Short("phone", input.Text("phone"));
        if (!IsPhone(phone))
        {
            input.Blame("phone", RefusalTexts.PhoneWrong);
        }

        return phone.Length == 0 ? null : phone;
    }

    internal static bool IsPhone(string text) => text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')');

    /// <summary>Ids stand in addresses and in the log for ever.</summary>
    internal static bool IsId(string id) =>
        id.Length is > 0 and <= 40 && id != "new" && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static FormSheet.View NewSheet(FormInput input) =>
        new(
            PostTexts.NewStaff,
            "/staff",
            PostTexts.BackToStaff,
            new FormFields.View(
                "/staff/new",
                PostTexts.Save,
                [
                    new("id", PostTexts.StaffId)
                    {
                        Value = input.Shown("id"),
                        Required = true,
                        Problem = input.Problem("id"),
                    },
                    .. Fields(input, null),
                ]
            )
            {
                Cancel = "/staff",
            }
        );

    private static FormFields.View.Field[] Fields(FormInput input, Staff? staff) =>
        [
            new("name", PostTexts.PersonName)
            {
                Value = input.Shown("name", staff?.Name),
                Required = true,
                Problem = input.Problem("name"),
            },
            new("title", PostTexts.Title) { Value = input.Shown("title", staff?.Post), Problem = input.Problem("title") },
            new("phone", PostTexts.Phone)
            {
                Type = "tel",
                Value = input.Shown("phone", staff?.Phone),
                Problem = input.Problem("phone"),
            },
        ];

    private static async Task<View?> Load(string id, PostDesk desk, FormInput input, CancellationToken cancellation)
    {
        if (await desk.Db.Set<Staff>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } staff)
        {
            return null;
        }

        var now = desk.Reader.Now;
        var posts = await desk
            .Db.Set<Assignment>()
            .AsNoTracking()
            .Where(each => each.StaffId == id)
            .OrderByDescending(each => each.From)
            .ThenByDescending(each => each.Id)
            .ToListAsync(cancellation);
        var standsIn = await desk
            .Db.Set<StandIn>()
            .Where(each => each.StaffId == id && each.Until > now)
            .Join(desk.Db.Set<Assignment>(), each => each.AssignmentId, post => post.Id, (_, post) => new { post.StaffId, post.Post })
            .ToListAsync(cancellation);
        var names = await StaffNames.Load(desk.Db, standsIn.Select(each => each.StaffId), cancellation);
        var wanted = posts.Select(each => each.Place).ToList();
        var places = await desk
            .Db.Set<Place>()
            .Where(each => wanted.Contains(each.Id))
            .ToDictionaryAsync(each => each.Id, each => each.Name, StringComparer.Ordinal, cancellation);
        return new View(
            id,
            staff.Name,
            staff.Post,
            new FormFields.View($"/staff/{Uri.EscapeDataString(id)}", PostTexts.Save, Fields(input, staff))
        )
        {
            Posts =
            [
                .. posts.Select(each => new View.Line(
                    each.Id,
                    PostTexts.Name(each.Post),
                    each.Department.Length == 0 ? null : desk.Rules.DepartmentAt(each.Department, now),
                    each.Place,
                    places.GetValueOrDefault(each.Place, each.Place),
                    PostTexts.Span(each),
                    each.HoldsAt(now) ? PostTexts.Current
                        : each.From > now ? PostTexts.NotYet
                        : PostTexts.Ended
                )),
            ],
            StandsIn = [.. standsIn.Select(each => PostTexts.InPlaceOf(names.Of(each.StaffId), PostTexts.Name(each.Post)))],
        };
    }
}
