using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>What a project still has to do before something of it can close.</summary>
internal static class OpenCases
{
    private const string All = "SELECT count(*) FROM cases WHERE project = @project AND closed_at IS NULL";

    /// <summary>What a service centre answers for: its own as far as it was not handed over, and what others handed to it.</summary>
    private const string OfCentre =
        "SELECT number, due_at FROM cases WHERE project = @project AND closed_at IS NULL AND desk IS NULL AND rules = @rules"
        + " UNION ALL SELECT number, due_at FROM cases WHERE desk = @place AND closed_at IS NULL AND rules = @book ORDER BY due_at, number";

    /// <param name="session">The caller's transaction.</param>
    /// <param name="project">The project's code.</param>
    /// <param name="rules">Null for all cases; else only those that a service centre took (EG-7a): under books of the group's procedure.</param>
    public static long Of(Session session, string project, RuleLibrary? rules) =>
        rules is null ? session.Number(All, project) ?? 0 : NumbersOf(session, project, rules).Count;

    /// <summary>The numbers of those of a service centre, the clock that ends first on top.</summary>
    public static IReadOnlyList<string> NumbersOf(Session session, string project, RuleLibrary rules) =>
        [
            .. rules
                .Books.Values.Where(book => book.Procedure == Procedure.Group)
                .SelectMany(book => session.Query(OfCentre, row => row.Text(0), project, book.Name, project, book.Name)),
        ];
}
