using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Shouwen.Cases.Contract;
using Shouwen.Demo;
using Shouwen.Organisation;
using Shouwen.Organisation.Contract;
using Shouwen.Platform;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;

namespace Shouwen.CommandLine;

/// <summary>demo: fills an empty database with a fictional group.</summary>
internal static class DemoVerb
{
    private const int CasesAtSmall = 2000;
    private const int LargeScale = 50;
    private const int DefaultSeed = 1;
    private const string DefaultUntil = "2026-10-30T17:00:00+08:00";

    public static readonly Verb Verb = new(
        "demo",
        "",
        new Words(
            $"往空数据库里填一个虚构集团：6 个项目、3,000 户、{CasesAtSmall:N0} 件案件；large 为其 {LargeScale} 倍",
            $"fills an empty database with a fictional group: 6 projects, 3,000 units, {CasesAtSmall:N0} cases; large is {LargeScale} times that"
        ),
        ["size=", "seed=", "until="],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Option("size") is { } size && size is not ("small" or "large"))
        {
            return await terminal.Complain(new Words($"--size 是 small 或 large，不是 {size}", $"--size is small or large, not {size}"));
        }

        var seedText = arguments.Option("seed") ?? DefaultSeed.ToString(CultureInfo.InvariantCulture);
        if (!int.TryParse(seedText, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            return await terminal.Complain(new Words($"--seed 是非负整数，不是 {seedText}", $"--seed is a whole number, not {seedText}"));
        }

        var untilText = arguments.Option("until") ?? DefaultUntil;
        if (!Instant.TryParse(untilText, out var until) || until < Instant.Earliest + TimeSpan.FromDays(366) || until > Instant.Latest)
        {
            return await terminal.Complain(
                new Words($"--until 不是带时区的时间：{untilText}", $"--until is not a time with an offset: {untilText}")
            );
        }

        if (RuleFolderLocation.Load().Value is not { } rules)
        {
            return await terminal.Complain(new Words("制度文件有错，见 rules lint", "the rule books are not sound, see rules lint"));
        }

        try
        {
            await using var database = DatabaseFile.OpenOrMake(arguments.Database);
            return await Fill(database, rules, arguments.Option("size") == "large" ? LargeScale : 1, seed, until, terminal);
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    private static async Task<int> Fill(Database database, RuleLibrary rules, int scale, int seed, Instant until, Terminal terminal)
    {
        await using var services = Services(database, terminal.Clock);
        await using var scope = services.CreateAsyncScope();
        if (!Empty(database))
        {
            return await terminal.Complain(
                new Words("数据库里已有数据，演示数据只填入空数据库", "the database holds data; demo data go into an empty one only")
            );
        }

        var world = new DemoWorld(scale, seed);
        var context = Context.Of(world.DeputyManager.Id, world.GeneralManager.Id);
        var log = new CaseLog(database, rules, () => context, terminal.Clock);
        var fill = new DemoFill(database, log, rules, world);
        await fill.People();
        var total = CasesAtSmall * scale;
        await fill.Cases(new DemoCases(world, seed, until).Write(total), done => Progress(terminal, done, total));
        await fill.Claims(until);
        total += await fill.Ties(until);
        var (book, tree) = (RuleFolderLocation.Ledgers(), new OrganisationTree(database, terminal.Clock));
        var ledgers = new LedgerEntries(database, book, tree);
        foreach (var entry in new DemoLedgers(world, until).Write())
        {
            await ledgers.Write(entry);
        }

        await new SlownessDecisions(database, log, book, tree).Follow(until);
        await ledgers.Follow(log, rules, until);

        await fill.Knowledge(rules.Books.Values.Select(book => book.At(until).Casebook).FirstOrDefault(each => each is not null), until);
        await new CaseIndex(database).CatchUp(CaseIndex.AtOnce);
        var (password, accounts) = await fill.Accounts(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
        await Report(world, total, password, accounts, fill.LastOwner!, terminal);
        return Verbs.Done;
    }

    private static async Task Report(
        DemoWorld world,
        int cases,
        string password,
        IReadOnlyList<(string User, string Role)> accounts,
        DemoUnit owner,
        Terminal terminal
    )
    {
        await terminal.Out.WriteLineAsync(
            new Words(
                $"已填入 {world.Projects.Count} 个项目、{world.Units.Count} 户、{world.Staff.Count} 名员工、{cases} 件案件。登录密码都是 {password}：",
                $"Filled in {world.Projects.Count} projects, {world.Units.Count} units, {world.Staff.Count} staff, {cases} cases. Everybody's password is {password}:"
            ).In(terminal.Language)
        );
        foreach (var (user, role) in accounts)
        {
            await terminal.Out.WriteLineAsync($"  {user, -16} {role}");
        }

        await terminal.Out.WriteLineAsync(
            new Words(
                $"业主入口是 /owner，例如 {owner.Owner} {owner.Phone}；验证码由 administrator 在 /owner-codes 查看（SHOUWEN_SHOW_OWNER_CODES=1）。",
                $"Owners come in at /owner, for example {owner.Owner} {owner.Phone}; administrator reads the code at /owner-codes (SHOUWEN_SHOW_OWNER_CODES=1)."
            ).In(terminal.Language)
        );
    }

    private static bool Empty(Database database)
    {
        using var db = database.Context();
        return !db.Set<Organisation.Contract.Staff>().Any() && !db.Set<Account>().Any() && !CaseLog.Any(database);
    }

    private static ServiceProvider Services(Database database, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(database, clock);
        services.AddAccounts();
        return services.BuildServiceProvider();
    }

    private static void Progress(Terminal terminal, int done, int total)
    {
        if (!Console.IsErrorRedirected)
        {
            terminal.Error.Write($"\r{done}/{total}{(done == total ? Environment.NewLine : "")}");
        }
    }
}
