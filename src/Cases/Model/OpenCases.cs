using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>What a project still has to do before something of it can close.</summary>
internal static class OpenCases
{
    private const string All = "SELECT count(*) FROM cases WHERE project = @project AND closed_at IS NULL";
    private const string OfBook = All + " AND rules = @rules";

    /// <param name="session">The caller's transaction.</param>
    /// <param name="project">The project's code.</param>
    /// <param name="rules">Null for all cases; else only those that a service centre took (EG-7a): under books of the group's procedure.</param>
    public static long Of(Session session, string project, RuleLibrary? rules) =>
        rules is null
            ? session.Number(All, project) ?? 0
            : rules
                .Books.Values.Where(book => book.Procedure == Procedure.Group)
                .Sum(book => session.Number(OfBook, project, book.Name) ?? 0);
}
