using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Organisation.Posts;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Places;

internal static class AddPlace
{
    private const int LongestCode = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organisation/new", Get).RequireAuthorization(Permissions.Administrator);
        routes.MapPost("/organisation/new", Post).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    private static async Task<IResult> Get(string? below, Db db, CancellationToken cancellation) =>
        Answer.Page<FormSheet>(await View(db, FormInput.None, below, null, cancellation));

    private static async Task<IResult> Post(
        HttpContext http,
        Db db,
        Database database,
        Model.Places places,
        OrganisationTree tree,
        CancellationToken cancellation
    )
    {
        var input = new FormInput(await http.Request.ReadFormAsync(cancellation));
        var place = Read(input);
        var refusal = input.Sound ? await database.Writer.Write(session => places.Add(session, place!), cancellation) : null;
        if (!input.Sound || refusal is not null)
        {
            return Answer.Page<FormSheet>(
                await View(db, input, null, refusal?.Sentence, cancellation),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        tree.Forget();
        return Answer.SeeOther($"/organisation/{Uri.EscapeDataString(place!.Id)}?done=Added");
    }

    private static Place? Read(FormInput input)
    {
        var (code, name, parent) = (input.Text("code"), input.Name("name"), input.Text("parent"));
        if (!IsCode(code))
        {
            input.Blame("code", RefusalTexts.CodeWrong);
        }

        if (!TryKind(input.Text("kind"), out var kind))
        {
            input.Blame("kind", RefusalTexts.KindMissing);
        }

        return input.Sound
            ? new Place
            {
                Id = code,
                ParentId = parent.Length == 0 ? null : parent,
                Kind = kind,
                Name = name,
            }
            : null;
    }

    internal static bool IsCode(string code) =>
        code.Length is > 0 and <= LongestCode && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    internal static bool TryKind(string code, out PlaceKind kind)
    {
        var found = Enum.GetValues<PlaceKind>().Where(each => EnumCode.Of(each) == code).ToList();
        kind = found.FirstOrDefault();
        return found.Count > 0;
    }

    private static async Task<FormSheet.View> View(Db db, FormInput input, string? below, Words? problem, CancellationToken cancellation)
    {
        var places = await db.Set<Place>().AsNoTracking().Where(place => place.ClosedAt == null).ToListAsync(cancellation);
        return new FormSheet.View(
            PlaceTexts.Add,
            ShowOrganisation.Page,
            PlaceTexts.BackToTree,
            new FormFields.View(
                "/organisation/new",
                PlaceTexts.Save,
                [
                    new("parent", PlaceTexts.Parent)
                    {
                        Value = input.Shown("parent", below ?? Place.Group),
                        Options =
                        [
                            new("", PostTexts.Nobody),
                            .. ShowOrganisation
                                .InOrder(places)
                                .Where(each => each.Place.Kind != PlaceKind.Project)
                                .Select(each => new FormFields.View.Option(each.Place.Id, Indented(each.Place.Name, each.Depth))),
                        ],
                    },
                    new("kind", PlaceTexts.Kind)
                    {
                        Value = input.Shown("kind", EnumCode.Of(PlaceKind.Project)),
                        Options =
                        [
                            .. Enum.GetValues<PlaceKind>()
                                .Select(kind => new FormFields.View.Option(EnumCode.Of(kind), PlaceTexts.KindName(kind))),
                        ],
                        Problem = input.Problem("kind"),
                    },
                    new("code", PlaceTexts.Code)
                    {
                        Value = input.Shown("code"),
                        Required = true,
                        Hint = PlaceTexts.CodeHint,
                        Problem = input.Problem("code"),
                    },
                    new("name", PlaceTexts.Name)
                    {
                        Value = input.Shown("name"),
                        Required = true,
                        Problem = input.Problem("name"),
                    },
                ]
            )
        )
        {
            Problem = problem,
        };
    }

    private static Words Indented(string name, int depth)
    {
        var text = new string('　', depth) + name;
        return new Words(text, text);
    }
}
