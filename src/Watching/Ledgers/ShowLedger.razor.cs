using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>One ledger, newest first.</summary>
public sealed partial class ShowLedger
{
    private const int PageSize = 50;

    /// <summary>Fields that fit beside each other on a desk.</summary>
    private const int MostColumns = 4;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ledgers/{ledger}", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Code, string Clause, Words Name, Words About, bool MayWrite)
    {
        public required string Export { get; init; }
        public (Words Period, string Places)? Owed { get; init; }
        public required IReadOnlyList<Choice> States { get; init; }
        public required IReadOnlyList<Choice> Places { get; init; }

        /// <summary>The place the list is limited to.</summary>
        public string? Place { get; init; }
        public required IReadOnlyList<Words> Columns { get; init; }
        public required IReadOnlyList<Row> Rows { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }

        public sealed record Choice(Words Name, string Href, bool On);

        public sealed record Row(long Id, string Day, string Place, IReadOnlyList<Words> Values, Words State, bool Late);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string ledger,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        if (desk.Find(ledger) is not { } kind || !await IsOpenTo(kind, desk, cancellation))
        {
            return Results.NotFound();
        }

        var filter = EntryFilter.Read(request.Query);
        var rows = await filter.Of(desk, kind).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = EntryLines.Read(desk, kind, rows.Take(PageSize));
        var words = await FieldWords.Load(desk, shown.SelectMany(line => FieldWords.PeopleIn(kind, line.Entry.Fields)), cancellation);
        var columns = kind
            .Fields.Where(field => field.Kind is not (LedgerFieldKind.PersonalText or LedgerFieldKind.Checklist))
            .Take(MostColumns)
            .ToList();
        var owing = await Owing.Places(kind, desk, cancellation);
        var view = new View(kind.Code, kind.Clause, kind.Name, kind.About, kind.MayWrite(desk.Me))
        {
            Export = filter.At($"/ledgers/{kind.Code}/export.xlsx"),
            Owed = owing.Count == 0 ? null : (LedgerTexts.Owed(kind.Every!.Value), string.Join('、', owing.Select(place => place.Name))),
            States =
            [
                .. States(kind)
                    .Select(state =>
                        Choice(LedgerTexts.Filter(state), filter with { State = state, Before = null }, state == filter.State, kind)
                    ),
            ],
            Places = await Places(filter, kind, desk, cancellation),
            Place = filter.Place is { } place ? words.Place(place) : null,
            Columns = [.. columns.Select(column => column.Name)],
            Rows = [.. shown.Select(line => RowOf(line, columns, words, desk.Reader.Now))],
            First = filter.Before is null ? null : (filter with { Before = null }).At($"/ledgers/{kind.Code}"),
            Next = rows.Count > PageSize ? (filter with { Before = rows[PageSize - 1].EntryId }).At($"/ledgers/{kind.Code}") : null,
        };
        return Answer.Page<ShowLedger>(view);
    }

    private static async Task<bool> IsOpenTo(Ledger kind, LedgerDesk desk, CancellationToken cancellation) =>
        kind.Sees(desk.Me) || await desk.Db.EntriesFor(desk.Me, kind, desk.Tree).AnyAsync(cancellation);

    private static EntryFilter.States[] States(Ledger kind) =>
        kind.HasEnd ? Enum.GetValues<EntryFilter.States>() : [EntryFilter.States.All];

    private static async Task<IReadOnlyList<View.Choice>> Places(
        EntryFilter filter,
        Ledger kind,
        LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        var places = await desk.PlacesFor(kind, cancellation);
        return
        [
            Choice(LedgerTexts.AllPlaces, filter with { Place = null, Before = null }, filter.Place is null, kind),
            .. places.Select(place =>
                Choice(FieldWords.Same(place.Name), filter with { Place = place.Id, Before = null }, filter.Place == place.Id, kind)
            ),
        ];
    }

    private static View.Choice Choice(Words name, EntryFilter filter, bool on, Ledger kind) =>
        new(name, filter.At($"/ledgers/{kind.Code}"), on);

    private static View.Row RowOf(EntryLines.Line line, List<LedgerField> columns, FieldWords words, Instant now) =>
        new(
            line.Entry.Key.CaseId,
            LedgerEntry.TextOf(line.Entry.Day),
            words.Place(line.Entry.Place),
            [.. columns.Select(column => words.Of(column, line.Entry.Fields, line.Word))],
            LedgerTexts.StateOf(line.Entry, now),
            line.Entry.IsOverdue(now)
        );
}
