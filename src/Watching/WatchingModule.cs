using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Platform.Contract;
using Shouwen.Watching.Contract;
using Shouwen.Watching.Decisions;
using Shouwen.Watching.Ledgers;
using Shouwen.Watching.Messages;
using Shouwen.Watching.Model;
using Shouwen.Watching.Monthly;
using Shouwen.Watching.Scores;
using Shouwen.Watching.Urging;

namespace Shouwen.Watching;

public static class WatchingModule
{
    /// <summary>Who decides waits for no second: this is only how far the register may be behind the cases.</summary>
    private static readonly TimeSpan FollowEvery = TimeSpan.FromSeconds(20);

    public static void AddWatching(this IServiceCollection services, LedgerBook book)
    {
        services.AddSingleton(book);
        services.AddSingleton<LedgerLog>();
        services.AddSingleton<OverdueMessages>();
        services.AddSingleton<SlownessDecisions>();
        services.AddSingleton(provider => new TimedWork(
            "decisions.slowness",
            DecisionTexts.Follow,
            Rhythm.Every(FollowEvery),
            (asOf, cancellation) => provider.GetRequiredService<SlownessDecisions>().Follow(asOf, cancellation)
        ));
        services.AddSingleton(provider => new TimedWork(
            "ledgers.overdue",
            LedgerTexts.Remind,
            Rhythm.DailyAt(book.RemindsAt),
            (asOf, cancellation) => provider.GetRequiredService<OverdueMessages>().Put(asOf, cancellation)
        ));
        services.AddSingleton<MonthlyDecisions>();
        services.AddSingleton(provider => new TimedWork(
            "decisions.monthly",
            DecisionTexts.MonthlyWork,
            Rhythm.DailyAt(TimeOnly.MinValue),
            (asOf, cancellation) => provider.GetRequiredService<MonthlyDecisions>().Put(asOf, cancellation)
        ));
        services.AddWaitingToFollow();
        services.AddSingleton(new MenuEntry(WatchTexts.Menu, "notebook", ShowWatch.Page, 60));
    }

    public static void MapWatching(this IEndpointRouteBuilder routes)
    {
        ShowWatch.Map(routes);
        ShowLedgers.Map(routes);
        ShowLedger.Map(routes);
        ExportLedger.Map(routes);
        WriteEntry.Map(routes);
        ShowEntry.Map(routes);
        CorrectEntry.Map(routes);
        ChangeEntry.Map(routes);
        EntryFiles.Map(routes);
        PrintEntry.Map(routes);
        ShowCentres.Map(routes);
        PrintCentres.Map(routes);
        ExportCentres.Map(routes);
        ShowDecisions.Map(routes);
        ProposeDecision.Map(routes);
        ShowDecision.Map(routes);
        DecisionFiles.Map(routes);
    }
}
