using Microsoft.AspNetCore.Connections;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Web;

namespace Shouwen.CommandLine;

/// <summary>serve: the web application until it is told to stop.</summary>
internal static class ServeVerb
{
    private const string DefaultUrl = "http://localhost:5080";

    public static readonly Verb Verb = new(
        "serve",
        "[--urls http://localhost:5080]",
        new Words("启动网页应用；Ctrl+C 停止", "starts the web application; Ctrl+C stops it"),
        ["urls="],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        var urls = (arguments.Option("urls") ?? DefaultUrl).Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (urls.FirstOrDefault(url => !IsAddress(url)) is { } wrong || urls.Length == 0)
        {
            return await terminal.Complain(new Words("--urls 要写成 http://主机:端口", "--urls is written http://host:port"));
        }

        var rules = RuleFolderLocation.Load();
        if (rules.Value is null)
        {
            return await terminal.Complain(rules.Findings[0].Sentence);
        }

        try
        {
            await using var database = DatabaseFile.OpenOrMake(arguments.Database);
            return await Serve(database, rules.Value, urls, terminal);
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
        catch (UnusableSettingException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    private static async Task<int> Serve(Database database, RuleLibrary rules, string[] urls, Terminal terminal)
    {
        await using var site = Site.Build(database, rules, terminal.Clock, urls);
        try
        {
            await site.StartAsync();
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            var taken = string.Join(", ", urls);
            return await terminal.Complain(
                new Words(
                    $"{taken} 已被别的程序占用；用 --urls 换一个端口",
                    $"{taken} is in use by another program; choose another port with --urls"
                )
            );
        }

        await Greet(site, terminal);
        await site.WaitForShutdownAsync();
        return Verbs.Done;
    }

    private static async Task Greet(WebApplication site, Terminal terminal)
    {
        var address = site.Urls.First();
        await terminal.Say(new Words($"首问已启动：{address}", $"Shouwen is serving at {address}"));
        if (Administrators.NobodyYet(site.Services.GetRequiredService<Database>()))
        {
            var link = address + site.Services.GetRequiredService<FirstLink>().Open();
            await terminal.Say(
                new Words(
                    $"还没有账号。用这个一次性链接建立第一位管理员：{link}",
                    $"There is no account yet. Create the first administrator at this one-time link: {link}"
                )
            );
        }
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(
            url.Replace("://*", "://host", StringComparison.Ordinal).Replace("://+", "://host", StringComparison.Ordinal),
            UriKind.Absolute,
            out var uri
        ) && uri.Scheme is "http" or "https";
}
