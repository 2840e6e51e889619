using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;

namespace Shouwen.Watching.Urging;

/// <summary>
/// What is late in the reader's field and why, and who was urged about it (EG-26, EG-30). A day on which nobody was urged
/// about a slow or overdue case shows.
/// </summary>
public sealed partial class ShowWatch
{
    public const string Page = "/watch";
    private const int PageSize = 50;

    /// <summary>Nobody tells more apart, and a count that goes on costs more than the page.</summary>
    private const int MostCounted = 200;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.List> Lists, bool Mine, string MineHref, Words About, IReadOnlyList<View.Row> Rows)
    {
        public string? First { get; init; }
        public string? Next { get; init; }

        public sealed record List(Words Name, string Count, string Href, bool On);

        public sealed record Row(string Number, string Where, Words? Nature, IReadOnlyList<Words> Reasons, string Who)
        {
            public (string To, Instant At)? Urged { get; init; }
            public bool MissesToday { get; init; }
            public bool MayUrge { get; init; }
        }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string? list,
        string? mine,
        string? after,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        var now = desk.Reader.Now;
        var lists = WatchList.All(desk.GroupTerms, now);
        var chosen = lists.Find(each => each.Code == list) ?? lists[0];
        var person = mine == "1" ? desk.Me.StaffId : null;
        using var session = desk.Database.Read();
        var filter = chosen.Filter with { Accountable = person, After = Cursor(after) };
        var found = UnfinishedCases.Find(session, desk.Me.Scope, filter, now, PageSize + 1);
        var shown = found.Take(PageSize).Select(each => (Case: each, Urged: Urgings.Last(session, each))).ToList();
        var counts = lists.ConvertAll(each => Count(session, each.Filter with { Accountable = person }, desk));
        var words = await FieldWords.Load(desk, shown.SelectMany(row => (string?[])[row.Case.Accountable, row.Urged?.To]), cancellation);
        return Answer.Page<ShowWatch>(
            new View(
                [.. lists.Select((each, i) => new View.List(each.Name, counts[i], Address(each.Code, person, null), each == chosen))],
                person is not null,
                Address(chosen.Code, person is null ? desk.Me.StaffId : null, null),
                WatchTexts.About(chosen.Code),
                [.. shown.Select(row => RowOf(row.Case, row.Urged, words, desk))]
            )
            {
                First = after is null ? null : Address(chosen.Code, person, null),
                Next = found.Count > PageSize ? Address(chosen.Code, person, found[PageSize - 1]) : null,
            }
        );
    }

    private static string Count(Session session, UnfinishedFilter filter, LedgerDesk desk)
    {
        var count = UnfinishedCases.Count(session, desk.Me.Scope, filter, desk.Reader.Now, MostCounted + 1);
        return count > MostCounted ? $"{MostCounted}+" : count.ToString(CultureInfo.InvariantCulture);
    }

    private static View.Row RowOf(UnfinishedCase each, Cases.Contract.Urging? urged, FieldWords words, LedgerDesk desk)
    {
        var now = desk.Reader.Now;
        var department = each.Department is { } code ? desk.Reader.Say(desk.Term("departments", code)) : null;
        var late = each.ProgressIsMissing || each.VisitIsLate || each.PlanIsLate || each.ResolveDueAt < now;
        return new View.Row(
            each.Number,
            $"{words.Place(each.Project ?? "")} {each.Unit}".Trim(),
            each.Nature == CaseNature.Ordinary ? null : desk.Term("natures", EnumCode.Of(each.Nature)),
            [.. Reasons(each, now)],
            string.Join(" · ", new[] { department, each.Accountable is { } person ? words.Person(person) : null }.OfType<string>())
        )
        {
            Urged = urged is null ? null : (urged.To is { } to ? words.Person(to) : "—", urged.At),
            MissesToday = late && urged?.At.Date != now.Date,
            MayUrge = desk.RecordOf(each.Rules, Urgings.Record)?.Roles.Any(desk.Me.Is) == true,
        };
    }

    private static IEnumerable<Words> Reasons(UnfinishedCase each, Instant now)
    {
        if (each.ResolveDueAt is { } due && due < now)
        {
            yield return Phrases.Overdue(due, now);
        }

        if (each.ProgressIsMissing)
        {
            yield return WatchTexts.NoProgress;
        }

        if (each.VisitIsLate)
        {
            yield return WatchTexts.VisitLate;
        }

        if (each.PlanIsLate)
        {
            yield return WatchTexts.PlanLate;
        }
    }

    private static (Instant, long)? Cursor(string? after) =>
        after?.Split('-') is [var due, var id]
        && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var micros)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var caseId)
        && micros <= Instant.Latest.Micros * 100
            ? (Instant.FromMicros(micros), caseId)
            : null;

    private static string Address(string list, string? person, UnfinishedCase? after) =>
        QueryHelpers.AddQueryString(
            Page,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["list"] = list,
                ["mine"] = person is null ? null : "1",
                ["after"] = after is null ? null : string.Create(CultureInfo.InvariantCulture, $"{after.DueAt.Micros}-{after.CaseId}"),
            }.Where(part => part.Value is not null)
        );
}
