using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Shouwen.Platform.Data;

/// <summary>
/// One prepared statement, kept and bound by position. ADO.NET looks every parameter up by name at every execution, which
/// costs more than the insert itself when thousands of rows a second are written.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;
    private readonly string sql;
    private readonly int parameters;
    private readonly nint handle;
    private byte[] utf8 = new byte[1024];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        this.sql = sql;
        Check(raw.sqlite3_prepare_v3(this.connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        handle = statement.DangerousGetHandle();
        parameters = raw.sqlite3_bind_parameter_count(statement);
    }

    public int Columns => raw.sqlite3_column_count(statement);

    public void Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != parameters)
        {
            throw new ArgumentException($"{parameters} values expected, {values.Length} given: {sql}");
        }

        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }
    }

    /// <summary>True when there is a row to read.</summary>
    public bool Step()
    {
        var code = SqliteCalls.Step(handle);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, connection);
        }

        return code == raw.SQLITE_ROW;
    }

    /// <summary>Ready for the next use; a failure has been thrown by <see cref="Step"/> already.</summary>
    public void Reset() => SqliteCalls.Reset(handle);

    public int Changes() => raw.sqlite3_changes(connection);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>By length, not up to the first NUL.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

    public byte[] Blob(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public object? Value(int column) =>
        raw.sqlite3_column_type(statement, column) switch
        {
            raw.SQLITE_NULL => null,
            raw.SQLITE_INTEGER => Long(column),
            raw.SQLITE_TEXT => Text(column),
            raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
            _ => Blob(column),
        };

    public void Dispose() => statement.Dispose();

    private int Bind(int index, object? value) =>
        value switch
        {
            null => SqliteCalls.BindNull(handle, index),
            long number => SqliteCalls.Bind(handle, index, number),
            int number => SqliteCalls.Bind(handle, index, number),
            string text => Bind(index, text),
            byte[] bytes => SqliteCalls.BindBlob(handle, index, bytes),
            _ => throw new ArgumentException($"{value.GetType().Name} is not a type of the tables: {sql}"),
        };

    private int Bind(int index, string text)
    {
        if (utf8.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            utf8 = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return SqliteCalls.BindText(handle, index, utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, connection);
        }
    }
}
