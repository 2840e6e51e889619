using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Contract;
using Shouwen.RuleDesk.Drafting;
using Shouwen.RuleDesk.Publishing;
using Shouwen.RuleDesk.Reading;
using Shouwen.RuleDesk.Simulating;

namespace Shouwen.RuleDesk;

public static class RuleDeskModule
{
    /// <summary>Well within the notice of a publication, so that every process knows it before it counts.</summary>
    private static readonly TimeSpan TakeOverEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SimulateEvery = TimeSpan.FromSeconds(2);

    public static void AddRuleDesk(this IServiceCollection services)
    {
        services.AddSingleton(new MenuEntry(BookTexts.Title, "book", ShowBooks.Page, 80));
        services.AddSingleton<PublishedBooks>();
        services.AddSingleton(provider => new TimedWork(
            "rules.takeover",
            PublicationTexts.TakeOver,
            Rhythm.Every(TakeOverEvery),
            (_, _) => Task.FromResult(provider.GetRequiredService<PublishedBooks>().TakeOver())
        ));
        services.AddSingleton<SimulationRunner>();
        services.AddSingleton(provider => new TimedWork(
            "rules.simulate",
            SimulationTexts.Title,
            Rhythm.Every(SimulateEvery),
            (_, cancellation) => provider.GetRequiredService<SimulationRunner>().Run(cancellation)
        ));
    }

    public static void MapRuleDesk(this IEndpointRouteBuilder routes)
    {
        ShowBooks.Map(routes);
        ShowBook.Map(routes);
        CompareBooks.Map(routes);
        BeginDraft.Map(routes);
        EditDraft.Map(routes);
        PublishDraft.Map(routes);
        BeginSimulation.Map(routes);
        ShowSimulation.Map(routes);
    }
}
