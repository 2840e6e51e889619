using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /dashboard: the figures of the overview.</summary>
internal static class ReadDashboard
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/dashboard", Get)
            .WithName("readDashboard")
            .WithSummary("How the cases in scope stand")
            .WithDescription("onTimeRate: finished in time ÷ due in the month (EG-38); absent while nothing was due.")
            .Produces<DashboardJson>()
            .Fails();

    private static ApiAnswer Get(Database database, Reader reader)
    {
        using var session = database.Read();
        var figures = Dashboard.Read(session, reader.Me!, reader.Now);
        return ApiAnswer.Ok(
            new DashboardJson
            {
                At = figures.At,
                Open = figures.Open,
                Overdue = figures.Overdue,
                DueToday = figures.DueToday,
                ClosedThisMonth = figures.ClosedThisMonth,
                OnTimeRate = figures.OnTimeRate,
                Categories =
                [
                    .. figures.Categories.Select(each => new CategoryFiguresJson
                    {
                        Category = each.Category,
                        Open = each.Open,
                        OpenedThisMonth = each.OpenedThisMonth,
                        Cases = each.Cases,
                    }),
                ],
                Months =
                [
                    .. figures.ByMonth.Select(each => new MonthFiguresJson
                    {
                        Month = each.Month.ToString(),
                        Opened = each.Opened,
                        StillOpen = each.StillOpen,
                        Closed = each.Closed,
                        OnTimeRate = each.OnTimeRate,
                    }),
                ],
            }
        );
    }
}
