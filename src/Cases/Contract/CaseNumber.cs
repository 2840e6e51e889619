using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>A case named by its number where another module keeps it.</summary>
public static class CaseNumber
{
    /// <summary>Whether there is such a case that the caller may open.</summary>
    public static bool IsInScope(Session session, string number, Scope scope) => ProjectionSql.Find(session, number, scope) is not null;
}
