using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Knowledge.Forms;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

/// <summary>
/// The three articles that fit what is being typed. Asked by POST: the words of a customer do not belong into an address,
/// which logs keep.
/// </summary>
public sealed partial class BestArticles
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/knowledge/beside", Post).RequireAuthorization(Permissions.Desk).AsksForForm();

    /// <param name="Articles">Null while nothing was typed.</param>
    public sealed record View(IReadOnlyList<ArticleList.View>? Articles)
    {
        public static readonly View Nothing = new((IReadOnlyList<ArticleList.View>?)null);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<BestArticles>> Post(
        HttpContext http,
        [AsParameters] BestQuery query,
        CancellationToken cancellation
    )
    {
        var typed = new FieldFrame.Form(await http.Request.ReadFormAsync(cancellation)).Shown("demand");
        return Answer.Page<BestArticles>(await query.For(typed, cancellation));
    }
}
