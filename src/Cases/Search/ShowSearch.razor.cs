using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Cases.History;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Search;

public sealed partial class ShowSearch
{
    private const int PageSize = 50;
    private const int LongestText = 100;

    /// <summary>The page with all groups; for htmx the groups alone, as suggestions; with in=cases all cases, page by page.</summary>
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/search", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string? Asked, SearchResults.View Results)
    {
        /// <summary>One page of all cases found; null on the page with the groups.</summary>
        public IReadOnlyList<CaseLines.View>? Cases { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    internal static string AllCases(string asked, long? after = null) =>
        QueryHelpers.AddQueryString(
            "/search",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = asked,
                ["in"] = "cases",
                ["after"] = after?.ToString(CultureInfo.InvariantCulture),
            }.Where(part => part.Value is not null)
        );

    private static async Task<IResult> Get(
        HttpContext http,
        Db db,
        CaseSearch search,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var asked = http.Request.Query["q"].ToString().Trim() is { Length: > 0 and <= LongestText } text ? text : null;
        http.Response.Headers.Vary = "HX-Request";
        if (asked is null)
        {
            var nothing = new SearchResults.View(null, []);
            return reader.WantsFragment ? Answer.Page<SearchResults>(nothing) : Answer.Page<ShowSearch>(new View(null, nothing));
        }

        if (http.Request.Query["in"] == "cases")
        {
            return Answer.Page<ShowSearch>(await Cases(asked, http.Request.Query["after"], db, search, rules, reader, cancellation));
        }

        var number = asked.ToUpperInvariant();
        if (!reader.WantsFragment && await db.CasesFor(reader.Me!).AnyAsync(row => row.Number == number, cancellation))
        {
            return Answer.SeeOther($"/cases/{Uri.EscapeDataString(number)}");
        }

        var results = await new SearchQuery(db, search, rules, reader).Groups(asked, cancellation);
        return reader.WantsFragment ? Answer.Page<SearchResults>(results) : Answer.Page<ShowSearch>(new View(asked, results));
    }

    private static async Task<View> Cases(
        string asked,
        string? after,
        Db db,
        CaseSearch search,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        long? from = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var found = search.Find(asked, reader.Me!.Projects, from, PageSize + 1);
        var shown = found.Take(PageSize).ToList();
        var rows = db.CasesFor(reader.Me!).Where(row => shown.Contains(row.CaseId)).OrderByDescending(row => row.CaseId);
        return new View(asked, new SearchResults.View(asked, []))
        {
            Cases = await new CaseLineQuery(db, rules, reader.Now).Load(rows, cancellation, asked),
            First = from is null ? null : AllCases(asked),
            Next = found.Count > PageSize ? AllCases(asked, shown[^1]) : null,
        };
    }
}
