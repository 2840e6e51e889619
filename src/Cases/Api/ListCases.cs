using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Register;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /cases: keyset pages, so that the page at a million costs what the first one costs.</summary>
internal static class ListCases
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases", Get)
            .WithName("listCases")
            .WithSummary("Cases in scope, page by page")
            .WithDescription(
                "dueAt is the earliest end of a running clock; open cases without one come behind, closed ones last. Where few cases "
                    + "match, a page may hold fewer than limit, even none: there is more as long as there is a next."
            )
            .Takes(
                new ApiParameter("state", "One state, or several with commas.") { Choices = [] },
                new ApiParameter("sort", "dueAt unless said otherwise.") { Choices = CaseListQuery.Sorts },
                new ApiParameter("project", "The project's code."),
                new ApiParameter("category", "The category's code."),
                new ApiParameter("nature", "The complaint's nature.") { Choices = CaseListQuery.Natures },
                new ApiParameter("department", "The leading department's code."),
                new ApiParameter(
                    "q",
                    "Words of the case, a name, its pinyin initials, the end of a telephone number, a unit, or how a number begins."
                ),
                new ApiParameter("limit", $"{CaseListQuery.DefaultLimit} unless said otherwise.")
                {
                    Range = (1, CaseListQuery.LargestLimit),
                },
                new ApiParameter("cursor", "The next of the page before.")
            )
            .Produces<CasePageJson>()
            .Fails(422);

    private static async Task<IResult> Get(
        HttpRequest request,
        Database database,
        Db db,
        RegisterWords words,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (CaseListQuery.Read(request.Query, new KnownCodes(database, words, reader), out var query) is { } problem)
        {
            return problem;
        }

        var found = Walk(database, query!, reader.Me!);
        var shown = found.Cases.Take(query!.Limit).ToList();
        var next = found.Cases.Count > query.Limit ? shown[^1] : found.LookedUntil;
        var ids = shown.Select(place => place.CaseId).ToList();
        var rows = await db.CasesFor(reader.Me!).Where(row => ids.Contains(row.CaseId)).ToDictionaryAsync(row => row.CaseId, cancellation);
        return ApiAnswer.Ok(
            new CasePageJson
            {
                Items = [.. ids.Select(id => Summary(rows[id], reader.Now))],
                Next = next is null ? null : query.CursorAfter(next),
            }
        );
    }

    /// <summary>The walk of the register, in the order asked for whatever is looked for.</summary>
    private static RegisterWalk.Found Walk(Database database, CaseListQuery query, Me me)
    {
        using var session = database.Read();
        var matches = query.Filter.Text is { } text ? CaseSearch.Sortable(session, text, me.Projects) : null;
        return new RegisterWalk(query.Filter, me.Projects, matches?.Ids).Page(session, query.Limit + 1);
    }

    private static CaseSummaryJson Summary(CaseRow row, Instant now) =>
        new()
        {
            Id = row.Number,
            Number = row.Number,
            Rules = row.Rules,
            State = row.State,
            Cycle = row.Cycle,
            Nature = row.Nature,
            Project = row.Project,
            Unit = row.Unit,
            Channel = row.Channel,
            Category = row.Category,
            Kind = row.Kind,
            Department = row.LeadDepartment,
            Accountable = row.Accountable,
            OpenedAt = row.OpenedAt,
            ClosedAt = row.ClosedAt,
            DueAt = row.DueAt == CaseRow.Never ? null : row.DueAt,
            DueClock = row.DueClock,
            Overdue = row.DueAt < now,
            Version = row.Version,
        };
}
