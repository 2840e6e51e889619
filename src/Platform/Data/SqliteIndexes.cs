using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Data;

/// <summary>
/// Indexes that are put off while very many rows come in: made afterwards, each is sorted once instead of grown row by row.
/// How to make one is kept in the transaction that drops it and forgotten in the one that makes it, so that whoever opens
/// the file after a kill finds what is still to be made.
/// </summary>
internal static class SqliteIndexes
{
    private const string Table = "postponed_index";

    /// <summary>Unique ones stay: they guard.</summary>
    private const string OnlyForReading =
        "SELECT m.name, m.sql FROM sqlite_master m JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name"
        + " WHERE m.type = 'index' AND m.tbl_name = @table AND m.sql IS NOT NULL AND l.\"unique\" = 0";

    private const string Keep = "INSERT INTO postponed_index (name, sql) VALUES (@name, @sql)";
    private const string Next = "SELECT name, sql FROM postponed_index ORDER BY name LIMIT 1";
    private const string Forget = "DELETE FROM postponed_index WHERE name = @name";
    private const string Any = "SELECT 1 FROM postponed_index LIMIT 1";

    /// <summary>Long enough for a commit of another program to end, short enough to wait for at a start.</summary>
    private const int SecondsToWait = 2;

    public static void Postpone(WriteSession session, params IEnumerable<string> tables)
    {
        foreach (var table in tables)
        {
            foreach (var (name, sql) in session.Query(OnlyForReading, static row => (row.Text(0), row.Text(1)), table))
            {
                session.Run(Keep, name, sql);
                Sqlite.Run(session.Connection, $"DROP INDEX \"{name}\"", session.Transaction);
            }
        }
    }

    public static bool ArePostponed(Session session) => session.Number(Any) is not null;

    /// <summary>Makes one; false when there was none left. One to a commit: others may write in between.</summary>
    public static bool MakeNext(WriteSession session)
    {
        var next = session.Query(Next, static row => (Name: row.Text(0), Sql: row.Text(1)));
        if (next.Count == 0)
        {
            return false;
        }

        Sqlite.Run(session.Connection, next[0].Sql, session.Transaction);
        session.Run(Forget, next[0].Name);
        return true;
    }

    /// <summary>
    /// Makes what a killed process has left. When another one is writing just now it is left to that one: either it is the
    /// import that has put them off, or it has opened the file as we do; without them everything is correct, only slower.
    /// </summary>
    public static void MakeLeft(string file)
    {
        if (!AreLeft(file))
        {
            return;
        }

        using var connection = new SqliteConnection(Sqlite.ConnectionString(file, existing: true, SecondsToWait) + ";Pooling=False");
        connection.Open();
        try
        {
            using var session = new WriteSession(connection, _ => throw new NotSupportedException());
            bool more;
            do
            {
                using var transaction = Sqlite.BeginToWrite(connection);
                session.Transaction = transaction;
                more = MakeNext(session);
                transaction.Commit();
            } while (more);
        }
        catch (SqliteException problem) when (Sqlite.SomebodyElseWrites(problem))
        {
            // Said above: the file is as good without them, and the next to open it tries again.
        }
    }

    private static bool AreLeft(string file)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        using var connection = Sqlite.OpenToInspect(file);
        if (!Sqlite.HasTable(connection, Table))
        {
            return false;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Any;
        return command.ExecuteScalar() is not null;
    }
}

/// <summary>An index that was dropped for the time of an import, and the statement that makes it again.</summary>
internal sealed class PostponedIndex
{
    public required string Name { get; init; }
    public required string Sql { get; init; }
}

internal sealed class PostponedIndexTable : IEntityTypeConfiguration<PostponedIndex>
{
    public void Configure(EntityTypeBuilder<PostponedIndex> builder)
    {
        builder.ToTable("postponed_index");
        builder.HasKey(index => index.Name);
    }
}
