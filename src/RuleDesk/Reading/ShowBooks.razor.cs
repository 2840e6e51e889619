using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Reading;

/// <summary>The books there are, and the drafts of those the reader may change.</summary>
public sealed partial class ShowBooks
{
    internal const string Page = "/rules";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Book> Books, IReadOnlyList<View.Draft> Drafts)
    {
        public sealed record Book(string Name, Words Title, Words Source, string Version, int Clauses, Words? AppliesTo);

        public sealed record Draft(long Id, Words Book, string By, Instant At);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(RuleLibrary rules, Db db, Reader reader, CancellationToken cancellation)
    {
        var books = rules.Books.Values.OrderBy(book => book.Procedure).ThenBy(book => book.Name, StringComparer.Ordinal).ToList();
        var places = await BookTexts.PlaceNames(db, cancellation);
        return Answer.Page<ShowBooks>(
            new View([.. books.Select(book => Line(book, places, reader.Now))], await Drafts(rules, db, reader, cancellation))
        );
    }

    private static View.Book Line(RuleBook book, IReadOnlyDictionary<string, string> places, Instant now)
    {
        var version = book.At(now);
        return new View.Book(book.Name, book.Title, book.Source, version.Name, version.Clauses.Count, BookTexts.AppliesTo(version, places));
    }

    private static async Task<IReadOnlyList<View.Draft>> Drafts(RuleLibrary rules, Db db, Reader reader, CancellationToken cancellation)
    {
        var mine = rules
            .Books.Values.Where(book => reader.Me!.MayChange(book, reader.Now))
            .ToDictionary(book => book.Name, book => book.Title, StringComparer.Ordinal);
        var drafts = await db.Set<RuleDraft>()
            .Where(draft => draft.EndedAt == null && mine.Keys.Contains(draft.Book))
            .OrderByDescending(draft => draft.Id)
            .Select(draft => new
            {
                draft.Id,
                draft.Book,
                draft.ChangedBy,
                draft.ChangedAt,
            })
            .Take(100)
            .ToListAsync(cancellation);
        var names = await StaffNames.Load(db, drafts.Select(draft => draft.ChangedBy), cancellation);
        return [.. drafts.Select(draft => new View.Draft(draft.Id, mine[draft.Book], names.Of(draft.ChangedBy), draft.ChangedAt))];
    }
}
