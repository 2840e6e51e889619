using System.Globalization;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>The statements over one projected table, made from its list of columns; the key comes first, case_id first of all.</summary>
internal sealed class RowSql(string table, int keyLength, IReadOnlyList<string> columns)
{
    private readonly string keyMatches = string.Join(" AND ", columns.Take(keyLength).Select(Equal));

    public string Table { get; } = table;

    public IReadOnlyList<string> Columns { get; } = columns;

    public string Insert { get; } =
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";

    public string OfCase { get; } =
        $"SELECT {string.Join(", ", columns)} FROM {table} WHERE case_id = @case_id ORDER BY {string.Join(", ", columns.Take(keyLength))}";

    public string WithoutEvents { get; } =
        table == "cases"
            ? "SELECT c.case_id FROM cases c WHERE NOT EXISTS (SELECT 1 FROM log_event e WHERE e.month = c.month AND e.case_id = c.case_id)"
            : $"SELECT DISTINCT p.case_id FROM {table} p WHERE NOT EXISTS (SELECT 1 FROM cases c WHERE c.case_id = p.case_id)";

    /// <summary>What the table holds for a case, in the order of <see cref="Columns"/>.</summary>
    public List<object?[]> Read(Session session, long caseId) => session.Query(OfCase, Values, caseId);

    /// <param name="session">Where.</param>
    /// <param name="caseId">Whose rows.</param>
    /// <param name="wanted">What the table is to hold for the case.</param>
    /// <param name="before">What it held.</param>
    public int Replace(WriteSession session, long caseId, List<object?[]> wanted, out List<object?[]> before)
    {
        before = Read(session, caseId);
        var stored = before.ToDictionary(KeyOf);
        var written = 0;
        foreach (var row in wanted)
        {
            if (!stored.Remove(KeyOf(row), out var old))
            {
                written += session.Run(Insert, row);
                continue;
            }

            var changed = Differences(old, row);
            if (changed.Count > 0)
            {
                written += session.Run(Update(changed), [.. changed.Select(i => row[i]), .. row.Take(keyLength)]);
            }
        }

        foreach (var key in stored.Values)
        {
            written += session.Run($"DELETE FROM {Table} WHERE {keyMatches}", [.. key.Take(keyLength)]);
        }

        return written;
    }

    /// <summary>Positions of the columns in which two rows differ.</summary>
    public static List<int> Differences(object?[] a, object?[] b)
    {
        var different = new List<int>();
        for (var i = 0; i < a.Length; i++)
        {
            var same = (a[i], b[i]) switch
            {
                (byte[] x, byte[] y) => x.AsSpan().SequenceEqual(y),
                _ => Equals(a[i], b[i]),
            };
            if (!same)
            {
                different.Add(i);
            }
        }

        return different;
    }

    /// <summary>Only the changed columns are set: an index whose columns stay is not touched.</summary>
    private string Update(List<int> changed) =>
        $"UPDATE {Table} SET {string.Join(", ", changed.Select(i => Equal(Columns[i])))} WHERE {keyMatches}";

    private static string Equal(string column) => $"{column} = @{column}";

    private long KeyOf(object?[] row) => keyLength == 1 ? 0 : Convert.ToInt64(row[1], CultureInfo.InvariantCulture);

    private static object?[] Values(Row row)
    {
        var values = new object?[row.Columns];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.Value(i);
        }

        return values;
    }
}
