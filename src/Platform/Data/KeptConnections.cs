using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Data;

/// <summary>A connection with the statements prepared on it.</summary>
internal sealed record KeptConnection(SqliteConnection Connection, Dictionary<string, SqliteStatement> Prepared) : IDisposable
{
    public void Dispose()
    {
        foreach (var statement in Prepared.Values)
        {
            statement.Dispose();
        }

        Connection.Dispose();
    }
}

/// <summary>
/// Reading connections between two uses. To open a file, set it up and prepare a page's statements takes longer than to
/// run them.
/// </summary>
internal sealed class KeptConnections(string file) : IDisposable
{
    private const int MostKept = 16;

    /// <summary>An address decides how some statements are put together: what was prepared for it is not kept for ever.</summary>
    private const int MostPrepared = 200;

    private readonly ConcurrentStack<KeptConnection> idle = [];
    private volatile bool closed;

    public KeptConnection Take() =>
        idle.TryPop(out var kept) ? kept : new KeptConnection(Sqlite.OpenToRead(file), Session.NothingPrepared());

    public void GiveBack(KeptConnection connection)
    {
        if (closed || idle.Count >= MostKept || connection.Prepared.Count > MostPrepared)
        {
            connection.Dispose();
            return;
        }

        idle.Push(connection);
    }

    public void Dispose()
    {
        closed = true;
        Forget();
    }

    /// <summary>With the pages of the file that each has in memory.</summary>
    public void Forget()
    {
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }
}
