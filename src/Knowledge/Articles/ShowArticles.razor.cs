using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

/// <summary>What is read now, newest first or by words; for writers also what waits to be published.</summary>
public sealed partial class ShowArticles
{
    public const string Page = "/knowledge";
    private const int PageSize = 30;
    private const int LongestText = 100;
    private const string DraftState = "draft";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string? Asked, string? Kind, bool DraftsOnly, IReadOnlyList<ArticleList.View> Lines)
    {
        public required IReadOnlyList<(string Code, Words Name)> Kinds { get; init; }
        public required bool MayWrite { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private string Address(string? kind, bool drafts) => Address(drafts ? null : Model.Asked, kind, drafts, null);

    private static string Address(string? asked, string? kind, bool drafts, long? after) =>
        QueryHelpers.AddQueryString(
            Page,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = asked,
                ["kind"] = kind,
                ["state"] = drafts ? DraftState : null,
                ["after"] = after?.ToString(CultureInfo.InvariantCulture),
            }.Where(part => part.Value is not null)
        );

    private static async Task<IResult> Get(
        string? q,
        string? kind,
        string? state,
        string? after,
        Db db,
        Database database,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var words = new ArticleWords(rules, reader.Now);
        var mayWrite = reader.Me!.MayWrite(words.Rules);
        var drafts = state == DraftState && mayWrite;
        var asked = !drafts && q?.Trim() is { Length: > 0 and <= LongestText } text ? text : null;
        long? below = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var filter = new ArticleFilter(asked, kind is not null && words.Rules.Kinds.ContainsKey(kind) ? kind : null, null, below);
        var found = await (drafts ? db.Drafts() : db.Read(reader.Now)).Page(database, filter, PageSize, cancellation);
        var shown = found.Take(PageSize).ToList();
        return Answer.Page<ShowArticles>(
            new View(
                asked,
                filter.Kind,
                drafts,
                [
                    .. shown.Select(version =>
                        words.Line(version, drafts ? ShowVersion.Address(version) : ShowArticle.Address(version.ArticleId), asked)
                    ),
                ]
            )
            {
                Kinds = [.. words.Rules.Kinds.Select(each => (each.Key, each.Value.Name))],
                MayWrite = mayWrite,
                First = below is null ? null : Address(asked, filter.Kind, drafts, null),
                Next = found.Count > PageSize ? Address(asked, filter.Kind, drafts, shown[^1].ArticleId) : null,
            }
        );
    }
}
