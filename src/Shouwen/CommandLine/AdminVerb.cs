using System.Security.Cryptography;
using Shouwen.Organisation;
using Shouwen.Organisation.Contract;
using Shouwen.Platform;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>admin create: an administrator with a staff record, without a browser.</summary>
internal static class AdminVerb
{
    /// <summary>Letters and digits that cannot be mistaken for each other when read aloud.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 16;

    public static readonly Verb Verb = new(
        "admin create",
        "--name NAME [--user USER] [--password PASSWORD]",
        new Words("建立管理员；不给密码时生成一个并打印", "creates an administrator; without a password one is made up and printed"),
        ["name=", "user=", "password="],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Option("name")?.Trim() is not { Length: > 0 } name)
        {
            return await terminal.Complain(new Words("请用 --name 写明姓名", "give the name with --name"));
        }

        var user = arguments.Option("user")?.Trim() is { Length: > 0 } given ? given : name;
        var password = arguments.Option("password") ?? RandomNumberGenerator.GetString(Alphabet, PasswordLength);

        try
        {
            await using var database = DatabaseFile.OpenOrMake(arguments.Database);
            return await Create(database, name, user, password, arguments.Option("password") is null, terminal);
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    private static async Task<int> Create(Database database, string name, string user, string password, bool madeUp, Terminal terminal)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(database, terminal.Clock);
        services.AddAccounts();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Administrators>().Create(name, user, password) is { } refusal)
        {
            await terminal.Say(refusal.Sentence);
            return Verbs.FoundProblems;
        }

        var made = madeUp
            ? new Words(
                $"已建立管理员 {name}。用户名 {user}，密码 {password}",
                $"Administrator {name} created. User name {user}, password {password}"
            )
            : new Words($"已建立管理员 {name}。用户名 {user}", $"Administrator {name} created. User name {user}");
        await terminal.Out.WriteLineAsync(made.In(terminal.Language));
        return Verbs.Done;
    }
}
