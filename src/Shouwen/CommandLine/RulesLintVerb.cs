using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;

namespace Shouwen.CommandLine;

/// <summary>rules lint: what is wrong with rule books, calendars and examples.</summary>
internal static class RulesLintVerb
{
    public static readonly Verb Verb = new(
        "rules lint",
        "FILE…",
        new Words(
            "检查制度、台账、日历或样例文件；制度名（如 group）指随程序提供的文件",
            "checks rule books, ledgers, calendars or examples; a bare name (group) means the shipped file"
        ),
        [],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Values.Count == 0)
        {
            return await terminal.Complain(new Words("rules lint 需要至少一个文件", "rules lint needs at least one file"));
        }

        var result = Verbs.Done;
        foreach (var file in arguments.Values)
        {
            result = Math.Max(result, await Lint(file, terminal));
        }

        return result;
    }

    private static async Task<int> Lint(string file, Terminal terminal)
    {
        IReadOnlyList<Finding> findings;
        try
        {
            findings = DataFileCheck.Findings(RuleFolderLocation.FileOf(file), RuleFolderLocation.Rules, LedgerBook.Kind);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await terminal.Complain(Unreadable(file, fault));
        }

        foreach (var finding in findings)
        {
            await terminal.Out.WriteLineAsync(finding.In(terminal.Language));
        }

        return findings.Count == 0 ? Verbs.Done : Verbs.FoundProblems;
    }

    internal static Words Unreadable(string file, Exception fault) =>
        fault is FileNotFoundException or DirectoryNotFoundException
            ? new Words($"没有文件 {file}", $"no file {file}")
            : new Words($"无法读取 {file}：{fault.Message}", $"cannot read {file}: {fault.Message}");
}
