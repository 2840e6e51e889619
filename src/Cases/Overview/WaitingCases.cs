using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Cases.Claims;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Inbox;
using Shouwen.Cases.Register;
using Shouwen.Cases.Statements;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Overview;

/// <summary>What waits for somebody among the cases: steps, claims to approve, statements to deliver.</summary>
internal static class WaitingCases
{
    public static void AddWaitingCases(this IServiceCollection services)
    {
        services.AddSingleton<WaitsForReader>(provider => Steps(provider.GetRequiredService<RuleLibrary>()));
        services.AddSingleton<WaitsForReader>(_ => Claims);
        services.AddSingleton<WaitsForReader>(provider => Statements(provider.GetRequiredService<RuleLibrary>()));
    }

    private static WaitsForReader Steps(RuleLibrary rules) =>
        (_, session, reader, _) =>
        {
            var turn = new MyTurn(reader.Me!, rules, reader.Now);
            var walk = new RegisterWalk(new RegisterFilter(), reader.Me!.Projects, null, turn);
            var count = walk.Page(session, Waiting.Most + 1).Cases.Count;
            return count == 0 && turn.IsByNameOnly ? Nothing : Tile(InboxTexts.Title, ShowInbox.Page, count);
        };

    private static async Task<Waiting?> Claims(Db db, ReadSession session, Reader reader, CancellationToken cancellation)
    {
        var mine = db.Claims(reader.Me!, ClaimChoice.Mine).Take(Waiting.Most + 1);
        return await mine.CountAsync(cancellation) is > 0 and var count
            ? new Waiting(ClaimTexts.WaitingForMe, $"{ShowClaims.Page}?of={EnumCode.Of(ClaimChoice.Mine)}", count)
            : null;
    }

    private static WaitsForReader Statements(RuleLibrary rules) =>
        (_, session, reader, _) =>
        {
            if (!reader.Me!.Confirms(rules, reader.Now) || StatementSql.First(session) is not { } first)
            {
                return Nothing;
            }

            var ended = reader.Now.Month.Index - first.Index;
            return Tile(StatementTexts.ToDeliver, ShowStatements.Page, Math.Max(0, ended - StatementSql.All(session).Count));
        };

    private static Task<Waiting?> Nothing => Task.FromResult<Waiting?>(null);

    private static Task<Waiting?> Tile(Words name, string href, int count) => Task.FromResult<Waiting?>(new Waiting(name, href, count));
}
