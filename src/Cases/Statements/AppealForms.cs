using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>Raising and deciding an appeal, on the page of its line; the files that came with it.</summary>
internal static class AppealForms
{
    private const int LongestReason = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/statements/{month}/lines/{line}/appeals", Raise).RequireAuthorization(Permissions.Desk).AsksForForm().TakesFiles();
        routes.MapPost("/statements/{month}/lines/{line}/appeal-decisions", Decide).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapGet("/appeals/files/{file}", Download).RequireAuthorization(Permissions.Desk);
    }

    private static async Task<IResult> Raise(
        string month,
        string line,
        HttpContext http,
        [AsParameters] StatementDesk desk,
        FileStore store,
        CaseLog log,
        CancellationToken cancellation
    )
    {
        if (ShowStatementLine.Find(month, line, desk) is not var (statement, found))
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var reason = form["AppealReason"].ToString().Trim();
        if (Wrong(reason) is { } wrong)
        {
            return await Again(statement, found, desk, log, reason, null, wrong, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        var (files, problem) = await FilesOf(form, store, cancellation);
        if (problem is not null)
        {
            var sentence = problem.Errors is [var about] ? AttachmentTexts.About(about.Field, about.Sentence) : problem.Detail;
            return await Again(
                statement,
                found,
                desk,
                log,
                reason,
                null,
                sentence ?? AttachmentTexts.NotTaken,
                problem.Status,
                cancellation
            );
        }

        var refusal = await desk.Database.Writer.Write(
            session => Appealing.Raise(session, statement, found, reason, files, desk.Me, desk.Rules, desk.Now),
            cancellation
        );
        return refusal is null
            ? Answer.SeeOther($"/statements/{statement.Month}/lines/{found.Id}?done=appealed")
            : await ShowStatementLine.Refused(statement, found, desk, log, refusal, cancellation);
    }

    private static async Task<IResult> Decide(
        string month,
        string line,
        HttpContext http,
        [AsParameters] StatementDesk desk,
        CaseLog log,
        CancellationToken cancellation
    )
    {
        if (ShowStatementLine.Find(month, line, desk) is not var (statement, found))
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var (decision, answer) = (form["Decision"].ToString(), form["Answer"].ToString().Trim());
        var wrong = decision is "accepted" or "rejected" ? Wrong(answer) : AppealTexts.NoDecision;
        if (wrong is not null)
        {
            return await Again(
                statement,
                found,
                desk,
                log,
                answer,
                decision,
                wrong,
                StatusCodes.Status422UnprocessableEntity,
                cancellation
            );
        }

        var refusal = await desk.Database.Writer.Write(
            session => Appealing.Decide(session, statement.Month, found, decision == "accepted", answer, desk.Me, desk.Rules, desk.Now),
            cancellation
        );
        return refusal is null
            ? Answer.SeeOther($"/statements/{statement.Month}/lines/{found.Id}?done=decided")
            : await ShowStatementLine.Refused(statement, found, desk, log, refusal, cancellation);
    }

    private static async Task<IResult> Download(
        string file,
        HttpResponse response,
        [AsParameters] StatementDesk desk,
        FileStore store,
        CancellationToken cancellation
    )
    {
        var found = await desk
            .Db.Set<AppealFileRow>()
            .AsNoTracking()
            .Where(each => each.Id == file)
            .Join(
                desk.Db.Set<AppealRow>(),
                each => each.AppealId,
                appeal => appeal.Id,
                (each, appeal) => new { File = each, Appeal = appeal }
            )
            .FirstOrDefaultAsync(cancellation);
        return
            found is null
            || ShowStatementLine.Find(Month.FromIndex(found.Appeal.Month).ToString(), found.Appeal.Line, desk) is not { } shown
            || !SeesAppeal(desk, shown.Line)
            || !store.Has(found.File.File)
            ? Results.NotFound()
            : StoredFile.Send(response, store, found.File.Name, found.File.Type, found.File.File);
    }

    /// <summary>What somebody says in the own defence is for those who settle and decide, and for the person.</summary>
    public static bool SeesAppeal(StatementDesk desk, StatementLine line) =>
        line.Key.Subject == desk.Me.StaffId
        || desk.Me.Confirms(desk.Rules, desk.Now)
        || Appealing.MayNotDecide(desk.Me, line, desk.Rules, desk.Now) is null;

    private static Words? Wrong(string text) =>
        text.Length == 0 ? StatementRefusals.NoReason.Sentence
        : text.Length > LongestReason ? StatementRefusals.TooLong.Sentence
        : null;

    private static async Task<(IReadOnlyList<AttachmentForm.Part> Files, Problem? Problem)> FilesOf(
        IFormCollection form,
        FileStore store,
        CancellationToken cancellation
    )
    {
        if (!form.Files.Any(file => file.Length > 0))
        {
            return ([], null);
        }

        var (read, problem) = await AttachmentForm.Read(form, store, cancellation);
        return (read?.Files ?? [], problem);
    }

    private static async Task<IResult> Again(
        MonthlyStatement statement,
        StatementLine line,
        StatementDesk desk,
        CaseLog log,
        string typed,
        string? decision,
        Words wrong,
        int status,
        CancellationToken cancellation
    )
    {
        var page = await ShowStatementLine.Page(statement, line, desk, log, new SettleForm.Form(), cancellation);
        var box = page.Appeal is { } appeal ? appeal with { Typed = typed, Decision = decision, Problem = wrong } : null;
        return Answer.Page<ShowStatementLine>(page with { Appeal = box, Problem = box is null ? wrong : null }, status);
    }
}
