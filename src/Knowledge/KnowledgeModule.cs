using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Cases.Contract;
using Shouwen.Knowledge.Articles;
using Shouwen.Knowledge.Casebook;
using Shouwen.Knowledge.Reviews;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge;

public static class KnowledgeModule
{
    public static void AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton(new IntakePanel(typeof(ArticlesBeside)));
        services.AddSingleton<OfferOnCase>(provider =>
            new CasebookOffer(provider.GetRequiredService<Database>(), provider.GetRequiredService<RuleLibrary>()).For
        );
        services.AddSingleton(new MenuEntry(ArticleTexts.Title, "book", ShowArticles.Page, 40));
    }

    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        ShowArticles.Map(routes);
        EditArticle.Map(routes);
        ShowArticle.Map(routes);
        ShowVersion.Map(routes);
        BestArticles.Map(routes);
        ListArticles.Map(routes);
        ShowCasebook.Map(routes);
        ShowEntry.Map(routes);
        KeepCase.Map(routes);
        EditEntry.Map(routes);
        ShowReviews.Map(routes);
        BeginReview.Map(routes);
        ShowReview.Map(routes);
        TickEntry.Map(routes);
        PrintReview.Map(routes);
    }
}
