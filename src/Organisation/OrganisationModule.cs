using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Accounts;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Exchange;
using Shouwen.Organisation.Owners;
using Shouwen.Organisation.Places;
using Shouwen.Organisation.Posts;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation;

public static class OrganisationModule
{
    internal const int AttemptsBeforeLock = 5;
    internal const int LockMinutes = 15;

    /// <summary>Accounts without the web: for the command line.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<Administrators>();
        return services
            .AddIdentityCore<Account>(options =>
            {
                // Chinese names are user names too. Length is what makes a password hard; rules of composition do not.
                options.User.AllowedUserNameCharacters = null!;
                options.Password.RequiredLength = AccountRefusals.ShortestPassword;
                options.Password.RequiredUniqueChars = 4;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLock;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(LockMinutes);
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<AccountStore>();
    }

    public static void AddOrganisation(this IServiceCollection services)
    {
        services.AddAccounts().AddSignInManager<Door>().AddTokenProvider<OnceOnlyCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            // A passkey replaces password and code together, so the device must know its holder; and it must know the
            // account, since nobody types a name first.
            passkey.UserVerificationRequirement = "required";
            passkey.ResidentKeyRequirement = "required";
        });
        services.AddSingleton<OrganisationTree>();
        services.AddSingleton<ScopeOfPlace>(provider => provider.GetRequiredService<OrganisationTree>().ScopeOf);
        services.AddSingleton<PostHolders>();
        services.AddSingleton<Model.Places>();
        services.AddSingleton<HandCentreOver>(provider =>
        {
            var (places, rules) = (provider.GetRequiredService<Model.Places>(), provider.GetRequiredService<RuleLibrary>());
            return (session, project, to, now, handOverCases) =>
                rules.CentreTermsAt(now) is { } terms
                    ? places.HandOver(session, project, to, terms, now, handOverCases)
                    : Model.Refusals.CentreMissing;
        });
        services.AddSingleton<OwnerCodes>();
        services.AddSingleton<CentreCalendar>();
        services.AddSingleton(provider => new TimedWork(
            "centres.close",
            PlaceTexts.CloseCentres,
            Rhythm.Every(CentreCalendar.Every),
            (asOf, cancellation) => provider.GetRequiredService<CentreCalendar>().Run(asOf, cancellation)
        ));
        services.AddSingleton<FirstLink>();
        services.AddSingleton<PasswordLinks>();
        services.AddSingleton<KnownCallers>();
        services.AddSingleton(provider => new StillSignedIn(provider.GetRequiredService<KnownCallers>()));
        services.AddSingleton<Sessions>();
        services.AddSingleton<WrongNames>();
        services.AddFrontDoor();
    }

    /// <summary>For a trial or demo without messages: codes on their way to owners can be read by an administrator.</summary>
    public static void ShowOwnerCodesToAdministrators(this IServiceCollection services)
    {
        services.AddSingleton<CodeBoard>();
        services.AddSingleton<WhenOwnerCodeIssued>(provider => provider.GetRequiredService<CodeBoard>().Put);
    }

    /// <summary>The setting that does so outside development.</summary>
    public const string ShowOwnerCodesSetting = CodeBoard.Setting;

    public static void MapOrganisation(this IEndpointRouteBuilder routes)
    {
        SignIn.Map(routes);
        EnterCode.Map(routes);
        SignInWithPasskey.Map(routes);
        FirstAdministrator.Map(routes);
        SetPassword.Map(routes);
        ShowAccount.Map(routes);
        ChangePassword.Map(routes);
        SetUpCodes.Map(routes);
        ManageCodes.Map(routes);
        ManagePasskeys.Map(routes);
        ShowStaff.Map(routes);
        ShowPerson.Map(routes);
        ShowOrganisation.Map(routes);
        AddPlace.Map(routes);
        ShowPlace.Map(routes);
        Closures.Map(routes);
        ExportOrganisation.Map(routes);
        ImportOrganisation.Map(routes);
        Appoint.Map(routes);
        ShowAssignment.Map(routes);
        StaffAccount.Map(routes);
        ShowTokens.Map(routes);
        WhoAmI.Map(routes);
        OwnerSignIn.Map(routes);
        OpenLink.Map(routes);
        ShowOwnerCodes.Map(routes);
    }
}
