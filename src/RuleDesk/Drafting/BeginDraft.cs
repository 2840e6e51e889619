using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Drafting;

/// <summary>A draft begins with the book as it stands: its text, word for word.</summary>
internal static class BeginDraft
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/rules/{book}/drafts", Post).RequireAuthorization(Permissions.Desk).AsksForForm();

    private static async Task<IResult> Post(
        string book,
        RuleLibrary rules,
        Database database,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (!rules.Books.TryGetValue(book, out var found))
        {
            return Results.NotFound();
        }

        if (!reader.Me!.MayChange(found, reader.Now))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var draft = await database.Writer.Write(
            session => DraftSql.Insert(session, found.Latest, found.Text, reader.Me!.StaffId, reader.Now),
            cancellation
        );
        return Answer.SeeOther(EditDraft.Path(draft));
    }
}
