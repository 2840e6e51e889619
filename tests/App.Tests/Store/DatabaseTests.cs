using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;
using static Shouwen.App.Tests.Store.StoreWorld;

namespace Shouwen.App.Tests.Store;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var db = Database.ForDesign(Tables.Schema);

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void A_new_database_is_what_the_migrations_come_to()
    {
        using var db = Database.ForDesign(Tables.Schema);
        using var script = new StreamReader(Tables.Schema.Migrations.GetManifestResourceStream("schema.sql")!);

        script.ReadToEnd().ShouldBe(db.GetService<IMigrator>().GenerateScript(), "tools/Migrations/README.md says how to write it again");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        var file = folder.File("newer.db");
        await (Open(file)).DisposeAsync();
        Execute(file, """INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '10.0.14')""");
        var before = File.ReadAllBytes(file);

        var problem = Should.Throw<DatabaseException>(() => Open(file));

        problem.Sentence.En.ShouldContain("newer version");
        File.ReadAllBytes(file).ShouldBe(before);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var file = folder.File("letter.db");
        File.WriteAllText(file, new string('x', 5000));

        Should.Throw<DatabaseException>(() => Open(file)).Sentence.En.ShouldContain("not a SQLite database");
        File.ReadAllText(file).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_left_alone()
    {
        var file = folder.File("other.db");
        Execute(file, "CREATE TABLE notes (text)");

        Should.Throw<DatabaseException>(() => Open(file)).Sentence.En.ShouldContain("another program");
    }

    [Fact]
    public void A_missing_directory_and_a_missing_file_are_named()
    {
        Should.Throw<DatabaseException>(() => Open(folder.File("no/such.db"))).Sentence.En.ShouldContain("no such directory");
        Should.Throw<DatabaseException>(() => Open(folder.Path)).Sentence.En.ShouldContain("directory, not a database");
        Should
            .Throw<DatabaseException>(() => Database.Open(folder.File("none.db"), Tables.Schema, WhenMissing.Complain))
            .Sentence.En.ShouldContain("no such database file");
        File.Exists(folder.File("none.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_killed_migration_does_not_stop_the_next_start()
    {
        var file = folder.File("killed.db");
        Execute(
            file,
            """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""",
            """INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')"""
        );

        await using var database = Open(file);

        await using var db = database.Context();
        (await db.Set<LogTip>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Two_starts_at_once_make_one_database()
    {
        var file = folder.File("both.db");

        var both = await Task.WhenAll(Task.Run(() => Open(file)), Task.Run(() => Open(file)));

        foreach (var database in both)
        {
            await using var db = database.Context();
            (await db.Set<LogTip>().CountAsync()).ShouldBe(1);
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_is_stored_half()
    {
        await using var world = new StoreWorld();
        var number = await world.Open(UntilIssued(Morning));
        await Limit(world, "page_count");

        var text = new string('很', 50_000);
        var problem = await Should.ThrowAsync<DatabaseException>(world.Append(number, Progress(Morning + TimeSpan.FromHours(1), text)));
        problem.Sentence.En.ShouldContain("disk is full");
        world.Log.Load(number)!.Version.ShouldBe(4);

        await Limit(world, "1000000");
        (await world.Append(number, Progress(Morning + TimeSpan.FromHours(1), text))).Done.ShouldBeTrue();
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_read_only_database_is_said()
    {
        await using var world = new StoreWorld();
        await world.Database.Writer.Write(session => session.Run("PRAGMA query_only=ON"));

        var problem = await Should.ThrowAsync<DatabaseException>(world.Open(Opened(Morning)));

        problem.Sentence.En.ShouldContain("read-only");
    }

    private static Task<int> Limit(StoreWorld world, string pages) =>
        world.Database.Writer.Write(session =>
        {
            var count = session.Number($"PRAGMA {(pages == "page_count" ? "page_count" : "max_page_count")}");
            session.Query($"PRAGMA max_page_count={(pages == "page_count" ? count : pages)}", row => row.Long(0));
            return 0;
        });

    private static Database Open(string file) => Database.Open(file, Tables.Schema, WhenMissing.Create);

    private static void Execute(string file, params string[] sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var text in sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }
    }
}
