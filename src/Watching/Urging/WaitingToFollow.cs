using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;
using Shouwen.Watching.Decisions;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Urging;

/// <summary>What waits for somebody among what is followed up: own overdue cases, slow ones to urge, decisions to take.</summary>
internal static class WaitingToFollow
{
    public static void AddWaitingToFollow(this IServiceCollection services)
    {
        services.AddSingleton<WaitsForReader>(_ => MineOverdue);
        services.AddSingleton<WaitsForReader>(provider => ToUrge(provider.GetRequiredService<RuleLibrary>()));
        services.AddSingleton<WaitsForReader>(provider =>
            ToDecide(provider.GetRequiredService<LedgerBook>(), provider.GetRequiredService<OrganisationTree>())
        );
    }

    private static Task<Waiting?> MineOverdue(Db db, ReadSession session, Reader reader, CancellationToken cancellation)
    {
        var filter = new UnfinishedFilter { Accountable = reader.Me!.StaffId, ResolveDueBefore = reader.Now };
        var count = UnfinishedCases.Count(session, reader.Me!.Scope, filter, reader.Now, Waiting.Most + 1);
        return Task.FromResult(count == 0 ? null : new Waiting(WatchTexts.MineOverdue, $"{ShowWatch.Page}?list=overdue&mine=1", count));
    }

    private static WaitsForReader ToUrge(RuleLibrary rules) =>
        (_, session, reader, _) =>
        {
            var me = reader.Me!;
            var may = rules.Books.Values.Any(book =>
                book.At(reader.Now).Records.GetValueOrDefault(Urgings.Record)?.Roles.Any(me.Is) == true
            );
            var slow = new UnfinishedFilter { Slow = true };
            return Task.FromResult(
                may
                    ? new Waiting(
                        WatchTexts.ToUrge,
                        $"{ShowWatch.Page}?list=slow",
                        UnfinishedCases.Count(session, me.Scope, slow, reader.Now, Waiting.Most + 1)
                    )
                    : null
            );
        };

    /// <summary>Nobody decides on themselves.</summary>
    private static WaitsForReader ToDecide(LedgerBook book, OrganisationTree tree) =>
        async (db, _, reader, cancellation) =>
        {
            var me = reader.Me!;
            var kinds = book.Decisions.Values.Where(kind => kind.MayDecide(me)).ToList();
            if (kinds.Count == 0)
            {
                return null;
            }

            var waiting = db.DecisionsFor(me, kinds, tree).Where(row => row.State == DecisionState.Proposed && row.Subject != me.StaffId);
            return new Waiting(DecisionTexts.ToDecide, ShowDecisions.Page, await waiting.Take(Waiting.Most + 1).CountAsync(cancellation));
        };
}
