using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Model;

/// <summary>All writing of simulations.</summary>
internal static class SimulationSql
{
    private const string Begin =
        "INSERT INTO rule_simulation (draft_id, book, text, first_day, end_day, by, begun_at, projects, state, done, total)"
        + " VALUES (@draft_id, @book, @text, @first_day, @end_day, @by, @at, @projects, 'waiting', 0, 0) RETURNING id";

    private const string Next =
        "SELECT id FROM rule_simulation WHERE state IN ('waiting', 'running') AND (lease_until IS NULL OR lease_until <= @now) ORDER BY id LIMIT 1";

    private const string Take = "UPDATE rule_simulation SET state = 'running', lease_until = @until, done = 0 WHERE id = @id";

    private const string GoOn =
        "UPDATE rule_simulation SET done = @done, total = @total, lease_until = @until WHERE id = @id AND state = 'running'";

    private const string Release = "UPDATE rule_simulation SET lease_until = NULL WHERE id = @id AND state = 'running'";

    private const string Stop =
        "UPDATE rule_simulation SET state = @state, ended_at = @at, lease_until = NULL WHERE id = @id AND state IN ('waiting', 'running')";

    private const string Finish =
        "UPDATE rule_simulation SET state = 'done', ended_at = @at, lease_until = NULL, result = @result WHERE id = @id AND state = 'running'";

    private const string Forget = "DELETE FROM rule_simulation_case WHERE simulation_id = @id";

    private const string AddCase =
        "INSERT INTO rule_simulation_case (simulation_id, ordinal, number, before_fen, before_percent, before_decisions, after_fen, after_percent, after_decisions)"
        + " VALUES (@id, @ordinal, @number, @before_fen, @before_percent, @before_decisions, @after_fen, @after_percent, @after_decisions)";

    public static long Insert(WriteSession session, RuleDraft draft, DateOnly from, DateOnly to, string by, Instant at, string? projects) =>
        session.Number(Begin, draft.Id, draft.Book, draft.Text, Day(from), Day(to), by, at.Micros, projects)!.Value;

    /// <summary>The next one to be computed, taken until the given moment; null when there is none.</summary>
    public static long? Claim(WriteSession session, Instant now, Instant until)
    {
        if (session.Number(Next, now.Micros) is not { } id)
        {
            return null;
        }

        session.Run(Take, until.Micros, id);
        session.Run(Forget, id);
        return id;
    }

    /// <summary>Whether it is still wanted.</summary>
    public static bool Advance(WriteSession session, long id, int done, int all, Instant until) =>
        session.Run(GoOn, done, all, until.Micros, id) > 0;

    public static void LetGo(WriteSession session, long id) => session.Run(Release, id);

    public static bool End(WriteSession session, long id, SimulationState state, Instant at) =>
        session.Run(Stop, EnumCode.Of(state), at.Micros, id) > 0;

    public static bool Keep(WriteSession session, long id, string result, Instant at) => session.Run(Finish, at.Micros, result, id) > 0;

    public static void Add(WriteSession session, long id, int ordinal, Simulated found) =>
        session.Run(
            AddCase,
            id,
            ordinal,
            found.Key,
            Fen(found.Before),
            found.Before.PercentOfBonus,
            found.Before.Decisions,
            Fen(found.After),
            found.After.PercentOfBonus,
            found.After.Decisions
        );

    private static long Fen(Consequences sum) => (long)decimal.Round(sum.Amount * 100, MidpointRounding.AwayFromZero);

    /// <summary>As EF writes a day.</summary>
    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
