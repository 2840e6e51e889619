using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Bench;

/// <summary>How fast the store takes events, beside what the disk allows in the same run.</summary>
internal static class StoreBench
{
    private const int Writers = 32;

    /// <summary>So that just-in-time compilation is not counted.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <summary>32 writers, each waiting for the durable answer before its next event.</summary>
    public static async Task Append(string[] args)
    {
        var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        using var folder = new TemporaryFolder();
        Console.WriteLine($"disk: {BareFsyncs(folder.Path):N0} write+fsync/s of a bare file (4 KiB appended)");
        Console.WriteLine($"disk: {BareCommits(folder.Path):N0} commits/s of a bare SQLite insert (WAL, FULL)");

        await using var database = Database.Open(Path.Combine(folder.Path, "append.db"), Tables.Schema, WhenMissing.Create);
        var log = Log(database, new Frozen(Instant.Parse("2026-10-08T12:00:00+08:00").ToDateTimeOffset()));
        await Together(log, WarmUp);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var latencies = await Together(log, TimeSpan.FromSeconds(seconds));
        var elapsed = clock.Elapsed.TotalSeconds;
        var all = latencies.SelectMany(list => list).Order().ToList();
        Console.WriteLine(
            $"append: {all.Count / elapsed:N0} events/s durable, {Writers} writers, p50 {Percentile(all, 0.5):F1} ms, p99 {Percentile(all, 0.99):F1} ms, {all.Count:N0} events, {Cpu(cpu, all.Count)}"
        );
    }

    private static Task<List<double>[]> Together(CaseLog log, TimeSpan length)
    {
        var clock = Stopwatch.StartNew();
        return Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteUntil(log, writer, clock, length))));
    }

    /// <summary>Imported closed cases of two events, with chains, personal text and projections.</summary>
    public static async Task Bulk(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        const int Chunk = 2_000;
        using var folder = new TemporaryFolder();
        Console.WriteLine($"disk: {BareRows(folder.Path):N0} rows/s of a bare SQLite insert (one index, one transaction)");
        await using var database = Database.Open(Path.Combine(folder.Path, "bulk.db"), Tables.Schema, WhenMissing.Create);
        var log = Log(database, TimeProvider.System);
        var random = new Random(1);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var under = new Queue<Task<IReadOnlyList<CaseAnswer>>>();
        for (var first = 0; first < count; first += Chunk)
        {
            var cases = Enumerable.Range(first, Chunk).Select(i => Historic(i, random)).ToList();
            under.Enqueue(log.OpenMany(cases));
            if (under.Count > 2)
            {
                Check(await under.Dequeue());
            }
        }

        while (under.Count > 0)
        {
            Check(await under.Dequeue());
        }

        var elapsed = clock.Elapsed.TotalSeconds;
        Console.WriteLine(
            $"bulk: {count / elapsed:N0} cases/s ({count:N0} historic cases of 2 events in {elapsed:F1} s, {Cpu(cpu, count)})"
        );
        Console.WriteLine($"bulk: {new FileInfo(database.File).Length / (double)count:N0} bytes a case");
    }

    private static async Task<List<double>> WriteUntil(CaseLog log, int writer, Stopwatch clock, TimeSpan end)
    {
        const int EventsPerCase = 20;
        var latencies = new List<double>();
        while (clock.Elapsed < end)
        {
            var at = Instant.Parse("2026-10-08T09:00:00+08:00");
            var number = "";
            for (var i = 0; i < EventsPerCase && clock.Elapsed < end; i++)
            {
                var started = clock.Elapsed;
                var answer =
                    i == 0
                        ? await log.Open(new NewCase("group", [Opening(at)]) { Project = $"P{writer}" })
                        : await log.Append(new AppendRequest(number, [Following(i, at + TimeSpan.FromMinutes(i))], i));
                number = answer.Number;
                if (!answer.Done)
                {
                    throw new InvalidOperationException(answer.Refusal?.Sentence.En ?? answer.Malformed?.Sentence.En);
                }

                latencies.Add((clock.Elapsed - started).TotalMilliseconds);
            }
        }

        return latencies;
    }

    private static NewEvent Opening(Instant at) =>
        NewEvent.Of(
            EventType.CaseOpened,
            at,
            "s1",
            $$"""{"channel":"phone","category":"property.repair","contactEndedAt":"{{at}}","unit":"3-1201","demand":"厨房下水管渗水，楼下也有水渍"}"""
        );

    private static NewEvent Following(int i, Instant at) =>
        i switch
        {
            1 => NewEvent.Of(EventType.OrderSubmitted, at, "s1", $$"""{"requiredBy":"{{at + TimeSpan.FromDays(3)}}"}"""),
            2 => NewEvent.Of(EventType.OrderApproved, at, "d", "{}"),
            3 => NewEvent.Of(
                EventType.OrderIssued,
                at,
                "g",
                """{"department":"property","accountable":"p1","leader":"l1","chairman":"c1"}"""
            ),
            4 => NewEvent.Of(EventType.VisitMade, at, "p1", "{}"),
            5 => NewEvent.Of(EventType.PlanRecorded, at, "p1", "{}"),
            _ => NewEvent.Of(EventType.ProgressRecorded, at, "p1", """{"text":"已联系业主，明天上午换管"}"""),
        };

    private static NewCase Historic(int i, Random random)
    {
        var opened = Instant.Parse("2015-01-01T00:00:00+08:00") + TimeSpan.FromSeconds(random.NextInt64(300_000_000));
        var opening =
            $$"""{"channel":"app","category":"repair","project":"星河{{i % 40}}","unit":"{{i % 900}}","demand":"厨房水管漏水，请尽快处理 {{i}}"}""";
        return new NewCase(
            "historic",
            [
                NewEvent.Of(EventType.CaseOpened, opened, null, opening),
                NewEvent.Of(EventType.CaseClosed, opened + TimeSpan.FromHours(30), "s1", """{"text":"已处理"}"""),
            ]
        )
        {
            Source = "bench",
            Reference = i.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static void Check(IReadOnlyList<CaseAnswer> answers)
    {
        if (answers.FirstOrDefault(answer => !answer.Done) is { } bad)
        {
            throw new InvalidOperationException(bad.Refusal?.Sentence.En ?? bad.Malformed?.Sentence.En ?? "already there");
        }
    }

    /// <summary>On a machine shared with others the processor time says more than the clock.</summary>
    private static string Cpu(TimeSpan before, int count)
    {
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;
        return $"{used.TotalMicroseconds / count:F0} µs of processor each";
    }

    private static CaseLog Log(Database database, TimeProvider clock)
    {
        var loaded = RuleFolder.Load(Path.Combine(AppContext.BaseDirectory, "rules"), Path.Combine(AppContext.BaseDirectory, "calendars"));
        return new CaseLog(database, loaded.Value!, () => Context.Unknown, clock);
    }

    private static double BareFsyncs(string folder)
    {
        const int Count = 1_000;
        var page = new byte[4096];
        using var file = new FileStream(Path.Combine(folder, "bare"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Count; i++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }

        return Count / clock.Elapsed.TotalSeconds;
    }

    private static double BareCommits(string folder)
    {
        const int Count = 1_000;
        using var connection = Bare(Path.Combine(folder, "commits.db"));
        using var insert = Insert(connection);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Count; i++)
        {
            insert.Parameters[0].Value = i;
            insert.ExecuteNonQuery();
        }

        return Count / clock.Elapsed.TotalSeconds;
    }

    private static double BareRows(string folder)
    {
        const int Count = 500_000;
        using var connection = Bare(Path.Combine(folder, "rows.db"));
        using var insert = Insert(connection);
        var clock = Stopwatch.StartNew();
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        for (var i = 0; i < Count; i++)
        {
            insert.Parameters[0].Value = (i * 7_919L) % Count;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return Count / clock.Elapsed.TotalSeconds;
    }

    private static SqliteConnection Bare(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var set = connection.CreateCommand();
        set.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a BIGINT, b TEXT); CREATE INDEX i ON t (a);";
        set.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Insert(SqliteConnection connection)
    {
        var insert = connection.CreateCommand();
        insert.CommandText =
            "INSERT INTO t (a, b) VALUES ($a, 'one event of about one hundred bytes, as the log holds them, with its hash and its times in it')";
        insert.Parameters.Add(new SqliteParameter("$a", SqliteType.Integer));
        return insert;
    }

    private static double Percentile(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    /// <summary>The measured cases are a day's work; at the real date each would carry weeks of missed daily duties.</summary>
    private sealed class Frozen(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("shouwen-bench-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
