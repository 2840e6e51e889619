using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Cases.Contract;
using Shouwen.Organisation;
using Shouwen.Organisation.Contract;
using Shouwen.Platform;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Bench;

/// <summary>A group of up to 300 projects, each with more than a page of open cases, with an archive of closed cases and one case in twenty open, and two people who look at it.</summary>
internal static class BenchWorld
{
    /// <summary>Sees the whole group.</summary>
    public const string Wide = "wide";

    /// <summary>Sees one project.</summary>
    public const string Narrow = "narrow";

    public const string Password = "首问负责到底2026";
    private const int MostProjects = 300;

    /// <summary>So that who sees one project sees a whole page of open cases in a small group as in a large one.</summary>
    private const int LeastCasesOfProject = 1_250;
    private const int OpenOneIn = 20;
    private const int Chunk = 2_000;

    private static readonly string[] Demands =
    [
        "厨房下水管渗水，楼下也有水渍",
        "门禁卡失效，晚上进不了单元门",
        "电梯异响，停层不准",
        "外墙渗漏，雨天墙面起皮，要求修复并恢复墙面",
        "车位被占，物业多次协调无果",
    ];

    public static async Task Fill(string file, int count, TimeProvider clock)
    {
        if (File.Exists(file))
        {
            return;
        }

        await using var database = Database.Open(file + ".new", Tables.Schema, WhenMissing.Create);
        var projects = Math.Clamp(count / LeastCasesOfProject, 8, MostProjects);
        await Settle(database, projects, clock);
        var rules = RuleFolderLocation.Load().Value!;
        var log = new CaseLog(database, rules, () => Context.Unknown, clock);
        var categories = rules.Books["group"].Latest.Categories.Keys.Order(StringComparer.Ordinal).ToList();
        var now = Instant.From(clock.GetUtcNow());
        var random = new Random(1);
        var watch = Stopwatch.StartNew();
        var under = new Queue<Task<IReadOnlyList<CaseAnswer>>>();
        for (var first = 0; first < count; first += Chunk)
        {
            var some = Enumerable
                .Range(first, Math.Min(Chunk, count - first))
                .Select(i => Case(i, count, projects, now, categories, random))
                .ToList();
            under.Enqueue(log.OpenMany(some));
            while (under.Count > 2 || (first + Chunk >= count && under.Count > 0))
            {
                if ((await under.Dequeue()).FirstOrDefault(answer => !answer.Done) is { } bad)
                {
                    throw new InvalidOperationException(bad.Refusal?.Sentence.En ?? bad.Malformed?.Sentence.En ?? "already there");
                }
            }
        }

        await database.DisposeAsync();
        File.Move(file + ".new", file);
        Console.WriteLine($"filled {count:N0} cases in {watch.Elapsed.TotalSeconds:N0} s");
    }

    /// <summary>Some numbers to ask for, from all over the years.</summary>
    public static IReadOnlyList<string> Numbers(string file)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number FROM cases WHERE case_id % max(1, (SELECT max(case_id) FROM cases) / 5000) = 0";
        using var rows = command.ExecuteReader();
        var numbers = new List<string>();
        while (rows.Read())
        {
            numbers.Add(Uri.EscapeDataString(rows.GetString(0)));
        }

        return numbers;
    }

    private static async Task Settle(Database database, int projects, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(database, clock);
        services.AddAccounts();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(Place(Organisation.Contract.Place.Group, null, PlaceKind.Group, "首问置业集团"));
        for (var i = 0; i < projects; i++)
        {
            db.Add(Place(Code(i), Organisation.Contract.Place.Group, PlaceKind.Project, $"项目{i}"));
            db.Add(new Project { Code = Code(i), Name = $"星河{i}" });
        }

        db.AddRange(new Staff { Id = Wide, Name = Wide }, Assignment.Always(Wide, Post.Reader, Organisation.Contract.Place.Group));
        db.AddRange(new Staff { Id = Narrow, Name = Narrow }, Assignment.Always(Narrow, Post.Specialist, Code(7)));
        await db.SaveChangesAsync();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var person in new[] { Wide, Narrow })
        {
            var made = await accounts.CreateAsync(new Account { UserName = person, StaffId = person }, Password);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException(made.Errors.First().Description);
            }
        }
    }

    /// <summary>Ten years of closed cases, in the order in which they came; the open ones are a fortnight old at most.</summary>
    private static NewCase Case(int i, int count, int projects, Instant now, List<string> categories, Random random)
    {
        var category = categories[random.Next(categories.Count)];
        var project = Code(random.Next(projects));
        var unit = $"{random.Next(1, 12)}-{random.Next(1, 3)}-{random.Next(1, 33)}0{random.Next(1, 5)}";
        var customer = new Customer("李女士", $"1990{random.Next(1_000_000, 9_999_999)}");
        var demand = Demands[random.Next(Demands.Length)] + i.ToString(CultureInfo.InvariantCulture);
        return i % OpenOneIn == 0
            ? Open(now - TimeSpan.FromMinutes(random.Next(10, 20_000)), project, unit, category, demand, random) with
            {
                Customer = customer,
            }
            : Closed(
                now - TimeSpan.FromDays(15) - (TimeSpan.FromDays(3650) * (1 - ((double)i / count))),
                project,
                unit,
                category,
                demand,
                random
            ) with
            {
                Customer = customer,
            };
    }

    private static NewCase Closed(Instant opened, string project, string unit, string category, string demand, Random random) =>
        new(
            "historic",
            [
                NewEvent.Of(EventType.CaseOpened, opened, null, Facts(unit, category, demand, "")),
                NewEvent.Of(EventType.CaseClosed, opened + TimeSpan.FromHours(random.Next(1, 300)), "s1", """{"text":"已处理"}"""),
            ]
        )
        {
            Project = project,
        };

    private static NewCase Open(Instant opened, string project, string unit, string category, string demand, Random random)
    {
        var contact = $"\"contactEndedAt\":\"{opened}\",";
        var minute = TimeSpan.FromMinutes(1);
        var events = new List<NewEvent> { NewEvent.Of(EventType.CaseOpened, opened, "s1", Facts(unit, category, demand, contact)) };
        if (random.Next(4) > 0)
        {
            var required = opened + TimeSpan.FromDays(random.Next(3, 30));
            events.Add(NewEvent.Of(EventType.OrderSubmitted, opened + minute, "s1", $$"""{"requiredBy":"{{required}}"}"""));
            events.Add(NewEvent.Of(EventType.OrderApproved, opened + (2 * minute), "d", "{}"));
            events.Add(
                NewEvent.Of(
                    EventType.OrderIssued,
                    opened + (3 * minute),
                    "g",
                    """{"department":"property","accountable":"p1","leader":"l1","chairman":"c1"}"""
                )
            );
            events.Add(NewEvent.Of(EventType.VisitMade, opened + (4 * minute), "p1", "{}"));
            events.Add(NewEvent.Of(EventType.PlanRecorded, opened + (5 * minute), "p1", "{}"));
        }

        if (random.Next(40) == 0)
        {
            var nature = random.Next(2) == 0 ? "major" : "group";
            events.Add(NewEvent.Of(EventType.CaseNatured, opened + (6 * minute), "g", $$"""{"nature":"{{nature}}"}"""));
        }

        return new NewCase("group", events) { Project = project };
    }

    private static string Facts(string unit, string category, string demand, string contact) =>
        $$"""{"channel":"phone",{{contact}}"category":"{{category}}","unit":"{{unit}}","demand":"{{demand}}"}""";

    private static string Code(int i) => $"P{i:000}";

    private static Place Place(string id, string? parent, PlaceKind kind, string name) =>
        new()
        {
            Id = id,
            ParentId = parent,
            Kind = kind,
            Name = name,
        };
}
