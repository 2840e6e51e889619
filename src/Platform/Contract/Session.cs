using System.Data.Common;
using System.Text.RegularExpressions;

namespace Shouwen.Platform.Contract;

/// <summary>
/// Prepared SQL on one connection. Statements are written with @names and given their values in the order in which the
/// names first appear; each is prepared once per connection.
/// </summary>
public abstract partial class Session
{
    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    private protected Session(DbConnection connection) => Connection = connection;

    internal DbConnection Connection { get; }

    internal DbTransaction? Transaction { get; set; }

    /// <summary>All rows of a short answer.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(Prepared(sql), values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>The one number a statement answers with; null when there is no row.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => Bound(Prepared(sql), values).ExecuteScalar() as long?;

    /// <summary>A long answer, row by row; other statements may run meanwhile.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> row, params object?[] values)
    {
        using var command = Bound(Prepare(sql), values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return row(reader);
        }
    }

    private protected int Execute(string sql, ReadOnlySpan<object?> values) => Bound(Prepared(sql), values).ExecuteNonQuery();

    private protected void CloseConnection()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    private DbCommand Prepared(string sql)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Prepare(sql);
            prepared.Add(sql, command);
        }

        return command;
    }

    private DbCommand Prepare(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in Names().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private DbCommand Bound(DbCommand command, ReadOnlySpan<object?> values)
    {
        if (values.Length != command.Parameters.Count)
        {
            throw new ArgumentException($"{command.Parameters.Count} values expected, {values.Length} given: {command.CommandText}");
        }

        if (!ReferenceEquals(command.Transaction, Transaction))
        {
            command.Transaction = Transaction;
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    [GeneratedRegex("@[a-z_]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}

/// <summary>What one request may do inside the shared transaction; it must not be kept after the request.</summary>
public sealed class WriteSession : Session, IDisposable
{
    private readonly Func<DbConnection, Db> context;
    private Db? db;

    internal WriteSession(DbConnection connection, Func<DbConnection, Db> context)
        : base(connection) => this.context = context;

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
                Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.UseTransaction(db.Database, Transaction);
            }

            return db;
        }
    }

    public int Run(string sql, params ReadOnlySpan<object?> values) => Execute(sql, values);

    internal void ForgetDb()
    {
        db?.Dispose();
        db = null;
    }

    public void Dispose()
    {
        ForgetDb();
        CloseConnection();
    }
}

/// <summary>One consistent picture of the whole database for a long read.</summary>
public sealed class ReadSession : Session, IDisposable
{
    internal ReadSession(DbConnection connection, DbTransaction transaction)
        : base(connection) => Transaction = transaction;

    public void Dispose()
    {
        Transaction?.Dispose();
        CloseConnection();
    }
}
