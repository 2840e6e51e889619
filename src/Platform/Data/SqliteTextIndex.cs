using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Data;

/// <summary>The text index on SQLite: FTS5 without content, whose rows can be replaced and deleted.</summary>
internal static class SqliteTextIndex
{
    public static string Put(string table) => $"INSERT OR REPLACE INTO {table} (rowid, words) VALUES (@id, @words)";

    /// <summary>FTS5 walks its lists backwards as fast as forwards and stops at the limit: a common word costs no more than a rare one.</summary>
    public static string Find(string table) =>
        $"SELECT rowid FROM {table} WHERE {table} MATCH @expression AND rowid < @below ORDER BY rowid DESC LIMIT @most";

    /// <summary>Every match is weighed before the first is answered: for a few thousand rows, not for a million.</summary>
    public static string Best(string table) => $"SELECT rowid FROM {table} WHERE {table} MATCH @expression ORDER BY rank LIMIT @most";

    /// <summary>The words hold letters and digits only, so nothing in them can end the quotation.</summary>
    public static string Expression(IReadOnlyList<SearchTerm> all) =>
        string.Join(" AND ", all.Select(term => $"({string.Join(" OR ", term.AnyOf.Select(Quoted))})"));

    private static string Quoted(SearchPattern pattern) =>
        $"\"{pattern.Words.Replace("\"", "", StringComparison.Ordinal)}\"{(pattern.Begins ? "*" : "")}";
}
