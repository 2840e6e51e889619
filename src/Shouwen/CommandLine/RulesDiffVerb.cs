using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>rules diff: what changes when one rule book replaces another.</summary>
internal static class RulesDiffVerb
{
    public static readonly Verb Verb = new(
        "rules diff",
        "A B",
        new Words(
            "列出制度 B 相对制度 A 的变化：键、原值、新值、条款、起始日期，以制表符分隔",
            "lists what book B changes in book A: key, old, new, clause and the date it begins, tab-separated"
        ),
        [],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Values is not [var before, var after])
        {
            return await terminal.Complain(new Words("rules diff 需要两个文件", "rules diff needs two files"));
        }

        Loaded<IReadOnlyList<RuleDifference>> compared;
        try
        {
            compared = RuleBookDiff.Between(RuleFolderLocation.FileOf(before), RuleFolderLocation.FileOf(after), RuleFolderLocation.Rules);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var file = File.Exists(RuleFolderLocation.FileOf(before)) ? after : before;
            return await terminal.Complain(RulesLintVerb.Unreadable(file, fault));
        }

        if (compared.Value is not { } differences)
        {
            foreach (var finding in compared.Findings)
            {
                await terminal.Error.WriteLineAsync(finding.In(terminal.Language));
            }

            return Verbs.BadUse;
        }

        await terminal.Out.WriteLineAsync("key\told\tnew\tclause\tfrom");
        foreach (var difference in differences)
        {
            await terminal.Out.WriteLineAsync(Line(difference));
        }

        return Verbs.Done;
    }

    private static string Line(RuleDifference difference)
    {
        var from = difference.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.Join('\t', difference.Key, Cell(difference.Old), Cell(difference.New), Cell(difference.Clause), from);
    }

    /// <summary>A value of several lines stays in its cell; a value that is not there is an empty one.</summary>
    private static string Cell(string? value) => value is null ? "" : value.ReplaceLineEndings(" ").Replace('\t', ' ');
}
