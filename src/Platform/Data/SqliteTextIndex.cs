using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Data;

/// <summary>The text index on SQLite: FTS5 without content, whose rows can be replaced and deleted.</summary>
internal static class SqliteTextIndex
{
    public const string Put = "INSERT OR REPLACE INTO text_index (rowid, words) VALUES (@id, @words)";

    /// <summary>FTS5 walks its lists backwards as fast as forwards and stops at the limit: a common word costs no more than a rare one.</summary>
    public const string Find =
        "SELECT rowid FROM text_index WHERE text_index MATCH @expression AND rowid < @below ORDER BY rowid DESC LIMIT @most";

    /// <summary>The words hold letters and digits only, so nothing in them can end the quotation.</summary>
    public static string Expression(IReadOnlyList<SearchTerm> all) =>
        string.Join(" AND ", all.Select(term => $"({string.Join(" OR ", term.AnyOf.Select(Quoted))})"));

    private static string Quoted(SearchPattern pattern) =>
        $"\"{pattern.Words.Replace("\"", "", StringComparison.Ordinal)}\"{(pattern.Begins ? "*" : "")}";
}
