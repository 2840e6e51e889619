using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Cases.Contract;
using Shouwen.Organisation;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Web;

namespace Shouwen.Testing;

/// <summary>The application as it is served, on a free port of this machine, over a database of its own and a clock that stands still.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string User = "周敏";
    public const string Password = "首问负责到底2026";

    /// <summary>A Monday afternoon.</summary>
    public static readonly Instant Monday = Instant.Parse("2026-10-12T15:40:00+08:00");

    /// <summary>Timers stand still, unless a test asks for them: it runs what it wants to run, and nothing happens beside it.</summary>
    private const string Timers = "Timers:Enabled";

    private static readonly Dictionary<string, string?> NoSettings = [];

    private readonly string? folder;
    private readonly Database database;
    private readonly WebApplication site;

    private TestApp(string? folder, Database database, WebApplication site, FixedClock clock)
    {
        this.folder = folder;
        this.database = database;
        this.site = site;
        Clock = clock;
    }

    public FixedClock Clock { get; }

    public Uri Url => new(site.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public CaseLog Cases => site.Services.GetRequiredService<CaseLog>();

    public IServiceProvider Services => site.Services;

    public string DatabaseFile => database.File;

    public static Task<TestApp> Start() => Start(NoSettings);

    public static async Task<TestApp> Start(IReadOnlyDictionary<string, string?> settings)
    {
        // The codes that owners get are read where an administrator of a demo reads them.
        Environment.SetEnvironmentVariable(OrganisationModule.ShowOwnerCodesSetting, "1");
        var home = Directory.CreateTempSubdirectory("shouwen-").FullName;
        return await Serve(home, Path.Combine(home, "test.db"), new FixedClock(Monday), settings);
    }

    /// <summary>Another process on the same database and clock, as far as one process can be two.</summary>
    public Task<TestApp> Beside(IReadOnlyDictionary<string, string?> settings) => Serve(null, database.File, Clock, settings);

    /// <summary>The same with one administrator, 周敏.</summary>
    public static async Task<TestApp> StartWithAccount()
    {
        var app = await Start();
        await app.AddAccount(User);
        return app;
    }

    /// <summary>The standing world: see <see cref="World"/>.</summary>
    public static Task<TestApp> StartWithWorld() => StartWithWorld(NoSettings);

    public static async Task<TestApp> StartWithWorld(IReadOnlyDictionary<string, string?> settings)
    {
        var app = await Start(settings);
        await app.AddAccount(User);
        await World.Settle(app.Services);
        return app;
    }

    public async Task AddAccount(string user)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Administrators>().Create(user, user, Password) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence.En);
        }
    }

    /// <summary>Who looked at what, oldest first.</summary>
    public IReadOnlyList<(string Staff, string Action, string Subject)> AccessNotes()
    {
        using var db = database.Context();
        return
        [
            .. db.Set<AccessNote>()
                .OrderBy(note => note.Id)
                .Select(note => new
                {
                    note.Staff,
                    note.Action,
                    note.Subject,
                })
                .AsEnumerable()
                .Select(note => (note.Staff, note.Action, note.Subject)),
        ];
    }

    /// <summary>How many appends the log holds.</summary>
    public long LogPosition()
    {
        using var session = database.Read();
        return session.Number("SELECT position FROM log_tip") ?? 0;
    }

    public async Task AddStaff(string id, string name, string post = "")
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(
            new Staff
            {
                Id = id,
                Name = name,
                Post = post,
            }
        );
        db.Add(Assignment.Always(id, Organisation.Contract.Post.Member, Place.Group));
        await db.SaveChangesAsync();
    }

    /// <summary>A browser without script: keeps cookies, does not follow redirects.</summary>
    public HttpClient Visitor() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Url };

    public async Task<HttpClient> SignedIn(string user = User)
    {
        var visitor = Visitor();
        using var answer = await visitor.Submit("/sign-in", ("User", user), ("Password", Password));
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? visitor
            : throw new InvalidOperationException($"sign-in answered {answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await database.DisposeAsync();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TestApp> Serve(string? home, string file, FixedClock clock, IReadOnlyDictionary<string, string?> settings)
    {
        var opened = Database.Open(file, Tables.Schema, WhenMissing.Create);
        var all = new Dictionary<string, string?>(settings, StringComparer.Ordinal);
        all.TryAdd(Timers, "false");
        var served = Site.Build(opened, RuleFolderLocation.Load().Value!, clock, all, "http://127.0.0.1:0");
        await served.StartAsync();
        return new TestApp(home, opened, served, clock);
    }
}
