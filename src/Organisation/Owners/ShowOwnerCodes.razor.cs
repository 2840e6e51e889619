using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Owners;

/// <summary>For administrators of a trial or demo: the codes that would have gone to owners' telephones.</summary>
public sealed partial class ShowOwnerCodes
{
    /// <summary>There is no such page where codes are not to be seen.</summary>
    internal static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<CodeBoard>() is not null)
        {
            routes.MapGet("/owner-codes", Get).RequireAuthorization(Permissions.Administrator);
        }
    }

    public sealed record View(IReadOnlyList<View.Line> Lines)
    {
        public sealed record Line(string Phone, string Code, Instant ExpiresAt);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<ShowOwnerCodes> Get(CodeBoard board) =>
        Answer.Page<ShowOwnerCodes>(
            new View([.. board.Last.Select(code => new View.Line(Phrases.MaskedPhone(code.Phone), code.Code, code.ExpiresAt))])
        );
}
