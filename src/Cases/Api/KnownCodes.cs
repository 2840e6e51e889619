using System.Text.Json;
using Shouwen.Cases.Register;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>
/// Which codes a list can be asked for: those of the rule books, and what imported cases in scope brought with them. A project out
/// of scope is as unknown as one that does not exist.
/// </summary>
internal sealed record KnownCodes(Database Database, RegisterWords Words, Reader Reader)
{
    private const string Project =
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM project WHERE code = @code)"
        + " OR EXISTS (SELECT 1 FROM case_count WHERE whole = 0 AND project = @again)";

    private const string Category = "SELECT 1 FROM case_count WHERE whole = 1 AND project = '' AND category = @code LIMIT 1";

    private const string CategoryOfProjects =
        "SELECT 1 FROM case_count WHERE whole = 0 AND project IN (SELECT value FROM json_each(@projects)) AND category = @code LIMIT 1";

    public IEnumerable<Malformed> Strangers(RegisterFilter filter)
    {
        using var session = Database.Read();
        if (filter.Project is { } project && !IsProject(session, project))
        {
            yield return ApiRefusals.UnknownProject;
        }

        if (filter.Category is { } category && !IsCategory(session, category))
        {
            yield return new Malformed("category", new Words("没有这个类别", "there is no such category"));
        }

        if (filter.Department is { } department && Words.Departments.All(each => each.Code != department))
        {
            yield return new Malformed("department", new Words("没有这个部门", "there is no such department"));
        }
    }

    private bool IsProject(ReadSession session, string code) =>
        Reader.Me!.Scope.Covers(code) && session.Number(Project, code, code) is not null;

    private bool IsCategory(ReadSession session, string code) =>
        Words.Categories.Any(each => each.Code == code)
        || (
            Reader.Me!.Projects is { } mine
                ? session.Number(CategoryOfProjects, JsonSerializer.Serialize(mine), code)
                : session.Number(Category, code)
        )
            is not null;
}
