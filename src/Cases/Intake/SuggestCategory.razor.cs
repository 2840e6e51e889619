using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

/// <summary>
/// The category past demands like this one had, while it is being typed. Nothing is written; it is a POST because the demand
/// is personal text, which must not stand in an address that servers on the way keep.
/// </summary>
public sealed partial class SuggestCategory
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/cases/new/category", Post).RequireAuthorization(Permissions.Desk).AsksForForm();

    /// <param name="Category">Its code.</param>
    /// <param name="Name">What the book calls it.</param>
    /// <param name="Percent">How sure that is.</param>
    public sealed record View(string Category, Words Name, int Percent)
    {
        /// <summary>A script is there that puts it into the field.</summary>
        public bool CanBeTaken { get; init; }

        /// <summary>Null where a category is chosen already, or the past does not say.</summary>
        internal static View? For(LearntCategories learnt, RuleVersion version, string? chosen, string? demand) =>
            string.IsNullOrEmpty(chosen) && learnt.Guess(demand, version.Categories.Keys) is { } guess
                ? new View(guess.Category, version.Categories[guess.Category].Name, (int)Math.Floor(guess.Confidence * 100))
                : null;
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Post(
        HttpContext http,
        RuleLibrary rules,
        LearntCategories learnt,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var book = rules.MayOpen(reader.Me!, reader.Now).FirstOrDefault(each => each.Name == form["rules"]);
        if (book is null)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return View.For(learnt, book.At(reader.Now), form["category"], form["demand"]) is { } view
            ? Answer.Page<SuggestCategory>(view with { CanBeTaken = true })
            : Results.Content("", "text/html; charset=utf-8");
    }
}
