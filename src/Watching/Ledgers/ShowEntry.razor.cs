using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>One entry: what it says, what follows from it, and everything that happened to it.</summary>
public sealed partial class ShowEntry
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ledgers/{ledger}/{entry:long}", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Ledger, long Id, Words Name, int Version)
    {
        public Words? Problem { get; init; }
        public required Words State { get; init; }
        public bool Late { get; init; }
        public required string Place { get; init; }
        public required string Day { get; init; }
        public required string Clause { get; init; }
        public required Words ClauseText { get; init; }
        public Instant? Due { get; init; }
        public required IReadOnlyList<(Words Name, Words Value, string? Href)> Facts { get; init; }
        public required IReadOnlyList<(long Id, Words Name)> Decisions { get; init; }
        public bool MayCorrect { get; init; }
        public bool MayErase { get; init; }
        public AgendaTable.View? Agenda { get; init; }
        public bool HasActions { get; init; }
        public bool ActionOpen { get; init; }
        public IReadOnlyList<Agreed> Actions { get; init; } = [];
        public FieldInputs.View? NewAction { get; init; }
        public required IReadOnlyList<Step> Steps { get; init; }
        public required FileShelf.View Files { get; init; }
        public required IReadOnlyList<Happened> History { get; init; }

        public sealed record Agreed(int Number, string Item, string Who, string Due, Instant? Done, bool Late, bool MayReport);

        /// <param name="Title">What the button does.</param>
        /// <param name="Action">The noun it makes.</param>
        /// <param name="Form">What is asked.</param>
        /// <param name="Main">The one thing waited for.</param>
        public sealed record Step(Words Title, string Action, FieldInputs.View Form, bool Main);

        public sealed record Happened(Words What, string Who, Instant At, IReadOnlyList<Words> Lines);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string ledger, long entry, [AsParameters] LedgerDesk desk, CancellationToken cancellation) =>
        await desk.Open(ledger, entry, cancellation) is { } opened
            ? Answer.Page<ShowEntry>(await ViewOf(opened, LedgerInput.None, desk, cancellation))
            : Results.NotFound();

    internal static async Task<View> ViewOf(OpenedEntry opened, LedgerInput input, LedgerDesk desk, CancellationToken cancellation)
    {
        var entry = opened.Entry;
        var kind = entry.Ledger;
        var now = desk.Reader.Now;
        var people = opened
            .Events.SelectMany(row => FieldWords.PeopleIn(kind, FieldsOf(row)).Append(row.By))
            .Concat(entry.Actions.Select(action => (string?)action.Responsible));
        var words = await FieldWords.Load(desk, people, cancellation);
        var steps = new EntrySteps(opened, desk, input);
        return new View(kind.Code, entry.Key.CaseId, kind.Name, entry.Version)
        {
            State = LedgerTexts.StateOf(entry, now),
            Late = entry.IsOverdue(now),
            Place = words.Place(entry.Place),
            Day = LedgerEntry.TextOf(entry.Day),
            Clause = kind.Clause,
            ClauseText = desk.ClauseOf(kind.Clause),
            Due = entry.DueAt,
            Facts = Facts(opened, words),
            Decisions = await Decisions(entry, desk, cancellation),
            MayCorrect = kind.MayWrite(desk.Me) && entry.State != EntryState.Closed,
            MayErase = desk.Me.Is(Administrators.Role),
            Agenda = entry.Agenda is { } agenda ? Urging.Agenda.View(agenda, desk) : null,
            HasActions = kind.HasActions,
            ActionOpen = input.Problem(LedgerEntry.ItemName) is not null || input.Problem(LedgerEntry.DueName) is not null,
            Actions = [.. entry.Actions.Select(action => ActionOf(action, entry, words, desk))],
            NewAction = await steps.NewAction(cancellation),
            Steps = [.. steps.All()],
            Files = await EntryFiles.Of(opened, desk, cancellation),
            History = [.. opened.Events.Reverse().Select(row => HappenedOf(row, opened, words))],
        };
    }

    private static List<(Words, Words, string?)> Facts(OpenedEntry opened, FieldWords words) =>
        [
            .. opened.Entry.Ledger.Fields.Select(field =>
                (
                    field.Name,
                    words.Of(field, opened.Entry.Fields, code => opened.Words(opened.Entry.FieldsOf, LedgerEntry.FieldPrefix + code)),
                    field.Kind == LedgerFieldKind.Case && opened.Entry.Fields.TryGetValue(field.Code, out var number)
                        ? $"/cases/{Uri.EscapeDataString(number)}"
                        : null
                )
            ),
        ];

    private static View.Agreed ActionOf(AgreedAction action, LedgerEntry entry, FieldWords words, LedgerDesk desk) =>
        new(
            action.Number,
            action.Item,
            words.Person(action.Responsible),
            LedgerEntry.TextOf(LedgerEntry.LastDay(action.DueAt)),
            action.DoneAt,
            action.DoneAt is null && action.DueAt < desk.Reader.Now,
            action.DoneAt is null && entry.IsOpen && (action.Responsible == desk.Me.StaffId || entry.Ledger.MayWrite(desk.Me))
        );

    private static async Task<IReadOnlyList<(long, Words)>> Decisions(LedgerEntry entry, LedgerDesk desk, CancellationToken cancellation)
    {
        if (entry.Ledger.Proposals.Count == 0)
        {
            return [];
        }

        var occurrence = string.Create(CultureInfo.InvariantCulture, $"entry:{entry.Key.CaseId}:{entry.Subject}");
        var month = $"month:{entry.Ledger.Code}:{new Month(entry.Day.Year, entry.Day.Month)}:{entry.Subject}";
        var rows = await desk
            .Db.DecisionsFor(desk.Me, desk.Book.Decisions.Values, desk.Tree)
            .Where(row => row.Occurrence == occurrence || row.Occurrence == month)
            .OrderBy(row => row.ItemId)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => (row.ItemId, desk.Book.Decisions[row.Decision].Name))];
    }

    private static View.Happened HappenedOf(LogEvent row, OpenedEntry opened, FieldWords words)
    {
        var data = EventFields.Of(row);
        var lines = new List<Words>();
        if (row.Type == LedgerEntry.Corrected)
        {
            lines.AddRange(Changes(row, opened, words));
        }

        if (data.ContainsKey(LedgerEntry.TextName))
        {
            lines.Add(opened.Words(row.Seq, LedgerEntry.TextName) is { } text ? FieldWords.Same(text) : LedgerTexts.Erased);
        }

        if (data.TryGetValue(LedgerEntry.ItemName, out var item))
        {
            lines.Add(FieldWords.Same(item));
        }

        if (row.Type == LedgerEntry.ActionDone && opened.Entry.Actions.FirstOrDefault(each => IsIt(each, data)) is { } action)
        {
            lines.Add(FieldWords.Same(action.Item));
        }

        return new View.Happened(
            LedgerTexts.Happened(row.Type, opened.Entry.Ledger),
            words.Person(row.By ?? "—"),
            Instant.From(row.At),
            lines
        );
    }

    private static bool IsIt(AgreedAction action, Dictionary<string, string> data) =>
        data.GetValueOrDefault(LedgerEntry.ActionName) == action.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a correction changed: before and after, field by field.</summary>
    private static IEnumerable<Words> Changes(LogEvent row, OpenedEntry opened, FieldWords words)
    {
        var before = opened.Events.Last(each => each.Seq < row.Seq && (each.Type is LedgerEntry.Written or LedgerEntry.Corrected));
        foreach (var field in opened.Entry.Ledger.Fields)
        {
            var (old, now) = (Say(field, before, opened, words), Say(field, row, opened, words));
            if (old != now)
            {
                yield return LedgerTexts.Changed(field.Name, old, now);
            }
        }
    }

    private static Words Say(LedgerField field, LogEvent row, OpenedEntry opened, FieldWords words) =>
        words.Of(field, FieldsOf(row), code => opened.Words(row.Seq, LedgerEntry.FieldPrefix + code));

    private static Dictionary<string, string> FieldsOf(LogEvent row) =>
        EventFields
            .Of(row)
            .Where(field => field.Key.StartsWith(LedgerEntry.FieldPrefix, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[LedgerEntry.FieldPrefix.Length..], field => field.Value, StringComparer.Ordinal);
}
