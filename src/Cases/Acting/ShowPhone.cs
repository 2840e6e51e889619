using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>Shows the whole telephone number to whom the rule book allows it, and notes who looked.</summary>
internal static class ShowPhone
{
    private const string Shown = "phone.shown";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/cases/{number}/phone", Post).RequireAuthorization(Permissions.Desk).AsksForForm();

    private static async Task<IResult> Post(string number, [AsParameters] CaseDesk desk, AccessLog looks, CancellationToken cancellation)
    {
        if (desk.Open(number) is not { } opened)
        {
            return Results.NotFound();
        }

        var reader = desk.Reader;
        var page = opened.Page(reader.Me!);
        if (page.Phone is not { } line)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        await looks.Note(reader.Me!, Shown, number, cancellation);
        var shown = line with { Whole = opened.WholePhone };
        return reader.WantsFragment ? Answer.Page<PhoneLine>(shown) : Answer.Page<ShowCase>(page with { Phone = shown });
    }
}
