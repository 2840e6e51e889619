using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
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

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(CasebookFilter.View Filter, bool IsNarrowed, IReadOnlyList<View.Entry> Entries)
    {
        public string? First { get; init; }
        public string? Next { get; init; }

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
        HttpRequest request,
        Db db,
        Database database,
        RuleLibrary library,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var rules = library.CasebookAt(reader.Now);
        var question = CasebookQuestion.Read(request.Query, rules);
        var rows = await question.Find(db, database).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = rows.Take(PageSize).ToList();
        return Answer.Page<ShowCasebook>(
            new View(
                new CasebookFilter.View(Page, rules, question.Asked, question.Trade, question.Part),
                question.IsNarrowed,
                [.. shown.Select(entry => Line(entry, rules, question.Asked))]
            )
            {
                First = question.Below is null ? null : (question with { Below = null }).Address(Page),
                Next = rows.Count > PageSize ? (question with { Below = shown[^1].Id }).Address(Page) : null,
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
}
