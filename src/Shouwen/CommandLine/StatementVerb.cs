using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>statement: prints a month's statement, and freezes it when told to.</summary>
internal static class StatementVerb
{
    public static readonly Verb Verb = new(
        "statement",
        "YYYY-MM",
        new Words(
            "打印一个月的扣罚月报（JSON）；--deliver 报送，从此不再变动",
            "prints a month's statement as JSON; --deliver freezes it for good"
        ),
        ["deliver"],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (arguments.Values is not [var text] || !Month.TryParse(text, out var month))
        {
            return await terminal.Complain(new Words("请写明月份，如 2026-10", "name a month like 2026-10"));
        }

        var loaded = RuleFolderLocation.Load();
        if (loaded.Value is not { } rules)
        {
            return await terminal.Complain(loaded.Findings[0].Sentence);
        }

        try
        {
            await using var database = Database.Open(arguments.Database, Tables.Schema, WhenMissing.Complain);
            var log = new CaseLog(database, rules, () => PostHolders.Load(database), terminal.Clock);
            return await Print(new StatementOfMonth(database, rules, log, month), arguments.Has("deliver"), terminal);
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    /// <summary>What is printed is what is stored then: also where there was nothing left to freeze.</summary>
    private static async Task<int> Print(StatementOfMonth statement, bool deliver, Terminal terminal)
    {
        var now = Instant.From(terminal.Clock.GetUtcNow());
        var refusal = deliver ? await statement.Deliver(now) : null;
        if (refusal is not null)
        {
            await terminal.Say(refusal.Sentence);
        }

        await terminal.Output.WriteAsync(await statement.Json(now));
        await terminal.Out.WriteLineAsync();
        return refusal is null ? Verbs.Done : Verbs.FoundProblems;
    }
}
