using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Data;

/// <summary>Brings a database file to the tables of this version, once, whoever else starts at the same time.</summary>
internal static class Upgrade
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static void Run(string file, Assembly migrations, Func<Db> context, WhenMissing missing)
    {
        var known = Known(migrations);
        var applied = Inspect(file, known);
        SqliteIndexes.MakeLeft(file);
        if (applied.Count == known.Count)
        {
            return;
        }

        using var gate = TakeLock(file);
        if (missing == WhenMissing.Create && !File.Exists(file))
        {
            using var created = new SqliteConnection(Sqlite.ConnectionString(file, existing: false) + ";Pooling=False");
            created.Open();
            Sqlite.SetUp(created);
            Make(created, migrations);
        }

        if (Inspect(file, known).Count == known.Count)
        {
            return;
        }

        using (var connection = new SqliteConnection(Sqlite.ConnectionString(file, existing: true) + ";Pooling=False"))
        {
            connection.Open();
            Sqlite.ForgetKilledMigration(connection);
        }

        using var db = context();
        db.Database.Migrate();
    }

    /// <summary>
    /// A new database gets what all migrations come to in one script: EF would build a model for each of them, which takes
    /// longer than anything else in the first start.
    /// </summary>
    private static void Make(SqliteConnection connection, Assembly migrations) => Sqlite.Run(connection, Script(migrations));

    /// <summary>
    /// As the script records them, in order; a test holds it against the migrations themselves. Asking EF, or reflecting over
    /// its classes, would load EF at every start, to learn that nothing is to do.
    /// </summary>
    private static List<string> Known(Assembly migrations)
    {
        const string Recorded = "VALUES ('";
        var lines = Script(migrations).Split('\n');
        return
        [
            .. lines
                .Zip(lines.Skip(1))
                .Where(pair => pair.First.StartsWith("INSERT INTO \"__EFMigrationsHistory\"", StringComparison.Ordinal))
                .Select(pair => pair.Second[Recorded.Length..pair.Second.IndexOf('\'', Recorded.Length)]),
        ];
    }

    private static string Script(Assembly migrations)
    {
        using var script = new StreamReader(migrations.GetManifestResourceStream("schema.sql")!);
        return script.ReadToEnd();
    }

    public static IReadOnlyList<string> Missing(string file, Assembly migrations)
    {
        var known = Known(migrations);
        return [.. known.Except(Inspect(file, known), StringComparer.Ordinal)];
    }

    /// <summary>Which of our migrations the file has; refuses what is not ours to open. Opens the file for reading only.</summary>
    private static List<string> Inspect(string file, List<string> known)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var connection = Sqlite.OpenToInspect(file);
        if (Sqlite.IsEmpty(connection))
        {
            return [];
        }

        if (!Sqlite.HasTable(connection, "__EFMigrationsHistory"))
        {
            if (Sqlite.HasTable(connection, "__EFMigrationsLock"))
            {
                // Another process has just begun to migrate it, or was killed when it had.
                return [];
            }

            throw new DatabaseException(
                new Words($"这是别的程序的 SQLite 数据库：{file}", $"this SQLite database belongs to another program: {file}")
            );
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        using var reader = command.ExecuteReader();
        var applied = new List<string>();
        while (reader.Read())
        {
            applied.Add(reader.GetString(0));
        }

        if (applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).LastOrDefault() is { } unknown)
        {
            throw new DatabaseException(
                new Words(
                    $"数据库是更新版本的首问建立的（{unknown}），请用那个版本打开：{file}",
                    $"the database was made by a newer version of Shouwen ({unknown}); open it with that version: {file}"
                )
            );
        }

        return applied;
    }

    private static FileStream TakeLock(string file)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
