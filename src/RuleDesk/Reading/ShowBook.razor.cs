using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Reading;

/// <summary>One version of a book as measures are read: each clause with its text, its reading and what is computed by it.</summary>
public sealed partial class ShowBook
{
    /// <summary>Told with the clause they rest on; a table of its own has what a person looks up across clauses.</summary>
    private static readonly string[] OfClausesOnly = ["leadership"];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rules/{book}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapGet("/rules/{book}/text", GetText).RequireAuthorization(Permissions.Desk);
    }

    public sealed record View(string Name, Words Title, Words Source, string Version)
    {
        public required IReadOnlyList<Edition> Versions { get; init; }
        public required IReadOnlyList<Article> Clauses { get; init; }
        public required IReadOnlyList<Part> Parts { get; init; }
        public required bool MayDraft { get; init; }

        /// <summary>Null for a book that is asked for by its name.</summary>
        public Words? AppliesTo { get; init; }

        /// <summary>How a comparison names what is shown.</summary>
        public string Reference => $"{Name}@{Version}";

        public sealed record Edition(string Name, Words Note, Words State);

        public sealed record Article(string Id, Words Text, Words? Reading, IReadOnlyList<RuleTable.View.Row> Rows);

        public sealed record Part(string Key, Words Name, IReadOnlyList<RuleTable.View.Row> Rows);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    /// <summary>The place of a clause on the page: an address may name it.</summary>
    internal static string Anchor(string clause) =>
        "clause-" + clause.Replace("(", "-", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    private static async Task<IResult> Get(
        string book,
        string? version,
        RuleLibrary rules,
        Db db,
        Reader reader,
        CancellationToken cancellation
    ) =>
        Find(book, version, rules, reader) is { } shown
            ? Answer.Page<ShowBook>(
                Of(rules.Books[book], shown, reader) with
                {
                    AppliesTo = BookTexts.AppliesTo(shown, await BookTexts.PlaceNames(db, cancellation)),
                }
            )
            : Results.NotFound();

    /// <summary>The file of a version, for lint, diff and replay on the command line.</summary>
    private static IResult GetText(string book, string? version, RuleLibrary rules, Reader reader) =>
        Find(book, version, rules, reader) is { } found
            ? Results.File(
                Encoding.UTF8.GetBytes(found.Text),
                "application/yaml; charset=utf-8",
                $"{book}-{found.Name.Replace(":", "", StringComparison.Ordinal)}.yaml"
            )
            : Results.NotFound();

    private static RuleVersion? Find(string book, string? version, RuleLibrary rules, Reader reader) =>
        !rules.Books.TryGetValue(book, out var found) ? null
        : version is null ? found.At(reader.Now)
        : found.Versions.FirstOrDefault(each => each.Name == version);

    private static View Of(RuleBook book, RuleVersion version, Reader reader)
    {
        var rows = RuleRows.Of(version);
        var byClause = rows.Where(row => row.Clause is not null).ToLookup(row => row.Clause, StringComparer.Ordinal);
        return new View(book.Name, book.Title, book.Source, version.Name)
        {
            Versions = Editions(book, reader.Now),
            Clauses =
            [
                .. version.Clauses.Values.Select(clause => new View.Article(
                    clause.Id,
                    clause.Text,
                    clause.Reading,
                    [.. byClause[clause.Id]]
                )),
            ],
            Parts =
            [
                .. rows.Where(row => !OfClausesOnly.Contains(row.Section, StringComparer.Ordinal))
                    .GroupBy(row => row.Section, StringComparer.Ordinal)
                    .Select(part => new View.Part(part.Key, BookTexts.Section(part.Key), [.. part])),
            ],
            MayDraft = reader.Me!.MayChange(book, reader.Now),
        };
    }

    private static List<View.Edition> Editions(RuleBook book, Instant now)
    {
        var inForce = book.At(now);
        var position = book.Versions.ToList().IndexOf(inForce);
        return
        [
            .. book
                .Versions.Select(
                    (version, i) =>
                        new View.Edition(
                            version.Name,
                            version.Note,
                            i == position ? BookTexts.InForce
                                : i < position ? BookTexts.Past
                                : BookTexts.ToCome
                        )
                )
                .Reverse(),
        ];
    }
}
