using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Hooks;
using Shouwen.Messaging.Reading;
using Shouwen.Messaging.Sending;
using Shouwen.Messaging.Timers;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging;

public static class MessagingModule
{
    private static readonly TimeSpan SendEvery = TimeSpan.FromSeconds(1);

    public static void AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MessagingSettings.Read(configuration));
        services.AddSingleton<MessagingChannels>();
        services.TryAddSingleton<FindOutsider>((_, _) => null);
        services.AddSingleton<Dispatcher>();
        services.AddSingleton(provider => new TimedWork(
            "messages.send",
            TimerTexts.Send,
            Rhythm.Every(SendEvery),
            async (_, cancellation) => await provider.GetRequiredService<Dispatcher>().Run(cancellation)
        ));
        services.AddSingleton(provider =>
        {
            var database = provider.GetRequiredService<Database>();
            var clock = provider.GetRequiredService<TimeProvider>();
            return new Bell(
                ShowMyMessages.Page,
                person => UnreadMessages.Count(database, person, Instant.From(clock.GetUtcNow())),
                count => count == 0 ? MessagePageTexts.Bell : MessagePageTexts.UnreadCount(count)
            );
        });
        services.AddSingleton(new AdministratorPage(MessagePageTexts.All, MessagePageTexts.AllHint, ShowMessages.Page, 20));
        services.AddSingleton(new AdministratorPage(TimerTexts.Title, TimerTexts.Hint, ShowTimers.Page, 30));
        services.AddSingleton(new AdministratorPage(HookTexts.Title, HookTexts.Hint, ShowHooks.Page, 25));
        services.AddTimers();
    }

    public static void MapMessaging(this IEndpointRouteBuilder routes)
    {
        ShowMyMessages.Map(routes);
        ShowMessages.Map(routes);
        ShowMessage.Map(routes);
        ShowTimers.Map(routes);
        ShowHooks.Map(routes);
        ShowHook.Map(routes);
    }

    private static void AddTimers(this IServiceCollection services)
    {
        services.AddSingleton<TimerBoard>();
        services.AddSingleton<Schedule>();
        services.AddHostedService(provider => provider.GetRequiredService<Schedule>());
    }
}
