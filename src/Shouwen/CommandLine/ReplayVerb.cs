using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>Events in, clocks, messages, penalties and a statement out; needs no server and no database.</summary>
internal static class ReplayVerb
{
    public static readonly Verb Verb = new(
        "replay",
        "[FILE|-]",
        new Words(
            "读入事件流（JSON Lines），算出时限、消息、扣罚和月报",
            "reads events (JSON Lines) and prints clocks, messages, penalties and the statement"
        ),
        ["rules=", "until=", "statement="],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Values.Count > 1)
        {
            return await terminal.Complain(new Words("只能给一个文件", "one file at most"));
        }

        Instant? until = null;
        if (arguments.Option("until") is { } untilText)
        {
            if (!Instant.TryParse(untilText, out var moment) || moment < Instant.Earliest || moment > Instant.Latest)
            {
                return await terminal.Complain(
                    new Words(
                        $"--until 须是 2000 至 2099 年间带时区的时间，不是 {untilText}",
                        $"--until is a time with an offset between the years 2000 and 2099, not {untilText}"
                    )
                );
            }

            until = moment;
        }

        Month? statement = null;
        if (arguments.Option("statement") is { } monthText)
        {
            if (!Month.TryParse(monthText, out var month))
            {
                return await terminal.Complain(
                    new Words(
                        $"--statement 是 2026-10 这样的月份，不是 {monthText}",
                        $"--statement is a month like 2026-10, not {monthText}"
                    )
                );
            }

            statement = month;
        }

        var book = await LoadBook(arguments.Option("rules") ?? "group", terminal);
        var library = RuleFolderLocation.Load();
        if (book is null || library.Value is null)
        {
            return await ComplainAll(library.Findings, terminal);
        }

        var replay = new Replay(book, library.Value.Calendar, until);
        return await Read(arguments, terminal, replay) ?? await Write(terminal, replay, statement);
    }

    private static async Task<RuleBook?> LoadBook(string name, Terminal terminal)
    {
        var file = RuleFolderLocation.FileOf(name);
        try
        {
            var loaded = RuleBookFile.Read(file, RuleFolderLocation.Rules);
            await ComplainAll(loaded.Findings, terminal);
            return loaded.Value;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await terminal.Complain(new Words($"没有制度 {name}（{file}）", $"no rule book {name} ({file})"));
            return null;
        }
    }

    private static async Task<int> ComplainAll(IEnumerable<Finding> findings, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            await terminal.Error.WriteLineAsync(finding.In(terminal.Language));
        }

        return Verbs.BadUse;
    }

    private static async Task<int?> Read(Arguments arguments, Terminal terminal, Replay replay)
    {
        var file = arguments.Values.Count == 0 ? "-" : arguments.Values[0];
        try
        {
            await using var input = file == "-" ? terminal.Input : File.OpenRead(file);
            return ReadLines(input, replay) is { } wrong ? await terminal.Complain(wrong) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return await terminal.Complain(new Words($"读不了 {file}：{problem.Message}", $"cannot read {file}: {problem.Message}"));
        }
    }

    private static Words? ReadLines(Stream input, Replay replay)
    {
        var lines = new LineReader(input, Replay.LongestLine);
        for (var number = 1; lines.TryRead(out var line); number++)
        {
            if (replay.Read(line) is { } wrong)
            {
                return new Words($"line {number}: {wrong.Zh}", $"line {number}: {wrong.En}");
            }
        }

        return null;
    }

    private static async Task<int> Write(Terminal terminal, Replay replay, Month? statement)
    {
        if (replay.Until is null)
        {
            return await terminal.Complain(new Words("没有事件，也没有 --until", "no event and no --until"));
        }

        try
        {
            replay.Write(terminal.Output, statement);
            return Verbs.Done;
        }
        catch (IOException problem)
        {
            return await terminal.Complain(new Words($"写不出结果：{problem.Message}", $"cannot write the result: {problem.Message}"));
        }
    }
}
