using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Data;

namespace Shouwen.Platform.Contract;

/// <summary>One row of an answer, valid until the next one is read.</summary>
public readonly struct Row
{
    private readonly SqliteStatement statement;

    internal Row(SqliteStatement statement) => this.statement = statement;

    public int Columns => statement.Columns;

    public long Long(int column) => statement.Long(column);

    public int Int(int column) => (int)statement.Long(column);

    public string Text(int column) => statement.Text(column);

    public byte[] Bytes(int column) => statement.Blob(column);

    public bool IsNull(int column) => statement.IsNull(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>As stored: long, string, byte[] or null.</summary>
    public object? Value(int column) => statement.Value(column);
}

/// <summary>
/// Prepared SQL on one connection. Statements are written with @names and given their values (long, int, string, byte[] or
/// null) in the order in which the names first appear; each is prepared once per connection.
/// </summary>
public abstract class Session
{
    private readonly Dictionary<string, SqliteStatement> prepared;

    private protected Session(SqliteConnection connection, Dictionary<string, SqliteStatement>? prepared = null)
    {
        Connection = connection;
        this.prepared = prepared ?? NothingPrepared();
    }

    internal SqliteConnection Connection { get; }

    internal static Dictionary<string, SqliteStatement> NothingPrepared() => new(new ByLength());

    /// <summary>All rows of a short answer.</summary>
    public List<T> Query<T>(string sql, Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        var statement = Prepared(sql);
        var rows = new List<T>();
        try
        {
            statement.Bind(values);
            while (statement.Step())
            {
                rows.Add(read(new Row(statement)));
            }
        }
        finally
        {
            statement.Reset();
        }

        return rows;
    }

    /// <summary>The one number a statement answers with; null when there is no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values)
    {
        var rows = Query(sql, static row => row.IsNull(0) ? (long?)null : row.Long(0), values);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>A long answer, row by row; other statements may run meanwhile.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<Row, T> read, params object?[] values)
    {
        using var statement = new SqliteStatement(Connection, sql);
        statement.Bind(values);
        while (statement.Step())
        {
            yield return read(new Row(statement));
        }
    }

    /// <summary>Whether an import is under way that has put indexes off: a statement must not name one then.</summary>
    public bool IndexesArePostponed() => SqliteIndexes.ArePostponed(this);

    private protected int Execute(string sql, ReadOnlySpan<object?> values)
    {
        var statement = Prepared(sql);
        try
        {
            statement.Bind(values);
            statement.Step();
            return statement.Changes();
        }
        finally
        {
            statement.Reset();
        }
    }

    private protected void CloseConnection() => ToKeep().Dispose();

    private protected KeptConnection ToKeep() => new(Connection, prepared);

    private SqliteStatement Prepared(string sql)
    {
        if (!prepared.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(Connection, sql);
            prepared.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Statements are few, long and mostly the same object: reading a whole one to find its place costs more than a comparison.</summary>
    private sealed class ByLength : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string sql) => sql.Length;
    }
}

/// <summary>What one request may do inside the shared transaction; it must not be kept after the request.</summary>
public sealed class WriteSession : Session, IDisposable
{
    private readonly Func<SqliteConnection, Db> context;
    private readonly Dictionary<Type, (object Gathered, Action Write)> gathered = [];
    private Db? db;

    internal WriteSession(SqliteConnection connection, Func<SqliteConnection, Db> context)
        : base(connection) => this.context = context;

    internal SqliteTransaction? Transaction { get; set; }

    /// <summary>
    /// EF on the same connection and transaction, for edits of master data: call SaveChanges inside the request, and the
    /// edit stands or falls with everything else the request writes.
    /// </summary>
    public Db Db
    {
        get
        {
            if (db is null)
            {
                db = context(Connection);
                db.Database.UseTransaction(Transaction);
            }

            return db;
        }
    }

    /// <summary>Runs an insert, update or delete; returns how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Execute(sql, values);

    /// <summary>
    /// Drops the indexes of these tables that serve reading only, before very many rows come in. Whoever calls this calls
    /// <see cref="Database.MakePostponedIndexes"/> in the end; was it killed, the next one to open the file does.
    /// </summary>
    public void PostponeIndexes(params IEnumerable<string> tables) => SqliteIndexes.Postpone(this, tables);

    /// <summary>
    /// What a request gathers row by row and writes once, at its end: a thousand imported cases change a few sums, not a
    /// thousand times one.
    /// </summary>
    public T Gather<T>(Action<WriteSession, T> write)
        where T : class, new()
    {
        if (gathered.TryGetValue(typeof(T), out var there))
        {
            return (T)there.Gathered;
        }

        var made = new T();
        gathered.Add(typeof(T), (made, () => write(this, made)));
        return made;
    }

    internal void WriteGathered()
    {
        foreach (var (_, write) in gathered.Values)
        {
            write();
        }

        gathered.Clear();
    }

    internal void ForgetDb()
    {
        gathered.Clear();
        db?.Dispose();
        db = null;
    }

    public void Dispose()
    {
        ForgetDb();
        CloseConnection();
    }
}

/// <summary>One consistent picture of the whole database, as it was when the session began.</summary>
public sealed class ReadSession : Session, IDisposable
{
    private readonly KeptConnections kept;
    private bool ended;

    internal ReadSession(KeptConnection connection, KeptConnections kept)
        : base(connection.Connection, connection.Prepared)
    {
        this.kept = kept;
        Execute("BEGIN", []);
    }

    public void Dispose()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        try
        {
            Execute("ROLLBACK", []);
            kept.GiveBack(ToKeep());
        }
        catch (SqliteException)
        {
            CloseConnection();
        }
    }
}
