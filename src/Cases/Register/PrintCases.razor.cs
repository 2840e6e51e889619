using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>SN-61: the register as a paper: what it shows at the same address, with the reader's columns. Who printed it is kept.</summary>
public sealed partial class PrintCases
{
    public const string Page = "/cases/print";

    /// <summary>Some forty sheets; who needs more takes a workbook.</summary>
    private const int Most = 500;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Back, IReadOnlyList<Words> Names, IReadOnlyList<IReadOnlyList<string?>> Rows)
    {
        public required string PrintedBy { get; init; }
        public required string PrintedAt { get; init; }

        /// <summary>There are more cases than the paper holds.</summary>
        public bool IsCut { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<PrintCases>> Get(
        HttpContext http,
        Database database,
        RegisterWords words,
        AccessLog notes,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var me = reader.Me!;
        var filter = RegisterFilter.Read(http.Request.Query) with { After = null };
        await notes.Note(me, "cases.printed", filter.At(Page), cancellation);
        using var session = database.Read();
        var columns = RegisterColumns.Of(session, me.StaffId);
        var found = new RegisterWalk(filter, me.Projects, filter.MatchesIn(session, me)?.Ids).All(session).Take(Most + 1).ToList();
        return Answer.Page<PrintCases>(
            new View(
                filter.Address(),
                [.. columns.SelectMany(ExportColumns.Names)],
                [.. found.Take(Most).Select(id => Row(ListedCase.Read(session, id), columns, words, reader))]
            )
            {
                PrintedBy = me.Name,
                PrintedAt = Phrases.Exact(reader.Now)[..16],
                IsCut = found.Count > Most,
            }
        );
    }

    private static List<string?> Row(ListedCase row, IReadOnlyList<RegisterColumn> columns, RegisterWords words, Reader reader) =>
        [
            .. columns
                .SelectMany(column => ExportColumns.Cells(column, row, words.Of(row), reader))
                .Select(cell => cell.Time is { } time ? Phrases.Exact(time)[..16] : cell.Text),
        ];
}
