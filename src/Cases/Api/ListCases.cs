using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Register;
using Shouwen.Cases.Search;
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
            .WithDescription("dueAt is the earliest end of a running clock; cases without one come last.")
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

    private static async Task<IResult> Get(HttpRequest request, Db db, CaseSearch search, Reader reader, CancellationToken cancellation)
    {
        if (CaseListQuery.Read(request.Query, out var query) is { } problem)
        {
            return problem;
        }

        var cases = Narrowed(db.CasesFor(reader.Me!), query!);
        var found =
            query!.Words is { } words && !RegisterFilter.BeginsANumber(words)
                ? await Sorted(cases.Among(search.Matches(words, reader.Me!.Projects)), query)
                    .Take(query.Limit + 1)
                    .ToListAsync(cancellation)
                : await Page(cases, query, cancellation);
        var shown = found.Take(query.Limit).ToList();
        return ApiAnswer.Ok(
            new CasePageJson
            {
                Items = [.. shown.Select(row => Summary(row, reader.Now))],
                Next = found.Count > query.Limit ? query.CursorAfter(shown[^1]) : null,
            }
        );
    }

    private static IQueryable<CaseRow> Narrowed(IQueryable<CaseRow> cases, CaseListQuery query)
    {
        var states = query.States;
        cases = states.Count == 0 ? cases : cases.Where(row => states.Contains(row.State));
        cases = query.Project is { } project ? cases.Where(row => row.Project == project) : cases;
        cases = query.Category is { } category ? cases.Where(row => row.Category == category) : cases;
        cases = query.Nature is { } nature ? cases.Where(row => row.Nature == nature) : cases;
        cases = query.Department is { } department ? cases.Where(row => row.LeadDepartment == department) : cases;
        if (query.Words is { } number && RegisterFilter.BeginsANumber(number))
        {
            // A range, not LIKE: only a range is looked up in the index on both stores.
            var end = number + '\uffff';
            cases = cases.Where(row => string.Compare(row.Number, number) >= 0 && string.Compare(row.Number, end) < 0);
        }

        return cases;
    }

    /// <summary>Open and closed cases have an index each, so each is walked on its own: nothing is sorted but the page.</summary>
    private static async Task<List<CaseRow>> Page(IQueryable<CaseRow> cases, CaseListQuery query, CancellationToken cancellation)
    {
        var most = query.Limit + 1;
        if (query.Sort != CaseListQuery.ByDue)
        {
            var open = await Sorted(cases.Where(row => row.ClosedAt == null), query).Take(most).ToListAsync(cancellation);
            var closed = await Sorted(cases.Where(row => row.ClosedAt != null), query).Take(most).ToListAsync(cancellation);
            var both = open.Concat(closed).OrderBy(row => row.OpenedAt).ThenBy(row => row.CaseId);
            return [.. (query.Sort == CaseListQuery.OldestFirst ? both : both.Reverse()).Take(most)];
        }

        var never = CaseRow.Never;
        var running = cases.Where(row => row.ClosedAt == null && row.DueAt < never);
        var found =
            query.After is { } after && after.Key >= never.Micros ? [] : await Sorted(running, query).Take(most).ToListAsync(cancellation);
        var last = query.After is { } end && end.Key >= never.Micros ? end.CaseId : long.MinValue;
        var resting = cases.Where(row => row.DueAt == never && row.CaseId > last).OrderBy(row => row.CaseId);
        return found.Count == most ? found : [.. found, .. await resting.Take(most - found.Count).ToListAsync(cancellation)];
    }

    private static IQueryable<CaseRow> Sorted(IQueryable<CaseRow> cases, CaseListQuery query)
    {
        var (micros, id) = query.After ?? default;
        var key = Instant.FromMicros(micros);
        var fromStart = query.After is null;
        return query.Sort switch
        {
            CaseListQuery.OldestFirst => (
                fromStart ? cases : cases.Where(row => row.OpenedAt > key || (row.OpenedAt == key && row.CaseId > id))
            )
                .OrderBy(row => row.OpenedAt)
                .ThenBy(row => row.CaseId),
            CaseListQuery.NewestFirst => (
                fromStart ? cases : cases.Where(row => row.OpenedAt < key || (row.OpenedAt == key && row.CaseId < id))
            )
                .OrderByDescending(row => row.OpenedAt)
                .ThenByDescending(row => row.CaseId),
            _ => (fromStart ? cases : cases.Where(row => row.DueAt > key || (row.DueAt == key && row.CaseId > id)))
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.CaseId),
        };
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
