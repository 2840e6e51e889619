using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Register;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Inbox;

/// <summary>What waits for the reader, the clock that ends first on top, each case with the steps that carry it on.</summary>
public sealed partial class ShowInbox
{
    public const string Page = "/inbox";
    private const int Size = 30;
    private const int MostSteps = 2;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Group> Groups)
    {
        /// <summary>What was just recorded.</summary>
        public Words? Notice { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }

        public sealed record Row(ClockFace Clock, string Number, string UnitAndCustomer, string? Demand, Words State)
        {
            public required IReadOnlyList<Step> Steps { get; init; }
            public Words? Category { get; init; }
            public Words? Nature { get; init; }
            public string? NatureStyle { get; init; }
            public string? Accountable { get; init; }

            /// <summary>Who reported what the desk has not taken up yet.</summary>
            public string? Reporter { get; init; }

            /// <summary>Why the step that is waited for cannot be done.</summary>
            public Words? Obstacle { get; init; }
        }

        /// <param name="Href">Where it is done.</param>
        /// <param name="Name">What to do.</param>
        /// <param name="Foremost">The one filled button.</param>
        public sealed record Step(string Href, Words Name, bool Foremost);

        /// <param name="Title">超期, 今天, 以后.</param>
        /// <param name="Count">How many there are, on this page or not; null where they were not all counted.</param>
        /// <param name="Rows">Those on this page.</param>
        public sealed record Group(Words Title, int? Count, IReadOnlyList<Row> Rows);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<ShowInbox> Get(
        HttpContext http,
        string? recorded,
        Database database,
        CaseLog log,
        RuleLibrary rules,
        RegisterWords words,
        Reader reader
    )
    {
        var me = reader.Me!;
        var turn = new MyTurn(me, rules, reader.Now);
        var filter = new RegisterFilter { After = RegisterFilter.Read(http.Request.Query).After };
        using var session = database.Read();
        var found = new RegisterWalk(filter, me.Projects, null, turn).Page(session, Size + 1);
        var rows = found.Cases.Take(Size).Select(place => ListedCase.Read(session, place.CaseId)).ToList();
        var next = found.Cases.Count > Size ? found.Cases[Size - 1] : found.LookedUntil;
        var counts = new RegisterWalk(new RegisterFilter(), me.Projects, null, turn).Urgencies(session, reader.Now);
        var steps = new Steps(log, session, me, reader.Now);
        var groups = rows.GroupBy(row => UrgencyOf.Due(row.DueAt, reader.Now));
        return Answer.Page<ShowInbox>(
            new View([
                .. groups.Select(group => new View.Group(
                    InboxTexts.Group(group.Key),
                    counts?.GetValueOrDefault(group.Key),
                    [.. group.Select(row => Row(row, words, steps))]
                )),
            ])
            {
                Notice = recorded is null ? null : Recorded(recorded, rules),
                First = filter.After is null ? null : Page,
                Next = next is null ? null : $"{Page}?after={Uri.EscapeDataString(next.ToString())}",
            }
        );
    }

    private static View.Row Row(ListedCase row, RegisterWords words, Steps steps)
    {
        var line = new CaseLine(row, words.Of(row), steps.Now);
        var (possible, obstacle) = steps.Of(row);
        return new View.Row(line.Clock, row.Number, line.Who, row.Demand, line.State)
        {
            Steps = [.. possible.Take(MostSteps)],
            Obstacle = obstacle,
            Category = line.Category,
            Nature = line.Nature,
            NatureStyle = row.IsUnusual ? row.Nature : null,
            Accountable = row.Accountable,
            Reporter = row.WaitsForDesk ? row.Reporter : null,
        };
    }

    private static Words? Recorded(string type, RuleLibrary rules) =>
        EventTypes.TryFind(type, out var found)
            ? rules.Books.Values.Select(book => book.Latest.Events.GetValueOrDefault(found)).OfType<EventRule>().FirstOrDefault()
                is { } rule
                ? ActingTexts.Recorded(rule.Name)
                : null
            : null;

    /// <summary>
    /// What the reader can do now to carry a case on: first to take up what an employee reported, then what stops the clock that
    /// ends first, then the steps of the stage in the order of the rule book.
    /// </summary>
    private sealed record Steps(CaseLog Log, ReadSession Session, Me Me, Instant Now)
    {
        public (IEnumerable<View.Step> Steps, Words? Obstacle) Of(ListedCase row)
        {
            if (Log.Load(Me, row.Number) is not { } file)
            {
                return ([], null);
            }

            var possible = new PossibleActions(file.History, Now);
            var version = file.Book.At(Now);
            var actions = possible.For(Me);
            var waits = Grouping.WhyNotClose(Session, version, file.Number, actions.Select(action => action.Type));
            actions = waits is null ? actions : [.. actions.Where(action => !Grouping.Closes(action.Type))];
            var foremost = possible.Foremost(actions, file.Judgement);
            var takingUp = TakingUp(row, possible).ToList();
            var order = (version.Turns.GetValueOrDefault(file.History.State.Stage) ?? []).ToList();
            var steps = actions
                .Where(action => action == foremost || order.Contains(action.Type))
                .OrderByDescending(action => action == foremost)
                .ThenBy(action => order.IndexOf(action.Type))
                .Select(action => new View.Step(
                    Path(row, $"events/{action.Type.Name()}?back=inbox"),
                    action.Rule.Action,
                    action == foremost && takingUp.Count == 0
                ));
            return (takingUp.Concat(steps), waits?.Sentence);
        }

        private IEnumerable<View.Step> TakingUp(ListedCase row, PossibleActions possible) =>
            possible
                .RecordsFor(Me)
                .Where(rule => row.WaitsForDesk && rule.Name == Relations.Taken)
                .Select(rule => new View.Step(Path(row, $"records/{rule.Name}"), rule.Action, Foremost: true));

        private static string Path(ListedCase row, string step) => $"/cases/{Uri.EscapeDataString(row.Number)}/{step}";
    }
}
