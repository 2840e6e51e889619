using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Register;

/// <summary>Where a project is picked for the register by somebody who sees more of them than a menu holds.</summary>
public sealed partial class ChooseProject
{
    internal const string Page = "/cases/projects";
    private const int Most = 400;

    /// <summary>The projects that have cases, with how many are open: from the rollup, so that imported ones without a record are there too.</summary>
    private const string Projects =
        "SELECT n.project, coalesce(p.name, n.project) AS name, sum(n.open) FROM case_count n LEFT JOIN project p ON p.code = n.project"
        + " WHERE n.whole = 0 AND n.project <> '' AND (@scope IS NULL OR n.project IN (SELECT value FROM json_each(@scope_again)))"
        + " AND (@find = '' OR instr(coalesce(p.name, n.project), @find_name) > 0 OR instr(upper(n.project), upper(@find_code)) > 0)"
        + " GROUP BY n.project ORDER BY name LIMIT @most";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(
        IReadOnlyList<(string Name, string Value)> Carried,
        string Find,
        string AllProjects,
        IReadOnlyList<View.Project> Projects,
        bool More
    )
    {
        public sealed record Project(string Name, long Open, string Href, bool On);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<ChooseProject> Get(string? find, HttpContext http, Database database, Reader reader)
    {
        var filter = RegisterFilter.Read(http.Request.Query) with { After = null };
        var wanted = find?.Trim() ?? "";
        var scope = reader.Me!.Projects is { } projects ? JsonSerializer.Serialize(projects) : null;
        using var session = database.Read();
        var found = session.Query(
            Projects,
            row => new View.Project(
                row.Text(1),
                row.Long(2),
                (filter with { Project = row.Text(0) }).Address(),
                row.Text(0) == filter.Project
            ),
            scope,
            scope,
            wanted,
            wanted,
            wanted,
            Most + 1
        );
        var carried = QueryHelpers.ParseQuery(filter.At("")).Select(pair => (pair.Key, pair.Value.ToString()));
        return Answer.Page<ChooseProject>(
            new View([.. carried], wanted, (filter with { Project = null }).Address(), [.. found.Take(Most)], found.Count > Most)
        );
    }
}
