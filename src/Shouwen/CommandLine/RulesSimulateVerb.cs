using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>rules simulate: what a period's cases would have cost under another rule book.</summary>
internal static class RulesSimulateVerb
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly Verb Verb = new(
        "rules simulate",
        "FILE",
        new Words(
            "用另一份制度重新计算一段时间内登记的案件，列出扣罚的前后差异；--from 含当日，--to 不含当日",
            "judges the cases opened in a period again under another rule book and says what it would have cost; --from is inclusive, --to is not"
        ),
        ["from=", "to="],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Values is not [var file])
        {
            return await terminal.Complain(new Words("rules simulate 需要一个文件", "rules simulate needs one file"));
        }

        if (Date(arguments, "from") is not { } from || Date(arguments, "to") is not { } to || from >= to)
        {
            return await terminal.Complain(
                new Words(
                    "需要 --from 和 --to，写成 2026-07-01，且起日早于止日",
                    "--from and --to are needed, written 2026-07-01, the first before the second"
                )
            );
        }

        if (await Read(file, terminal) is not { } other)
        {
            return Verbs.BadUse;
        }

        try
        {
            await using var database = Database.Open(arguments.Database, Tables.Schema, WhenMissing.Complain);
            return await Simulate(database, other, from, to, terminal);
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    private static async Task<int> Simulate(Database database, RuleBook other, DateOnly from, DateOnly to, Terminal terminal)
    {
        var loaded = RuleFolderLocation.Load();
        if (loaded.Value is not { } rules)
        {
            return await terminal.Complain(loaded.Findings[0].Sentence);
        }

        PublishedBooks.TakeOver(database, rules);
        if (!rules.Books.TryGetValue(other.Name, out var book) || book.Procedure != other.Procedure)
        {
            return await terminal.Complain(new Words($"没有制度 {other.Name}", $"there is no rule book {other.Name}"));
        }

        var until = Instant.From(terminal.Clock.GetUtcNow());
        var simulation = new CaseSimulation(
            database,
            rules,
            PostHolders.Load(database),
            new OrganisationTree(database, terminal.Clock).UpFrom
        );
        var result = simulation.Run(other, from, to, Scope.WholeGroup, until, Progress(terminal))!;
        await JsonSerializer.SerializeAsync(terminal.Output, Output(other.Name, from, to, result), Format);
        await terminal.Out.WriteLineAsync();
        return Verbs.Done;
    }

    private static async Task<RuleBook?> Read(string file, Terminal terminal)
    {
        try
        {
            var loaded = RuleBookFile.Read(RuleFolderLocation.FileOf(file), RuleFolderLocation.Rules);
            foreach (var finding in loaded.Findings)
            {
                await terminal.Error.WriteLineAsync(finding.In(terminal.Language));
            }

            return loaded.Value;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await terminal.Complain(RulesLintVerb.Unreadable(file, fault));
            return null;
        }
    }

    private static DateOnly? Date(Arguments arguments, string option) =>
        DateOnly.TryParseExact(arguments.Option(option), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static Func<int, int, bool> Progress(Terminal terminal) =>
        (done, all) =>
        {
            if (!Console.IsErrorRedirected)
            {
                terminal.Error.Write($"\r{done}/{all}");
            }

            return true;
        };

    private static object Output(string book, DateOnly from, DateOnly to, SimulationResult result) =>
        new
        {
            Rules = book,
            From = from,
            To = to,
            Until = result.Until.ToString(),
            result.Cases,
            result.Total.Before,
            result.Total.After,
            ByClause = result.ByClause.Select(sum => new
            {
                Clause = sum.Key,
                sum.Before,
                sum.After,
            }),
            ByPerson = result.ByPerson.Select(sum => new
            {
                Subject = sum.Key,
                sum.Before,
                sum.After,
            }),
            Differences = result.Differences.Select(sum => new
            {
                Case = sum.Key,
                sum.Before,
                sum.After,
            }),
            Impossible = result.Impossible.Select(each => new { Case = each.Number, Reason = each.Reason.In(Language.English) }),
        };
}
