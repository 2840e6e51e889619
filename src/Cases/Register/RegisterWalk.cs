using System.Text;
using System.Text.Json;
using Shouwen.Cases.Inbox;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>
/// Which cases a page of the register shows, or of the API's list, in which order. Every stretch walks one index from where the last page ended,
/// so that the page at a million cases costs what the first one costs. A filter that few cases match is looked for among
/// the next <see cref="MostLookedAt"/> cases of the order and no further: then the page says how far it has looked and
/// offers to go on.
/// </summary>
internal sealed class RegisterWalk
{
    public const int MostLookedAt = 10_000;

    /// <summary>A narrow scope is merged project by project; a wider one walks the whole order and skips what is not in it.</summary>
    private const int MostMerged = 50;

    /// <summary>One walk over all projects.</summary>
    private static readonly IEnumerable<string?> Unscoped = [null];

    private readonly RegisterFilter filter;
    private readonly IReadOnlyList<string>? merged;
    private readonly string? skipping;
    private readonly string? among;
    private readonly MyTurn? turn;

    /// <summary>False while the first import is under way.</summary>
    private bool indexed;

    /// <param name="filter">What is asked for.</param>
    /// <param name="scope">The projects somebody sees; null for the whole group.</param>
    /// <param name="matches">The cases in which the text was found; null when it is the beginning of a number, which has an index.</param>
    /// <param name="turn">Only the cases that wait for this person; null for all.</param>
    public RegisterWalk(RegisterFilter filter, IReadOnlyList<string>? scope, IReadOnlyList<long>? matches = null, MyTurn? turn = null)
    {
        this.filter = filter;
        this.turn = turn;
        among = matches is null ? null : JsonSerializer.Serialize(matches);
        merged = scope;
        if (filter.Project is { } project)
        {
            merged = scope is null || scope.Contains(project, StringComparer.Ordinal) ? [project] : [];
        }
        else if (scope is { Count: > MostMerged })
        {
            merged = null;
            skipping = JsonSerializer.Serialize(scope);
        }
    }

    /// <param name="Cases">The ids, in order; one more than asked for when there is a next page.</param>
    /// <param name="LookedUntil">Where looking was given up before the page was full; null when it was not.</param>
    public sealed record Found(IReadOnlyList<Cursor> Cases, Cursor? LookedUntil);

    public Found Page(ReadSession session, int most)
    {
        indexed = !session.IndexesArePostponed();
        var found = new List<Cursor>(most);
        foreach (var (stretch, open) in Stretches())
        {
            var limit = IsSparse(stretch, open) ? Limit(session, stretch, open) : null;
            var sql = new Sql();
            Write(sql, stretch, open, limit, filters: true);
            sql.Add(" LIMIT ").Value(most - found.Count);
            found.AddRange(session.Query(sql.Text, row => Place(stretch, row), sql.Values));
            if (found.Count == most)
            {
                return new Found(found, null);
            }

            if (limit is not null)
            {
                return new Found(found, limit);
            }
        }

        return new Found(found, null);
    }

    /// <summary>All of them, for an export; nobody waits for its first page.</summary>
    public IEnumerable<long> All(ReadSession session)
    {
        indexed = !session.IndexesArePostponed();
        foreach (var (stretch, open) in Stretches())
        {
            var sql = new Sql();
            Write(sql, stretch, open, limit: null, filters: true);
            foreach (var caseId in session.Stream(sql.Text, row => row.Long(0), sql.Values))
            {
                yield return caseId;
            }
        }
    }

    /// <summary>How many open cases are how urgent; null where there are too many to look at all of them.</summary>
    public IReadOnlyDictionary<Urgency, int>? Urgencies(ReadSession session, Instant now)
    {
        indexed = !session.IndexesArePostponed();
        if (merged is { Count: 0 } || Limit(session, Stretch.Due, open: true) is not null)
        {
            return null;
        }

        var sql = new Sql();
        sql.Add("SELECT CASE WHEN due_at < ").Value(now.Micros).Add(" THEN 0 WHEN due_at < ").Value(UrgencyOf.Tomorrow(now).Micros);
        sql.Add(" THEN 1 ELSE 2 END, count(*) FROM (");
        Write(sql, Stretch.Due, open: true, limit: null, filters: true);
        sql.Add(") GROUP BY 1");
        return session
            .Query(sql.Text, row => ((Urgency)row.Int(0), row.Int(1)), sql.Values)
            .ToDictionary(each => each.Item1, each => each.Item2);
    }

    /// <summary>The stretches of the list in their order, from the one in which the last page ended.</summary>
    private IEnumerable<(Stretch Stretch, bool? Open)> Stretches()
    {
        if (merged is { Count: 0 })
        {
            return [];
        }

        bool? open = filter.State switch
        {
            RegisterState.Open => true,
            RegisterState.Closed => false,
            RegisterState.All => null,
        };
        if (filter.Text is not null && among is null)
        {
            return [(Stretch.Number, open)];
        }

        (Stretch, bool?)[] all = (filter.Sort, open) switch
        {
            (RegisterSort.Due, null) => [(Stretch.Due, true), (Stretch.Newest, false)],
            (RegisterSort.Due, true) => [(Stretch.Due, true)],
            (RegisterSort.Oldest, _) => [(Stretch.Oldest, open)],
            _ => [(Stretch.Newest, open)],
        };
        var from = filter.After is { } after ? Array.FindIndex(all, each => each.Item1 == after.Stretch) : 0;
        return all.Skip(Math.Max(from, 0));
    }

    /// <summary>Whether cases of the order may have to be passed over.</summary>
    private bool IsSparse(Stretch stretch, bool? open) =>
        among is null
        && (
            turn is not null
            || filter.Steps.Count > 0
            || filter.Category is not null
            || filter.Department is not null
            || filter.Nature is not null
            || skipping is not null
            || (stretch == Stretch.Number && (open is not null || merged is not null))
        );

    /// <summary>How far to look: read from the index alone.</summary>
    private Cursor? Limit(ReadSession session, Stretch stretch, bool? open)
    {
        var sql = new Sql();
        Write(sql, stretch, open, limit: null, filters: false);
        sql.Add(" LIMIT 1 OFFSET ").Value(MostLookedAt - 1);
        var rows = session.Query(sql.Text, row => Place(stretch, row), sql.Values);
        return rows.Count == 0 ? null : rows[0];
    }

    private static Cursor Place(Stretch stretch, Row row) =>
        new(stretch, stretch == Stretch.Number ? row.Text(1) : row.Long(1), row.Long(0));

    /// <summary>One walk along an index, or one for each project and for open and closed cases, merged by SQLite as they go.</summary>
    private void Write(Sql sql, Stretch stretch, bool? open, Cursor? limit, bool filters)
    {
        var one = stretch == Stretch.Number || ByNature(stretch, open) || among is not null;
        var projects = one || merged is null ? Unscoped : merged;
        bool?[] states = one || open is not null ? [open] : [true, false];
        var first = true;
        foreach (var project in projects)
        {
            foreach (var state in states)
            {
                sql.Add(first ? "" : " UNION ALL ");
                sql.Add($"SELECT case_id, {KeyOf(stretch)} FROM cases{By(IndexOf(stretch, state, project))} WHERE 1");
                first = false;
                if (among is not null)
                {
                    sql.Add(" AND case_id IN (SELECT value FROM json_each(").Value(among).Add("))");
                }

                if (project is not null)
                {
                    sql.Add(" AND project = ").Value(project);
                }

                Range(sql, stretch, state, limit);
                if (filters)
                {
                    Narrow(sql, stretch, state, project);
                }
            }
        }

        var direction = stretch == Stretch.Newest ? "DESC" : "ASC";
        sql.Add(stretch == Stretch.Number ? " ORDER BY 2" : $" ORDER BY 2 {direction}, 1 {direction}");
    }

    private void Range(Sql sql, Stretch stretch, bool? open, Cursor? limit)
    {
        if (stretch != Stretch.Number && !ByNature(stretch, open))
        {
            sql.Add(Ended(open));
        }

        if (ByNature(stretch, open))
        {
            sql.Add($" AND nature <> 'ordinary' AND nature = '{Codes.Of(filter.Nature!.Value)}'");
        }

        var (after, until) = stretch == Stretch.Newest ? ("<", ">=") : (">", "<=");
        var start = filter.After is { } cursor && cursor.Stretch == stretch ? cursor : null;
        if (stretch == Stretch.Number)
        {
            // A range, not LIKE: only a range is looked up in the index on both stores.
            sql.Add(" AND number >= ").Value(filter.Text).Add(" AND number < ").Value(filter.Text + '\uffff');
            _ = start is null ? sql : sql.Add(" AND number > ").Value(start.Key);
            _ = limit is null ? sql : sql.Add(" AND number <= ").Value(limit.Key);
            return;
        }

        var key = $" AND ({KeyOf(stretch)}, case_id) ";
        _ = start is null ? sql : sql.Add(key).Add(after).Add(" (").Value(start.Key).Add(", ").Value(start.CaseId).Add(")");
        _ = limit is null ? sql : sql.Add(key).Add(until).Add(" (").Value(limit.Key).Add(", ").Value(limit.CaseId).Add(")");
    }

    private static string Ended(bool? open) =>
        open switch
        {
            true => " AND closed_at IS NULL",
            false => " AND closed_at IS NOT NULL",
            null => "",
        };

    private void Narrow(Sql sql, Stretch stretch, bool? open, string? project)
    {
        if (stretch == Stretch.Number || ByNature(stretch, open))
        {
            sql.Add(Ended(open));
        }

        // What is open was not merged; asked of the index alone.
        if (open != true)
        {
            sql.Add(" AND merged_into IS NULL");
        }

        turn?.Narrow(sql);
        if (filter.Steps.Count > 0)
        {
            var steps = JsonSerializer.Serialize(filter.Steps.Select(EnumCode.Of));
            sql.Add(" AND state IN (SELECT value FROM json_each(").Value(steps).Add("))");
        }

        Equal(sql, "category", filter.Category);
        Equal(sql, "lead_department", filter.Department);
        Equal(sql, "nature", filter.Nature is { } nature ? Codes.Of(nature) : null);
        var scope = skipping ?? (project is not null || merged is null ? null : JsonSerializer.Serialize(merged));
        if (scope is not null)
        {
            sql.Add(" AND project IN (SELECT value FROM json_each(").Value(scope).Add("))");
        }
    }

    private static void Equal(Sql sql, string column, string? value)
    {
        if (value is not null)
        {
            sql.Add($" AND {column} = ").Value(value);
        }
    }

    /// <summary>Open cases are few and their index holds the nature; among a million closed ones the rare natures have an index.</summary>
    private bool ByNature(Stretch stretch, bool? open) =>
        among is null
        && stretch is (Stretch.Newest or Stretch.Oldest)
        && open != true
        && filter.Nature is { } nature
        && nature != CaseNature.Ordinary;

    private static string KeyOf(Stretch stretch) =>
        stretch switch
        {
            Stretch.Due => "due_at",
            Stretch.Newest or Stretch.Oldest => "opened_at",
            Stretch.Number => "number",
        };

    private string By(string index) => indexed && among is null ? " INDEXED BY " + index : "";

    /// <summary>Named, because without statistics of the data SQLite would have to guess.</summary>
    private string IndexOf(Stretch stretch, bool? open, string? project)
    {
        if (stretch == Stretch.Number)
        {
            return "ux_cases_number";
        }

        if (ByNature(stretch, open))
        {
            return "ix_cases_nature_opened";
        }

        var order = stretch == Stretch.Due ? "due" : "opened";
        return $"ix_cases_{(project is null ? "" : "project_")}{(open == true ? "open" : "closed")}_{order}";
    }

    /// <summary>A statement as it grows, with its values in the order of their places.</summary>
    internal sealed class Sql
    {
        private readonly StringBuilder text = new(256);
        private readonly List<object?> values = [];

        public string Text => text.ToString();

        public object?[] Values => [.. values];

        public Sql Add(string part)
        {
            text.Append(part);
            return this;
        }

        public Sql Value(object? value)
        {
            values.Add(value);
            text.Append("@v").Append(values.Count);
            return this;
        }
    }
}
