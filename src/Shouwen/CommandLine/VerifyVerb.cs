using Microsoft.Data.Sqlite;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;

namespace Shouwen.CommandLine;

/// <summary>verify: the log against its hashes, the stored cases against the log.</summary>
internal static class VerifyVerb
{
    private const int MostShown = 100;
    private const int ProgressEvery = 10_000;

    public static readonly Verb Verb = new(
        "verify",
        "",
        new Words(
            "核对事件日志的哈希链，以及每个案件、时限和扣罚；--expect 给出上次打印的末端",
            "checks the event log's hash chains and every case, clock and penalty; --expect takes the end an earlier run printed"
        ),
        ["expect="],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        LogEnd? expected = null;
        if (arguments.Option("expect") is { } text)
        {
            if (!LogEnd.TryParse(text, out var end))
            {
                return await terminal.Complain(new Words("--expect 的形式是 位置:哈希", "--expect is POSITION:HASH"));
            }

            expected = end;
        }

        var loaded = RuleFolderLocation.Load();
        if (loaded.Value is not { } rules)
        {
            return await terminal.Complain(loaded.Findings[0].Sentence);
        }

        try
        {
            await using var database = Database.Open(arguments.Database, Tables.Schema, WhenMissing.Complain);
            PublishedBooks.TakeOver(database, rules);
            return Verify(database, rules, expected, terminal);
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    private static int Verify(Database database, RuleLibrary rules, LogEnd? expected, Terminal terminal)
    {
        var wrong = 0L;
        void Tell(Words problem)
        {
            if (++wrong <= MostShown)
            {
                terminal.Out.WriteLine(problem.In(terminal.Language));
            }
        }

        try
        {
            var count = new CaseVerification(database, rules, PostHolders.Load(database)).Run(
                expected,
                Tell,
                Progress(terminal),
                new WatchingCheck(RuleFolderLocation.Ledgers()).Check
            );
            WatchingCheck.CheckRest(database, Tell);
            terminal.Out.WriteLine((wrong == 0 ? Sound(count) : Found(wrong, count)).In(terminal.Language));
        }
        catch (SqliteException problem) when (database.Explain(problem) is { } explained)
        {
            terminal.Out.WriteLine(explained.Sentence.In(terminal.Language));
            wrong++;
        }

        return wrong == 0 ? Verbs.Done : Verbs.FoundProblems;
    }

    private static Words Sound(LogCount count) =>
        new(
            $"完好：{count.Cases} 个案件，{count.Events} 个事件，{count.Texts} 份个人文本（{count.Erased} 份已删除）；末端 {count.End}",
            $"sound: {count.Cases} cases, {count.Events} events, {count.Texts} personal texts ({count.Erased} erased); end {count.End}"
        );

    private static Words Found(long wrong, LogCount count) =>
        new(
            $"发现 {wrong} 处问题（共 {count.Cases} 个案件，{count.Events} 个事件）；末端 {count.End}",
            $"{wrong} problems found in {count.Cases} cases, {count.Events} events; end {count.End}"
        );

    private static Action<long>? Progress(Terminal terminal) =>
        Console.IsErrorRedirected
            ? null
            : done =>
            {
                if (done % ProgressEvery == 0)
                {
                    terminal.Error.Write($"\r{done}");
                }
            };
}
