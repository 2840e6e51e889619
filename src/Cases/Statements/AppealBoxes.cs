using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

/// <summary>The appeal of a line as its page shows it: to the person charged, and to those who settle and decide.</summary>
internal static class AppealBoxes
{
    public static async Task<AppealBox.View?> Of(
        MonthlyStatement statement,
        StatementLine line,
        StatementDesk desk,
        CancellationToken cancellation
    )
    {
        using var session = desk.Database.Read();
        var appeal = AppealForms.SeesAppeal(desk, line) ? Appealing.Find(session, statement.Month, line.Id) : null;
        var mayRaise = Appealing.MayNotAppeal(session, statement, line, desk.Me, desk.Rules, desk.Now) is null;
        if (appeal is null && !mayRaise)
        {
            return null;
        }

        return new AppealBox.View(
            $"/statements/{statement.Month}/lines/{line.Id}",
            appeal is null ? null : await Shown(appeal, session, desk, cancellation)
        )
        {
            MayRaise = mayRaise,
            MayDecide = appeal?.State == AppealState.Open && Appealing.MayNotDecide(desk.Me, line, desk.Rules, desk.Now) is null,
            Until = mayRaise ? AppealTexts.Until(Phrases.Exact(Appealing.EndOf(statement, line, desk.Rules))[..16]) : null,
        };
    }

    private static async Task<AppealBox.View.Raised> Shown(
        AppealRow appeal,
        Session session,
        StatementDesk desk,
        CancellationToken cancellation
    )
    {
        var files = await desk
            .Db.Set<AppealFileRow>()
            .AsNoTracking()
            .Where(file => file.AppealId == appeal.Id)
            .Select(file => new AppealBox.View.Sent(file.Id, file.Name))
            .ToListAsync(cancellation);
        var names = await StaffNames.Load(desk.Db, new[] { appeal.Subject, appeal.DecidedBy }.OfType<string>(), cancellation);
        return new AppealBox.View.Raised(
            AppealTexts.NameOf(appeal.State),
            appeal.State == AppealState.Open,
            appeal.Reason,
            names.Of(appeal.Subject),
            appeal.At,
            files
        )
        {
            Answer = appeal.Answer,
            DecidedBy = appeal.DecidedBy is { } by ? names.Of(by) : null,
            DecidedAt = appeal.DecidedAt,
            Next =
                appeal.State == AppealState.Accepted
                    ? Corrections.CorrectedBy(Month.FromIndex(appeal.Month), appeal.DecidedAt!.Value, StatementSql.All(session)).ToString()
                    : null,
        };
    }
}
