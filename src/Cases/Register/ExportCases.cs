using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>
/// Exactly what the register shows at the same address, whole: the same cases in the same order with the columns its reader
/// has chosen, one after the other from one picture of the database. Who took what is kept.
/// </summary>
internal static class ExportCases
{
    public const string Xlsx = "/cases/export.xlsx";
    public const string Csv = "/cases/export.csv";

    private const string Exported = "cases.exported";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(Xlsx, http => Send(http, "xlsx", (body, title) => new XlsxWriter(body, title)))
            .RequireAuthorization(Permissions.Desk);
        routes.MapGet(Csv, http => Send(http, "csv", (body, _) => new CsvWriter(body))).RequireAuthorization(Permissions.Desk);
    }

    private static async Task Send(HttpContext http, string format, Func<Stream, string, ITableWriter> open)
    {
        var services = http.RequestServices;
        var reader = services.GetRequiredService<Reader>();
        var database = services.GetRequiredService<Database>();
        var words = services.GetRequiredService<RegisterWords>();
        var me = reader.Me!;
        var cancellation = http.RequestAborted;
        var filter = RegisterFilter.Read(http.Request.Query) with { After = null };
        await services.GetRequiredService<AccessLog>().Note(me, Exported, filter.At(http.Request.Path), cancellation);
        var title = reader.Say(RegisterTexts.Title);
        using var table = open(http.Response.Body, title);
        Download.Begin(http.Response, table, reader, RegisterTexts.Title, $"{reader.Now.Date:yyyy-MM-dd}.{format}");

        using var session = database.Read();
        var columns = RegisterColumns.Of(session, me.StaffId);
        await table.Head([.. columns.SelectMany(ExportColumns.Names).Select(reader.Say)], cancellation);
        foreach (var caseId in new RegisterWalk(filter, me.Projects, filter.MatchesIn(session, me)?.Ids).All(session))
        {
            var row = ListedCase.Read(session, caseId);
            var version = words.Of(row);
            await table.Row([.. columns.SelectMany(column => ExportColumns.Cells(column, row, version, reader))], cancellation);
        }

        await table.Finish(cancellation);
    }
}

/// <summary>A column of the screen as a table needs it: what stands together on the screen is written in columns of its own.</summary>
internal static class ExportColumns
{
    public static IReadOnlyList<Words> Names(RegisterColumn column) =>
        column switch
        {
            RegisterColumn.Due => [RegisterTexts.Clock, RegisterTexts.DueAt],
            RegisterColumn.Home => [RegisterTexts.Home, RegisterTexts.Customer],
            RegisterColumn.State => [RegisterTexts.Step, RegisterTexts.Nature],
            _ => [RegisterColumns.Name(column)],
        };

    public static IReadOnlyList<Cell> Cells(RegisterColumn column, ListedCase row, RegisterWords.Version version, Reader reader) =>
        column switch
        {
            RegisterColumn.Due => [Cell.Of(row.DueClock is { } clock ? reader.Say(version.Clock(clock)) : null), Cell.Of(row.DueAt)],
            RegisterColumn.Number => [Cell.Of(row.Number)],
            RegisterColumn.Home => [Cell.Of(row.Home), Cell.Of(row.Customer)],
            RegisterColumn.Demand => [Cell.Of(row.Demand ?? reader.Say(RegisterTexts.Erased))],
            RegisterColumn.Category => [Cell.Of(row.Category is { } code ? reader.Say(version.Category(code)) : null)],
            RegisterColumn.Department => [Cell.Of(row.Department is { } code ? reader.Say(version.Department(code)) : null)],
            RegisterColumn.State =>
            [
                Cell.Of(reader.Say(version.State(row.State))),
                Cell.Of(version.NatureOrNone(row.Nature) is { } nature ? reader.Say(nature) : null),
            ],
            RegisterColumn.Project => [Cell.Of(row.ProjectName ?? row.Project)],
            RegisterColumn.Channel => [Cell.Of(row.Channel is { } code ? reader.Say(version.Channel(code)) : null)],
            RegisterColumn.Accountable => [Cell.Of(row.Accountable)],
            RegisterColumn.OpenedAt => [Cell.Of(row.OpenedAt)],
            RegisterColumn.ClosedAt => [Cell.Of(row.ClosedAt)],
        };
}
