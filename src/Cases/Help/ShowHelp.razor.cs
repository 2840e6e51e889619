using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Help;

/// <summary>What the keys do, what the colours of the clocks mean, and which states the rule books know.</summary>
public sealed partial class ShowHelp
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/help", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Book> Books)
    {
        /// <param name="Title">The rule book.</param>
        /// <param name="States">Its states, in the order of the procedure.</param>
        public sealed record Book(Words Title, IReadOnlyList<Words> States);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<ShowHelp> Get(RuleLibrary rules, Reader reader) =>
        Answer.Page<ShowHelp>(
            new View([
                .. from book in rules.Books.Values
                where book.Procedure != Procedure.Historic
                let terms = book.At(reader.Now).Terms
                where terms.ContainsKey("states")
                select new View.Book(book.Title, [.. terms["states"].Values]),
            ])
        );
}
