using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Casebook;

/// <summary>What defects have taught, newest first, by words, trade and part of the building.</summary>
public sealed partial class ShowCasebook
{
    public const string Page = "/casebook";
    private const int PageSize = 30;
    private const int LongestText = 100;

    /// <summary>As many as one question takes from the index before trade and part are looked at.</summary>
    private const int MostFound = 500;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string? Asked, string? Trade, string? Part, CasebookRules Rules, IReadOnlyList<View.Entry> Entries)
    {
        public string? First { get; init; }
        public string? Next { get; init; }

        public bool IsNarrowed => Asked is not null || Trade is not null || Part is not null;

        public sealed record Entry(string Href, string Title, Words Trade, Words Part, string Cause, bool Unfinished)
        {
            public string? Photo { get; init; }
            public string? Cost { get; init; }
            public Excerpt? Match { get; init; }
        }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<ShowCasebook>> Get(
        string? q,
        string? trade,
        string? part,
        string? after,
        Db db,
        Database database,
        RuleLibrary library,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var rules = library.CasebookAt(reader.Now);
        var asked = q?.Trim() is { Length: > 0 and <= LongestText } text ? text : null;
        var ofTrade = trade is not null && rules.Trades.ContainsKey(trade) ? trade : null;
        var ofPart = part is not null && rules.Parts.ContainsKey(part) ? part : null;
        long? below = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var entries = db.Set<CasebookEntry>().AsNoTracking().Where(entry => below == null || entry.Id < below);
        if (asked is not null)
        {
            var found = Found(database, asked, below ?? long.MaxValue);
            entries = entries.Where(entry => found.Contains(entry.Id));
        }

        var rows = await entries
            .Where(entry => (ofTrade == null || entry.Trade == ofTrade) && (ofPart == null || entry.Part == ofPart))
            .OrderByDescending(entry => entry.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        var shown = rows.Take(PageSize).ToList();
        return Answer.Page<ShowCasebook>(
            new View(asked, ofTrade, ofPart, rules, [.. shown.Select(entry => Line(entry, rules, asked))])
            {
                First = below is null ? null : Address(asked, ofTrade, ofPart, null),
                Next = rows.Count > PageSize ? Address(asked, ofTrade, ofPart, shown[^1].Id) : null,
            }
        );
    }

    private static View.Entry Line(CasebookEntry entry, CasebookRules rules, string? asked) =>
        new(
            ShowEntry.Address(entry.Id),
            entry.Title,
            ShowEntry.Name(rules.Trades, entry.Trade),
            ShowEntry.Name(rules.Parts, entry.Part),
            entry.Cause,
            entry.IsUnfinished
        )
        {
            Photo = entry.Photo is null ? null : ShowEntry.Address(entry.Id) + "/photo",
            Cost = entry.CostFen is { } fen ? Phrases.Money((decimal)fen / 100) : null,
            Match = asked is null ? null : Excerpt.Find(asked, [entry.Cause, entry.Prevention]),
        };

    private static List<long> Found(Database database, string asked, long below)
    {
        using var session = database.Read();
        return KnowledgeIndex.Casebook.Find(session, KnowledgeIndex.Question(asked), below, MostFound);
    }

    private static string Address(string? asked, string? trade, string? part, long? after) =>
        QueryHelpers.AddQueryString(
            Page,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = asked,
                ["trade"] = trade,
                ["part"] = part,
                ["after"] = after?.ToString(CultureInfo.InvariantCulture),
            }.Where(each => each.Value is not null)
        );
}
