using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouwen.Cases.Absences;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Claims;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Cooperation;
using Shouwen.Cases.Help;
using Shouwen.Cases.History;
using Shouwen.Cases.Inbox;
using Shouwen.Cases.Intake;
using Shouwen.Cases.Live;
using Shouwen.Cases.Matters;
using Shouwen.Cases.Messages;
using Shouwen.Cases.Model;
using Shouwen.Cases.Orders;
using Shouwen.Cases.Overview;
using Shouwen.Cases.Owners;
using Shouwen.Cases.Rankings;
using Shouwen.Cases.Rating;
using Shouwen.Cases.Reading;
using Shouwen.Cases.Register;
using Shouwen.Cases.Relating;
using Shouwen.Cases.Search;
using Shouwen.Cases.Statements;
using Shouwen.Cases.Transfer;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases;

public static class CasesModule
{
    /// <summary>Lists may be this much behind; a single case's page computes its own.</summary>
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan IndexEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>What a migration made without; at start, and seldom again.</summary>
    private static readonly TimeSpan InitialsEvery = TimeSpan.FromHours(6);
    private static readonly TimeSpan LearnEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OrphansEvery = TimeSpan.FromHours(6);

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
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<OrganisationTree>().UpFrom
            );
        });
        services.AddSingleton<OpenCasesOf>((session, project, ofCentreOnly) => OpenCases.Of(session, project, ofCentreOnly ? rules : null));
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<CaseLinks>();
        services.AddSingleton<CaseOfLink>(CaseLinks.CaseOf);
        services.AddSingleton<FindOutsider>(provider => provider.GetRequiredService<CaseLinks>().Find);
        services.AddSingleton<CaseChanges>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseChanges>());
        services.AddSingleton<CaseIndex>();
        services.AddSingleton<CaseSearch>();
        services.AddSingleton<LearntCategories>();
        services.AddTimedWork(rules);
        services.AddStatements();
        services.AddWaitingCases();
        services.Configure<OpenApiOptions>("v1", options => options.AddDocumentTransformer(Api.EventDescription.AddTo));
        services.AddSingleton(
            new RegisterButton(ActingTexts.NewCase, (me, now) => rules.MayOpen(me, now).Any() ? RegisterCase.Page : RegisterMatter.Page)
        );
        services.AddSingleton(new MenuEntry(InboxTexts.Title, "checks", ShowInbox.Page, 10));
        services.AddSingleton(new MenuEntry(MatterTexts.Menu, "message-plus", ShowMatters.Page, 25));
        services.AddSingleton(new MenuEntry(new Words("客诉与报修", "Cases"), "inbox", "/cases", 20));
        services.AddSingleton(new MenuEntry(StatementTexts.Menu, "receipt", ShowStatements.Page, 60));
        services.AddSingleton(new MenuEntry(ClaimTexts.Claims, "coin-yuan", ShowClaims.Page, 50));
        services.AddSingleton(new MenuEntry(OverviewTexts.Title, "chart-bar", ShowDashboard.Page, 70));
    }

    private static void AddTimedWork(this IServiceCollection services, RuleLibrary rules)
    {
        services.AddSingleton(provider => new TimedWork(
            "cases.sweep",
            MessageWords.Sweep,
            Rhythm.Every(SweepEvery),
            async (asOf, cancellation) => await provider.GetRequiredService<CaseLog>().Sweep(asOf, cancellation)
        ));
        services.AddSingleton(provider =>
        {
            WarnWithoutPinyin(provider.GetRequiredService<ILogger<CaseIndex>>());
            return new TimedWork(
                "cases.index",
                MessageWords.Index,
                Rhythm.Every(IndexEvery),
                (_, cancellation) => provider.GetRequiredService<CaseIndex>().CatchUp(CaseIndex.WhileServing, cancellation: cancellation)
            );
        });
        services.AddSingleton(provider => new TimedWork(
            "customers.initials",
            new Words("补全客户姓名首字母", "Give customers their initials"),
            Rhythm.Every(InitialsEvery),
            async (_, cancellation) => await CustomerInitials.FillMissing(provider.GetRequiredService<Database>(), cancellation)
        ));
        services.AddSingleton(provider => new TimedWork(
            "categories.learn",
            IntakeTexts.Learn,
            Rhythm.Every(LearnEvery),
            (asOf, cancellation) =>
                Task.Run(() => provider.GetRequiredService<LearntCategories>().CatchUp(asOf, cancellation), cancellation)
        ));
        services.AddSingleton(provider => new TimedWork(
            "attachments.orphans",
            MessageWords.Orphans,
            Rhythm.Every(OrphansEvery),
            (_, cancellation) => provider.GetRequiredService<OrphanSweep>().Run(cancellation)
        ));
        services.AddSingleton<OrphanSweep>();
        services.AddSingleton<CentreWarnings>();
        services.AddSingleton(provider => new TimedWork(
            "centres.warn",
            TransferTexts.Warn,
            Rhythm.DailyAt(CentreWarnings.TimeOf(rules, Instant.From(provider.GetRequiredService<TimeProvider>().GetUtcNow()))),
            (asOf, cancellation) => provider.GetRequiredService<CentreWarnings>().Put(asOf, cancellation)
        ));
        services.AddSingleton<DailyLists>();
        services.AddSingleton(provider => new TimedWork(
            "messages.lists",
            MessageWords.Lists,
            Rhythm.DailyAt(DailyLists.EarliestTime(rules, Instant.From(provider.GetRequiredService<TimeProvider>().GetUtcNow()))),
            (asOf, cancellation) => provider.GetRequiredService<DailyLists>().Put(asOf, cancellation)
        ));
    }

    private static void AddStatements(this IServiceCollection services)
    {
        services.AddSingleton<MonthlyDraft>();
        services.AddSingleton(provider => new TimedWork(
            "statements.draft",
            StatementTexts.DraftWork,
            Rhythm.DailyAt(TimeOnly.MinValue),
            (asOf, cancellation) => provider.GetRequiredService<MonthlyDraft>().Put(asOf, cancellation)
        ));
    }

    private static void WarnWithoutPinyin(ILogger<CaseIndex> logger)
    {
        if (!Pinyin.IsAvailable)
        {
            logger.LogWarning(
                "This machine has no ICU with Chinese collation: nothing can be found by pinyin initials. Install libicu with its data and start again"
            );
        }
    }

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        ShowRegister.Map(routes);
        ShowInbox.Map(routes);
        ShowMatters.Map(routes);
        RegisterMatter.Map(routes);
        ChooseProject.Map(routes);
        ChooseColumns.Map(routes);
        KeepView.Map(routes);
        ExportCases.Map(routes);
        PrintCases.Map(routes);
        ShowDashboard.Map(routes);
        ShowHelp.Map(routes);
        ShowCooperation.Map(routes);
        RegisterCase.Map(routes);
        SuggestCategory.Map(routes);
        WatchCases.Map(routes);
        ShowCase.Map(routes);
        ShowPhone.Map(routes);
        AttachFiles.Map(routes);
        RecordEvent.Map(routes);
        AddRecord.Map(routes);
        MergeCase.Map(routes);
        ShowMerged.Map(routes);
        GroupCases.Map(routes);
        ChangeGroup.Map(routes);
        HandOverCentre.Map(routes);
        PrintOrder.Map(routes);
        ExplainCase.Map(routes);
        WhyNot.Map(routes);
        ShowClaim.Map(routes);
        ShowClaims.Map(routes);
        ClaimFigures.Map(routes);
        ExportClaims.Map(routes);
        ShowSearch.Map(routes);
        ShowCustomer.Map(routes);
        ShowUnit.Map(routes);
        OwnCases.Map(routes);
        StatementRoutes.Map(routes);
        ShowRanking.Map(routes);
        ShowFigure.Map(routes);
        PrintBulletin.Map(routes);
        ExportRanking.Map(routes);
        ShowSpecialists.Map(routes);
        PrintSpecialists.Map(routes);
        ExportSpecialists.Map(routes);
        ReportMatter.Map(routes);
        OwnCase.Map(routes);
        OwnFile.Map(routes);
        SignCase.Map(routes);
        RateCase.Map(routes);
        ReopenCase.Map(routes);
        ShowLink.Map(routes);
        RateDesk.Map(routes);
        Api.ApiRoutes.Map(routes);
    }
}
