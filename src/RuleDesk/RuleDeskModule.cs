using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Drafting;
using Shouwen.RuleDesk.Reading;

namespace Shouwen.RuleDesk;

public static class RuleDeskModule
{
    public static void AddRuleDesk(this IServiceCollection services) =>
        services.AddSingleton(new MenuEntry(BookTexts.Title, "book", ShowBooks.Page, 80));

    public static void MapRuleDesk(this IEndpointRouteBuilder routes)
    {
        ShowBooks.Map(routes);
        ShowBook.Map(routes);
        CompareBooks.Map(routes);
        BeginDraft.Map(routes);
        EditDraft.Map(routes);
    }
}
