using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Shouwen.Platform.Data;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>
/// The one way to write. A single loop takes the requests in turn; those that arrive together run in one transaction, each
/// but the first in its own savepoint, and are answered after one durable COMMIT. A request that throws undoes only itself;
/// a COMMIT that fails fails all of them. Another process may write to the same file: the transaction takes the write lock
/// first and the requests read inside it, so nobody decides on what somebody else has changed meanwhile.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    /// <summary>So that one commit never makes its first request wait for a whole queue.</summary>
    private const int MostPerCommit = 256;

    /// <summary>
    /// A large request commits without waiting for the next large one: whoever prepares them gets going again, and the desk's
    /// small requests are answered between them.
    /// </summary>
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(20);

    private readonly Channel<Request> queue = Channel.CreateUnbounded<Request>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<WriteSession> open;
    private readonly Func<Exception, DatabaseException?> explain;
    private readonly Lazy<Thread> loop;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Writer(Func<WriteSession> open, Func<Exception, DatabaseException?> explain)
    {
        this.open = open;
        this.explain = explain;
        loop = new Lazy<Thread>(StartLoop);
    }

    /// <summary>How many requests nobody has begun with yet.</summary>
    public int Waiting => queue.Reader.CanCount ? queue.Reader.Count : 0;

    /// <summary>Runs the work in the writer's loop; done when it is on the disk.</summary>
    public Task<T> Write<T>(Func<WriteSession, T> work, CancellationToken cancellation = default)
    {
        var request = new Request<T>(work, cancellation);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(request), this);
        _ = loop.Value;
        return request.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop.IsValueCreated)
        {
            await ended.Task;
        }
    }

    private Thread StartLoop()
    {
        var thread = new Thread(Loop) { IsBackground = true, Name = "writer" };
        thread.Start();
        return thread;
    }

    private void Loop()
    {
        WriteSession? session = null;
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var batch = new List<Request>();
            try
            {
                session ??= open();
                CommitTogether(session, batch);
            }
            catch (Exception problem)
            {
                while (batch.Count == 0 && queue.Reader.TryRead(out var next))
                {
                    batch.Add(next);
                }

                Fail(batch, problem);
                session?.Dispose();
                session = null;
            }
        }

        session?.Dispose();
        ended.SetResult();
    }

    private void CommitTogether(WriteSession session, List<Request> batch)
    {
        using var transaction = Sqlite.BeginToWrite(session.Connection);
        session.Transaction = transaction;
        try
        {
            if (queue.Reader.TryRead(out var first))
            {
                var begun = Stopwatch.GetTimestamp();
                batch.Add(first);
                if (RunFirst(session, transaction, first))
                {
                    RunFollowing(session, batch, begun);
                    transaction.Commit();
                }
            }
        }
        finally
        {
            session.ForgetDb();
            session.Transaction = null;
        }

        foreach (var request in batch)
        {
            request.Reply();
        }
    }

    /// <summary>
    /// Nothing stands before the first request, so a failure may undo the whole transaction. A savepoint would keep the old
    /// content of every page that is changed under it: for a large request as much work again.
    /// </summary>
    private bool RunFirst(WriteSession session, SqliteTransaction transaction, Request request)
    {
        try
        {
            request.Run(session);
            return true;
        }
        catch (Exception problem) when (!Sqlite.TransactionIsGone(session.Connection))
        {
            request.Problem = explain(problem) ?? problem;
            transaction.Rollback();
            return false;
        }
        finally
        {
            session.ForgetDb();
        }
    }

    private void RunFollowing(WriteSession session, List<Request> batch, long begun)
    {
        while (batch.Count < MostPerCommit && Stopwatch.GetElapsedTime(begun) < LongestGathering && queue.Reader.TryRead(out var request))
        {
            batch.Add(request);
            RunInSavepoint(session, request);
        }
    }

    private void RunInSavepoint(WriteSession session, Request request)
    {
        session.Run("SAVEPOINT request");
        try
        {
            request.Run(session);
        }
        catch (Exception problem) when (!Sqlite.TransactionIsGone(session.Connection))
        {
            request.Problem = explain(problem) ?? problem;
            session.Run("ROLLBACK TO request");
        }
        finally
        {
            session.ForgetDb();
        }

        session.Run("RELEASE request");
    }

    private void Fail(List<Request> batch, Exception problem)
    {
        var reason =
            explain(problem)
            ?? new DatabaseException(new Words("写入失败：" + problem.Message, "the write failed: " + problem.Message), problem);
        foreach (var request in batch)
        {
            request.Problem ??= reason;
            request.Reply();
        }
    }

    private abstract class Request
    {
        public Exception? Problem { get; set; }

        public abstract void Run(WriteSession session);

        public abstract void Reply();
    }

    private sealed class Request<T>(Func<WriteSession, T> work, CancellationToken cancellation) : Request
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Answer => answer.Task;

        public override void Run(WriteSession session)
        {
            cancellation.ThrowIfCancellationRequested();
            result = work(session);
            session.WriteGathered();
        }

        public override void Reply()
        {
            switch (Problem)
            {
                case null:
                    answer.SetResult(result!);
                    break;
                case OperationCanceledException when cancellation.IsCancellationRequested:
                    answer.SetCanceled(cancellation);
                    break;
                default:
                    answer.SetException(Problem);
                    break;
            }
        }
    }
}
