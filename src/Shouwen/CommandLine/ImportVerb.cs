using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>import: takes in a file of rows, says what became of each, and may be run again.</summary>
internal static class ImportVerb
{
    private const string Kinds = "cases";
    private const int ShownReasons = 5;

    public static readonly Verb Verb = new(
        "import",
        "KIND FILE",
        new Words(
            "导入文件（CSV、CSV.gz、XLSX）；KIND 目前是 cases；重复运行不会重复导入",
            "imports a file (CSV, CSV.gz, XLSX); KIND is cases so far; running it twice imports nothing twice"
        ),
        ["map=", "dry-run"],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Values.Count != 2)
        {
            return await terminal.Complain(new Words("用法：import KIND FILE", "usage: import KIND FILE"));
        }

        if (arguments.Values[0] is var kind && kind != Kinds)
        {
            return await terminal.Complain(
                new Words($"不能导入 {kind}；目前可以导入的种类：{Kinds}", $"cannot import {kind}; the kinds there are so far: {Kinds}")
            );
        }

        var rules = RuleFolderLocation.Load();
        if (rules.Value is null)
        {
            return await ComplainAll(rules.Findings, terminal);
        }

        try
        {
            var import = CaseImport.Prepare(arguments.Values[1], arguments.Option("map"), rules.Value);
            return import.Value is null
                ? await ComplainAll(import.Findings, terminal)
                : await Import(import.Value, rules.Value, arguments, terminal);
        }
        catch (UnreadableFileException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    private static async Task<int> Import(CaseImport import, RuleLibrary rules, Arguments arguments, Terminal terminal)
    {
        if (arguments.Has("dry-run"))
        {
            await Rehearse(import, arguments.Database);
        }
        else
        {
            await Store(import, rules, arguments.Database, terminal);
        }

        await Tell(import, arguments.Values[1], terminal);
        return import.Counts.Rejected > 0 ? Verbs.FoundProblems : Verbs.Done;
    }

    private static async Task Rehearse(CaseImport import, string file)
    {
        if (!File.Exists(file))
        {
            import.Rehearse(null);
            return;
        }

        await using var database = Database.Open(file, Tables.Schema, WhenMissing.Complain);
        using var session = database.Read();
        import.Rehearse(session);
    }

    private static async Task Store(CaseImport import, RuleLibrary rules, string file, Terminal terminal)
    {
        await using var database = DatabaseFile.OpenOrMake(file);
        PublishedBooks.TakeOver(database, rules);
        var log = new CaseLog(database, rules, () => Context.Unknown, terminal.Clock);
        var onTerminal = !Console.IsErrorRedirected;
        var started = terminal.Clock.GetTimestamp();
        await import.Run(
            log,
            rows =>
            {
                if (onTerminal)
                {
                    terminal.Error.Write($"\r{rows}");
                }
            }
        );
        if (onTerminal)
        {
            await terminal.Error.WriteAsync("\r");
        }

        await TellSpeed(import.Counts.Imported, terminal.Clock.GetElapsedTime(started), terminal);
        await Index(database, terminal);
    }

    private static async Task TellSpeed(long cases, TimeSpan taken, Terminal terminal)
    {
        if (cases > 0)
        {
            var (seconds, rate) = (taken.TotalSeconds, cases / taken.TotalSeconds);
            await terminal.Say(
                new Words(
                    $"已存入 {cases} 件，用时 {seconds:F1} 秒（每秒 {rate:F0} 件）",
                    $"{cases} cases stored in {seconds:F1} s ({rate:F0} a second)"
                )
            );
        }
    }

    /// <summary>The rows are stored; what is left if this is cut off, the next serve does.</summary>
    private static async Task Index(Database database, Terminal terminal)
    {
        var started = terminal.Clock.GetTimestamp();
        var cases = await new CaseIndex(database).CatchUp(CaseIndex.AtOnce);
        if (cases > 0)
        {
            var seconds = terminal.Clock.GetElapsedTime(started).TotalSeconds;
            await terminal.Say(
                new Words($"已建立 {cases} 件的搜索索引，用时 {seconds:F1} 秒", $"{cases} cases made searchable in {seconds:F1} s")
            );
        }
    }

    private static async Task Tell(CaseImport import, string file, Terminal terminal)
    {
        foreach (var remark in import.Remarks)
        {
            await terminal.Say(remark);
        }

        foreach (var reason in import.FirstRejected(ShownReasons))
        {
            await terminal.Say(reason);
        }

        if (import.Counts.Rejected > 0)
        {
            await terminal.Say(WhereRejected(import.WriteRejected(terminal.Language), file));
        }

        await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(import.Counts, JsonSerializerOptions.Web));
    }

    private static Words WhereRejected(string? path, string file) =>
        path switch
        {
            null => new Words(
                "拒收的行写不出：这个目录和当前目录都不可写",
                "the rejected rows cannot be written: neither the file's folder nor this one is writable"
            ),
            _ when Path.GetFullPath(path).StartsWith(Path.GetFullPath(file), StringComparison.Ordinal) => new Words(
                $"拒收的行和原因在 {path}",
                $"rejected rows with their reasons: {path}"
            ),
            _ => new Words(
                $"文件所在目录不可写，拒收的行和原因在当前目录的 {path}",
                $"the file's folder is not writable; rejected rows with their reasons are in the current one: {path}"
            ),
        };

    private static async Task<int> ComplainAll(IEnumerable<Finding> findings, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            await terminal.Error.WriteLineAsync(finding.In(terminal.Language));
        }

        return Verbs.BadUse;
    }
}
