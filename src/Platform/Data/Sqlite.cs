using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Data;

/// <summary>Everything that is true of SQLite only. Another store is a second file like this one.</summary>
internal static class Sqlite
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int BusySeconds = 30;

    /// <summary>
    /// WAL lets readers go on while one writes; FULL makes COMMIT wait for the disk, so that an answer given is an answer
    /// kept when the power fails; the busy timeout makes a second process wait instead of failing.
    /// </summary>
    private const string OnOpen = "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    /// <summary>The writer keeps more of the indexes in memory: an import inserts in many places at once.</summary>
    private const string OnOpenWriter = OnOpen + "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000;";

    /// <summary>
    /// Every connection of ours is used by one thread at a time, so SQLite need not lock each of its calls, nor count the
    /// memory it uses. Only before the first connection of the process; later it is refused and changes nothing.
    /// </summary>
    static Sqlite()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public static string ConnectionString(string file, bool existing, int patience = BusySeconds) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = existing ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = patience,
        }.ToString();

    public static SqliteConnection OpenToInspect(string file)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();
        return connection;
    }

    public static SqliteConnection OpenToWrite(string file)
    {
        var connection = new SqliteConnection(ConnectionString(file, existing: true) + ";Pooling=False");
        connection.Open();
        Run(connection, OnOpenWriter);
        return connection;
    }

    public static SqliteConnection OpenToRead(string file)
    {
        var connection = new SqliteConnection(ConnectionString(file, existing: true) + ";Pooling=False");
        connection.Open();
        Run(connection, OnOpen + "PRAGMA query_only=ON;");
        return connection;
    }

    public static void SetUp(SqliteConnection connection) => Run(connection, OnOpen);

    /// <summary>Takes the write lock at once: a transaction that reads first and upgrades later fails under load.</summary>
    public static SqliteTransaction BeginToWrite(SqliteConnection connection) => connection.BeginTransaction(deferred: false);

    /// <summary>Some failures (disk full, I/O) end the whole transaction on their own, and with it all its savepoints.</summary>
    public static bool TransactionIsGone(SqliteConnection connection) => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0;

    /// <summary>A migration killed half-way leaves its row here, and the next start would wait for it for ever.</summary>
    public static void ForgetKilledMigration(SqliteConnection connection)
    {
        if (HasTable(connection, "__EFMigrationsLock"))
        {
            Run(connection, "DELETE FROM \"__EFMigrationsLock\"");
        }
    }

    public static bool HasTable(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $name";
        command.Parameters.AddWithValue("$name", name);
        return (long)command.ExecuteScalar()! > 0;
    }

    public static bool IsEmpty(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        return (long)command.ExecuteScalar()! == 0;
    }

    public static bool SomebodyElseWrites(SqliteException problem) => problem.SqliteErrorCode is Busy or Locked;

    public static void Run(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The sentence for a person, or null when the failure is a defect of ours rather than of disk or file.</summary>
    public static DatabaseException? Explain(Exception problem, string file)
    {
        var code = problem switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode,
            _ => problem.InnerException is SqliteException inner ? inner.SqliteErrorCode : 0,
        };
        var sentence = code switch
        {
            Full => new Words($"磁盘已满，没有写入任何内容：{file}", $"the disk is full, nothing was written: {file}"),
            ReadOnly => new Words($"数据库文件是只读的：{file}", $"the database file is read-only: {file}"),
            NotADatabase => new Words($"不是 SQLite 数据库：{file}", $"not a SQLite database: {file}"),
            Corrupt => new Words($"数据库文件已损坏：{file}", $"the database file is damaged: {file}"),
            CannotOpen => new Words($"打不开数据库文件：{file}", $"cannot open the database file: {file}"),
            InputOutput => new Words($"读写数据库文件时磁盘出错：{file}", $"the disk failed while reading or writing: {file}"),
            Busy or Locked => new Words(
                $"另一个程序占用数据库超过 {BusySeconds} 秒：{file}",
                $"another program kept the database busy for more than {BusySeconds} seconds: {file}"
            ),
            _ => null,
        };
        return sentence is null ? null : new DatabaseException(sentence, problem);
    }
}

/// <summary>Sets up every connection EF opens.</summary>
internal sealed class SqliteOnOpen : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetUp(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        SetUp(connection);
        return Task.CompletedTask;
    }

    private static void SetUp(DbConnection connection) => Sqlite.SetUp((SqliteConnection)connection);
}
