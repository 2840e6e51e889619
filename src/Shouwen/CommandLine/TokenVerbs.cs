using System.Globalization;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>token create, revoke, list: what programs sign in with.</summary>
internal static class TokenVerbs
{
    public static readonly Verb Create = new(
        "token create",
        "--staff ID [--name NAME] [--days N]",
        new Words("为一位员工建立接口令牌，只打印这一次", "makes an API token for a member of staff and prints it, this once"),
        ["staff=", "name=", "days="],
        RunCreate
    );

    public static readonly Verb Revoke = new(
        "token revoke",
        "ID",
        new Words("吊销接口令牌；编号见 token list", "revokes an API token; token list shows the ids"),
        [],
        RunRevoke
    );

    public static readonly Verb List = new(
        "token list",
        "[--staff ID]",
        new Words("列出接口令牌：编号、员工、名称、状态", "lists the API tokens: id, staff, name, state"),
        ["staff="],
        RunList
    );

    private static async Task<int> RunCreate(Arguments arguments, Terminal terminal)
    {
        if (arguments.Option("staff")?.Trim() is not { Length: > 0 } staff)
        {
            return await terminal.Complain(new Words("请用 --staff 写明员工编号", "give the member of staff with --staff"));
        }

        TimeSpan? life = null;
        if (arguments.Option("days") is { } text)
        {
            if (!int.TryParse(text, CultureInfo.InvariantCulture, out var days) || days is < 1 or > ApiTokens.LongestDays)
            {
                return await terminal.Complain(
                    new Words(
                        $"--days 要写成 1 到 {ApiTokens.LongestDays} 的整数",
                        $"--days is a whole number from 1 to {ApiTokens.LongestDays}"
                    )
                );
            }

            life = TimeSpan.FromDays(days);
        }

        return await With(
            arguments,
            terminal,
            async database =>
            {
                var name = arguments.Option("name")?.Trim() is { Length: > 0 } given ? given : "API";
                var (token, refusal) = await database.CreateToken(staff, name, life, Now(terminal));
                if (refusal is not null)
                {
                    await terminal.Say(refusal.Sentence);
                    return Verbs.FoundProblems;
                }

                await terminal.Say(new Words("令牌只显示这一次，请妥善保存：", "The token is shown this once; keep it safe:"));
                await terminal.Out.WriteLineAsync(token);
                return Verbs.Done;
            }
        );
    }

    private static async Task<int> RunRevoke(Arguments arguments, Terminal terminal)
    {
        if (arguments.Values is not [var text] || !long.TryParse(text, CultureInfo.InvariantCulture, out var id))
        {
            return await terminal.Complain(
                new Words("请写明令牌的编号；token list 会列出", "name the token by its id; token list shows them")
            );
        }

        return await With(
            arguments,
            terminal,
            async database =>
            {
                var revoked = await database.RevokeToken(id, Now(terminal));
                await terminal.Say(
                    revoked
                        ? new Words(
                            $"令牌 {id} 已吊销；正在运行的服务几秒内生效。",
                            $"Token {id} is revoked; a running server lets go of it within seconds."
                        )
                        : new Words($"没有可以吊销的令牌 {id}。", $"There is no token {id} to revoke.")
                );
                return revoked ? Verbs.Done : Verbs.FoundProblems;
            }
        );
    }

    private static Task<int> RunList(Arguments arguments, Terminal terminal) =>
        With(
            arguments,
            terminal,
            async database =>
            {
                foreach (var token in await database.Tokens(arguments.Option("staff")))
                {
                    var state = StateOf(token, Now(terminal)).In(terminal.Language);
                    await terminal.Out.WriteLineAsync($"{token.Id}\t{token.StaffId}\t{token.Name}\t{state}");
                }

                return Verbs.Done;
            }
        );

    private static Words StateOf(TokenLine token, Instant now)
    {
        var used = token.UsedAt is { } at
            ? new Words($"，最近使用 {Phrases.Exact(at)}", $", last used {Phrases.Exact(at)}")
            : new Words("，没有用过", ", never used");
        var state =
            token.RevokedAt is { } revoked ? new Words($"{Phrases.Exact(revoked)} 吊销", $"revoked {Phrases.Exact(revoked)}")
            : token.ExpiresAt is not { } expires ? new Words("一直有效", "valid")
            : expires > now ? new Words($"有效期至 {Phrases.Exact(expires)}", $"valid until {Phrases.Exact(expires)}")
            : new Words($"{Phrases.Exact(expires)} 过期", $"expired {Phrases.Exact(expires)}");
        return new Words(state.Zh + used.Zh, state.En + used.En);
    }

    private static async Task<int> With(Arguments arguments, Terminal terminal, Func<Database, Task<int>> work)
    {
        try
        {
            await using var database = Database.Open(arguments.Database, Tables.Schema, WhenMissing.Complain);
            return await work(database);
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    private static Instant Now(Terminal terminal) => Instant.From(terminal.Clock.GetUtcNow());
}
