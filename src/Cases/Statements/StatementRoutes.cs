using Microsoft.AspNetCore.Routing;

namespace Shouwen.Cases.Statements;

/// <summary>The pages about statements, one a line.</summary>
internal static class StatementRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ShowStatements.Map(routes);
        ShowMyStatements.Map(routes);
        ShowStatement.Map(routes);
        ShowStatementLine.Map(routes);
        AppealForms.Map(routes);
        ShowAppeals.Map(routes);
        DeliverStatement.Map(routes);
        PrintStatement.Map(routes);
        ExportStatement.Map(routes);
    }
}
