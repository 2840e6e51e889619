using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Reading;

/// <summary>What one version says otherwise than another, of the same book or of two.</summary>
public sealed partial class CompareBooks
{
    internal const string Page = "/rules/comparison";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    /// <param name="From">What is compared, as "book@version".</param>
    /// <param name="To">With what.</param>
    /// <param name="Choices">All versions of all books.</param>
    /// <param name="Differences">In the order of the book.</param>
    public sealed record View(string From, string To, IReadOnlyList<View.Choice> Choices, IReadOnlyList<RuleDifference> Differences)
    {
        public sealed record Choice(string Reference, Words Name);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(string? from, string? to, RuleLibrary rules)
    {
        var all = rules
            .Books.Values.OrderBy(book => book.Procedure)
            .ThenBy(book => book.Name, StringComparer.Ordinal)
            .SelectMany(book => book.Versions.Reverse().Select(version => (Reference: Reference(version), Book: book, Version: version)))
            .ToList();
        var after = to is null ? all[0] : all.Find(each => each.Reference == to);
        if (after.Version is null)
        {
            return Results.NotFound();
        }

        // Without a choice: what the version before it said.
        var before = from is null
            ? all.Find(each => each.Book == after.Book && each.Version.Effective < after.Version.Effective)
            : all.Find(each => each.Reference == from);
        if (before.Version is null)
        {
            if (from is not null)
            {
                return Results.NotFound();
            }

            before = after;
        }

        return Answer.Page<CompareBooks>(
            new View(
                before.Reference,
                after.Reference,
                [.. all.Select(each => new View.Choice(each.Reference, Name(each.Book, each.Version)))],
                RuleBookDiff.Between(before.Version, after.Version)
            )
        );
    }

    private static string Reference(RuleVersion version) => $"{version.Book}@{version.Name}";

    private static Words Name(RuleBook book, RuleVersion version) =>
        new($"{book.Title.Zh} · {version.Name}", $"{book.Title.En} · {version.Name}");
}
