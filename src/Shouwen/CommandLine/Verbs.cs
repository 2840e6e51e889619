using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>One word of the command line.</summary>
/// <param name="Name">The word, or two ("rules lint").</param>
/// <param name="Usage">What follows it.</param>
/// <param name="Summary">One sentence for --help.</param>
/// <param name="Options">The options it knows, without dashes; a trailing "=" takes a value.</param>
/// <param name="Run">Does it; the result is the exit code.</param>
internal sealed record Verb(string Name, string Usage, Words Summary, string[] Options, Func<Arguments, Terminal, Task<int>> Run);

/// <summary>The command line: finds the verb, reads its options, turns what went wrong into one sentence and an exit code.</summary>
internal static class Verbs
{
    public const int Done = 0;
    public const int FoundProblems = 1;
    public const int BadUse = 2;

    private static readonly Verb[] All =
    [
        ServeVerb.Verb,
        AdminVerb.Verb,
        TokenVerbs.Create,
        TokenVerbs.Revoke,
        TokenVerbs.List,
        DemoVerb.Verb,
        ReplayVerb.Verb,
        ImportVerb.Verb,
        ReportCasesVerb.Verb,
        StatementVerb.Verb,
        VerifyVerb.Verb,
        RulesLintVerb.Verb,
        RulesDiffVerb.Verb,
        RulesSimulateVerb.Verb,
    ];

    public static async Task<int> Run(string[] words, Terminal terminal)
    {
        if (words.Length == 0 || words[0] is "--help" or "-h" or "help")
        {
            await terminal.Out.WriteLineAsync(Overview(terminal.Language));
            return words.Length == 0 ? BadUse : Done;
        }

        var verb =
            All.FirstOrDefault(v => words.Length > 1 && v.Name == $"{words[0]} {words[1]}") ?? All.FirstOrDefault(v => v.Name == words[0]);
        if (verb is null)
        {
            var unknown = new Words(
                $"没有 {words[0]} 这个命令；shouwen --help 列出全部命令",
                $"no verb {words[0]}; shouwen --help lists them"
            );
            return await terminal.Complain(unknown);
        }

        var rest = words.Skip(verb.Name.Split(' ').Length).ToArray();
        if (rest.Contains("--help", StringComparer.Ordinal) || rest.Contains("-h", StringComparer.Ordinal))
        {
            await terminal.Out.WriteLineAsync(Help(verb, terminal.Language));
            return Done;
        }

        if (!Arguments.TryRead(verb, rest, out var arguments, out var wrong))
        {
            return await terminal.Complain(wrong!);
        }

        return await verb.Run(arguments, arguments.Language is { } language ? terminal with { Language = language } : terminal);
    }

    private static string Overview(Language language)
    {
        var width = All.Length == 0 ? 0 : All.Max(v => v.Name.Length);
        var lines = All.Select(v => $"  {v.Name.PadRight(width)}  {v.Summary.In(language)}");
        var head = new Words("首问：./shouwen 命令 …（每个命令都有 --help）", "Shouwen: ./shouwen VERB … (every verb has --help)");
        return string.Join(Environment.NewLine, lines.Prepend(head.In(language)));
    }

    private static string Help(Verb verb, Language language)
    {
        var options = verb.Options.Append("database=").Append("lang=").Distinct(StringComparer.Ordinal);
        var shown = options.Select(o => o.EndsWith('=') ? $"[--{o[..^1]} …]" : $"[--{o}]");
        return $"./shouwen {verb.Name} {verb.Usage}{Environment.NewLine}  {verb.Summary.In(language)}{Environment.NewLine}  {string.Join(' ', shown)}";
    }
}
