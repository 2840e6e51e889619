using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>Adds the files chosen on a case's page.</summary>
internal static class AttachFiles
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/cases/{number}/attachments", Post).RequireAuthorization(Permissions.Desk).AsksForForm().TakesFiles();

    private static async Task<IResult> Post(
        string number,
        HttpContext http,
        [AsParameters] CaseDesk desk,
        RuleLibrary rules,
        CancellationToken cancellation
    )
    {
        var me = desk.Reader.Me!;
        if (desk.Open(number) is not { } opened)
        {
            return Results.NotFound();
        }

        if (opened.Page(me) is { Files.Form: null })
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var (form, problem) = await AttachmentForm.Read(await http.Request.ReadFormAsync(cancellation), desk.Store, cancellation);
        if (form is not null)
        {
            problem = await desk.Database.Writer.Write(
                session => Attaching.Attach(session, desk.Store, rules, number, form, me, desk.Reader.Now).Problem,
                cancellation
            );
        }

        return problem is null
            ? Answer.SeeOther($"/cases/{Uri.EscapeDataString(number)}#{FileShelf.Anchor}")
            : Answer.Page<ShowCase>(Again(opened.Page(me), problem), problem.Status);
    }

    private static ShowCase.View Again(ShowCase.View page, Problem problem) =>
        page with
        {
            Files = page.Files with { Problem = Said(problem) },
        };

    /// <summary>Of several files it matters which one was not taken.</summary>
    internal static Words Said(Problem problem) =>
        problem is { Code: ['f', 'i', 'l', 'e', '.', ..], Errors: [var wrong] }
            ? AttachmentTexts.About(wrong.Field, wrong.Sentence)
            : problem.Detail ?? AttachmentTexts.NotTaken;
}
