using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Contract;
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

    public sealed record View(IReadOnlyList<View.Row> Rows)
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
        }

        public sealed record Step(string Type, Words Name);
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
        return Answer.Page<ShowInbox>(
            new View([.. rows.Select(row => Row(row, words, new Steps(log, me, reader.Now)))])
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
        return new View.Row(line.Clock, row.Number, line.Who, row.Demand, line.State)
        {
            Steps = [.. steps.Of(row.Number).Take(MostSteps)],
            Category = line.Category,
            Nature = line.Nature,
            NatureStyle = row.IsUnusual ? row.Nature : null,
            Accountable = row.Accountable,
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
    /// What the reader can do now to carry a case on: first what stops the clock that ends first, then the steps of the stage
    /// in the order of the rule book.
    /// </summary>
    private sealed record Steps(CaseLog Log, Me Me, Instant Now)
    {
        public IEnumerable<View.Step> Of(string number)
        {
            if (Log.Load(Me, number) is not { } file)
            {
                return [];
            }

            var possible = new PossibleActions(file.History, Now);
            var actions = possible.For(Me);
            var foremost = possible.Foremost(actions, file.Judgement);
            var order = file.Book.At(Now).Turns.GetValueOrDefault(file.History.State.Stage) ?? [];
            return actions
                .Where(action => action == foremost || order.Contains(action.Type))
                .OrderByDescending(action => action == foremost)
                .ThenBy(action => order.ToList().IndexOf(action.Type))
                .Select(action => new View.Step(action.Type.Name(), action.Rule.Name));
        }
    }
}
