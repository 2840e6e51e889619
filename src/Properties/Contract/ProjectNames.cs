using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;

namespace Shouwen.Properties.Contract;

/// <summary>The names behind project codes; a code without a record (an imported neighbourhood) shows as itself.</summary>
public sealed class ProjectNames
{
    private const string ByCode = "SELECT name FROM project WHERE code = @code";

    private readonly Dictionary<string, string> names;

    private ProjectNames(Dictionary<string, string> names) => this.names = names;

    public string Of(string code) => names.GetValueOrDefault(code, code);

    /// <summary>A home as people say it: "澜岸 3-2-1201". A unit that comes without a known project is said as it came.</summary>
    public string? Home(string? code, string? unit) => Home(code, code is null ? null : names.GetValueOrDefault(code), unit);

    /// <summary>The same where the project's name is known already; null when the code has no record.</summary>
    public static string? Home(string? code, string? name, string? unit) => name is not null ? $"{name} {unit}".TrimEnd() : unit ?? code;

    /// <summary>Every project with its name: some hundreds in the largest group.</summary>
    public static List<(string Code, string Name)> All(Session session) =>
        session.Query("SELECT code, name FROM project", row => (row.Text(0), row.Text(1)));

    /// <summary>The name of one project.</summary>
    public static ProjectNames Load(Session session, string? code)
    {
        var found = code is null ? [] : session.Query(ByCode, row => row.Text(0), code);
        return new ProjectNames(found.ToDictionary(_ => code!, StringComparer.Ordinal));
    }

    public static async Task<ProjectNames> Load(Db db, IEnumerable<string?> codes, CancellationToken cancellation)
    {
        var wanted = codes.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var found = await db.Set<Project>()
            .Where(project => wanted.Contains(project.Code))
            .Select(project => new { project.Code, project.Name })
            .ToListAsync(cancellation);
        return new ProjectNames(found.ToDictionary(project => project.Code, project => project.Name, StringComparer.Ordinal));
    }
}
