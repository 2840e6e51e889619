using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.History;
using Shouwen.Cases.Inbox;
using Shouwen.Cases.Intake;
using Shouwen.Cases.Live;
using Shouwen.Cases.Model;
using Shouwen.Cases.Orders;
using Shouwen.Cases.Overview;
using Shouwen.Cases.Owners;
using Shouwen.Cases.Reading;
using Shouwen.Cases.Register;
using Shouwen.Cases.Search;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases;

public static class CasesModule
{
    public static void AddCases(this IServiceCollection services, RuleLibrary rules)
    {
        services.AddSingleton(rules);
        services.AddSingleton<RegisterWords>();
        services.AddSingleton(provider =>
        {
            var database = provider.GetRequiredService<Database>();
            return new CaseLog(
                database,
                rules,
                provider.GetRequiredService<PostHolders>().Now,
                provider.GetRequiredService<TimeProvider>()
            );
        });
        services.AddSingleton<OpenCasesOf>((session, project, ofCentreOnly) => OpenCases.Of(session, project, ofCentreOnly ? rules : null));
        services.AddHostedService<SweepLoop>();
        services.AddSingleton<CaseChanges>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseChanges>());
        services.AddSingleton<CaseIndex>();
        services.AddSingleton<CaseSearch>();
        services.AddHostedService<IndexLoop>();
        services.AddHostedService<OrphanSweep>();
        services.Configure<OpenApiOptions>("v1", options => options.AddDocumentTransformer(Api.EventDescription.AddTo));
        services.AddSingleton(new MenuEntry(InboxTexts.Title, "checks", ShowInbox.Page, 10));
        services.AddSingleton(new MenuEntry(new Words("客诉与报修", "Cases"), "inbox", "/cases", 20));
        services.AddSingleton(new MenuEntry(OverviewTexts.Title, "chart-bar", ShowDashboard.Page, 70));
    }

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        ShowRegister.Map(routes);
        ShowInbox.Map(routes);
        ChooseProject.Map(routes);
        ChooseColumns.Map(routes);
        KeepView.Map(routes);
        ExportCases.Map(routes);
        ShowDashboard.Map(routes);
        RegisterCase.Map(routes);
        WatchCases.Map(routes);
        ShowCase.Map(routes);
        ShowPhone.Map(routes);
        AttachFiles.Map(routes);
        RecordEvent.Map(routes);
        PrintOrder.Map(routes);
        ExplainCase.Map(routes);
        ShowSearch.Map(routes);
        ShowCustomer.Map(routes);
        ShowUnit.Map(routes);
        OwnCases.Map(routes);
        Api.ApiRoutes.Map(routes);
    }
}
