using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>One line with its reason, what was decided about it, and the form of whoever decides next.</summary>
public sealed partial class ShowStatementLine
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/statements/{month}/lines/{line}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/statements/{month}/lines/{line}/decisions", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(string Month, string Back, string Name, StatementLines.View.Line Line, Instant FirstAt, Instant LastAt)
    {
        public Words? Notice { get; init; }
        public Words? Problem { get; init; }
        public Why.View? Why { get; init; }
        public required IReadOnlyList<Entry> History { get; init; }
        public SettleForm.View? Form { get; init; }
        public AppealBox.View? Appeal { get; init; }

        public sealed record Entry(Words Outcome, string? Reason, string? Document, string By, Instant At, bool Holds);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string month,
        string line,
        string? done,
        [AsParameters] StatementDesk desk,
        CaseLog log,
        CancellationToken cancellation
    ) =>
        Find(month, line, desk) is var (statement, found)
            ? Answer.Page<ShowStatementLine>(
                await Page(statement, found, desk, log, new SettleForm.Form(), cancellation) with
                {
                    Notice = StatementTexts.Done(done),
                }
            )
            : Results.NotFound();

    private static async Task<IResult> Post(
        string month,
        string line,
        HttpContext http,
        [AsParameters] StatementDesk desk,
        CaseLog log,
        CancellationToken cancellation
    )
    {
        if (Find(month, line, desk) is not var (statement, found))
        {
            return Results.NotFound();
        }

        var input = SettleForm.Form.Read(await http.Request.ReadFormAsync(cancellation));
        if (Settling.MayNotSettle(desk.Me, found, desk.Rules, desk.Now) is { } forbidden)
        {
            var view = await Page(statement, found, desk, log, input, cancellation);
            return Answer.Page<ShowStatementLine>(view with { Problem = forbidden.Sentence }, StatusCodes.Status403Forbidden);
        }

        var verdict = input.Read(found, desk.Me.StaffId, desk.Now, out var wrong);
        var refusal =
            verdict is null ? null
            : input.Seen != SettleForm.Form.SeenOf(found) ? StatementRefusals.LineMoved
            : await desk.Database.Writer.Write(
                session => Settling.Settle(session, statement.Month, found, verdict, desk.Me, desk.Rules),
                cancellation
            );
        if (verdict is not null && refusal is null)
        {
            return Answer.SeeOther($"/statements/{statement.Month}/lines/{found.Id}?done=settled");
        }

        var again = await Page(statement, found, desk, log, input, cancellation);
        return Answer.Page<ShowStatementLine>(
            again with
            {
                Problem = refusal?.Sentence,
                Form = again.Form is { } form ? form with { Problems = wrong } : null,
            },
            refusal is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict
        );
    }

    /// <summary>The page again with the sentence of a refusal.</summary>
    internal static async Task<IResult> Refused(
        MonthlyStatement statement,
        StatementLine line,
        StatementDesk desk,
        CaseLog log,
        Refusal refusal,
        CancellationToken cancellation
    )
    {
        var page = await Page(statement, line, desk, log, new SettleForm.Form(), cancellation);
        var forbidden = refusal.Code is "role.forbidden" or "appeal.notYours";
        return Answer.Page<ShowStatementLine>(
            page with
            {
                Problem = refusal.Sentence,
            },
            forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict
        );
    }

    /// <summary>A line in scope, or the reader's own wherever its case lies.</summary>
    internal static (MonthlyStatement Statement, StatementLine Line)? Find(string month, string line, StatementDesk desk)
    {
        var seen = desk.Open(month);
        if (seen?.Find(line) is { } found)
        {
            return (seen, found);
        }

        var own = desk.OpenOwn(month);
        return own?.Find(line) is { } mine ? (own, mine) : null;
    }

    internal static async Task<View> Page(
        MonthlyStatement statement,
        StatementLine line,
        StatementDesk desk,
        CaseLog log,
        SettleForm.Form input,
        CancellationToken cancellation
    )
    {
        var month = statement.Month.ToString();
        var history = History(statement, line, desk);
        var words = await desk.Words(statement, cancellation);
        var names = await StaffNames.Load(desk.Db, history.Select(entry => entry.Verdict.By).OfType<string>(), cancellation);
        return new View(
            month,
            desk.Sees ? $"/statements/{month}" : ShowMyStatements.Page,
            words.NameOf(line.Key.Subject),
            words.Of(line),
            line.FirstAt,
            line.LastAt
        )
        {
            Why = await Reason(line, desk, log, cancellation),
            History =
            [
                .. history.Select(entry => new View.Entry(
                    entry.Verdict.Choice is { } choice
                        ? CasePenalties.Choice(words.Version(line), choice)
                        : LineWords.NameOf(entry.Verdict.Outcome),
                    entry.Verdict.Reason,
                    entry.Verdict.Document,
                    entry.Verdict.By is { } by ? names.Of(by) : desk.Reader.Say(StatementTexts.CommandLine),
                    entry.Verdict.At,
                    entry.About == line.Charge
                )),
            ],
            Form = FormOf(statement, line, words.Version(line), desk, input),
            Appeal = await AppealBoxes.Of(statement, line, desk, cancellation),
        };
    }

    /// <summary>The newest first. What delivering confirmed by itself has no row of its own.</summary>
    private static List<(Verdict Verdict, Charge About)> History(MonthlyStatement statement, StatementLine line, StatementDesk desk)
    {
        using var session = desk.Database.Read();
        var decisions = StatementSql
            .Decisions(session, statement.Month)
            .Where(each => each.Line == line.Id)
            .Select(each => (each.Verdict, each.About))
            .Reverse()
            .ToList();
        return statement.IsDelivered && decisions.Count == 0 && line.Verdict is { } delivered ? [(delivered, line.Charge)] : decisions;
    }

    private static SettleForm.View? FormOf(
        MonthlyStatement statement,
        StatementLine line,
        RuleVersion version,
        StatementDesk desk,
        SettleForm.Form input
    )
    {
        var isOpen = !statement.IsDelivered && desk.Now >= MonthlyStatement.EndOf(statement.Month);
        if (!isOpen || Settling.MayNotSettle(desk.Me, line, desk.Rules, desk.Now) is not null)
        {
            return null;
        }

        var measures = line.IsDecision ? Measure.In(line.Decision!) : [];
        return new SettleForm.View(
            $"/statements/{statement.Month}/lines/{line.Id}/decisions",
            [
                .. measures.Select(each => new SettleForm.View.Option(
                    each.Code,
                    each.IsShare ? StatementTexts.ShareOf(each.Low, each.High) : version.Term("measures", each.Code),
                    each.Low,
                    each.High
                )),
            ],
            !line.Charge.GivesBack,
            input with
            {
                Seen = SettleForm.Form.SeenOf(line),
            }
        );
    }

    /// <summary>The engine's explanation of the charge as the case stands now; null when the case no longer has it.</summary>
    private static async Task<Why.View?> Reason(StatementLine line, StatementDesk desk, CaseLog log, CancellationToken cancellation)
    {
        if (
            log.LoadItself(line.Key.Case) is not { } file
            || file.Judgement.Penalties.FirstOrDefault(item => KeyOf(line.Key.Case, item) == line.Key) is not { } item
        )
        {
            return null;
        }

        var names = await StaffNames.Load(desk.Db, file.Events.Select(each => each.By).OfType<string>(), cancellation);
        return CaseReasons.Of(file, names, Explanation.Of(file.History, file.Judgement, item), provisional: false);
    }

    private static ChargeKey KeyOf(string number, Penalty item) =>
        new(number, item.Clause, item.Cycle, item.Subject, item.Role, item.Month);
}
