using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Shouwen.Platform.Data;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>What to do when the file is not there.</summary>
public enum WhenMissing
{
    /// <summary>The verb only reads: say so.</summary>
    Complain,

    /// <summary>Make the file; its directory must exist.</summary>
    Create,
}

/// <summary>Which tables a database has and where its migrations stand.</summary>
/// <param name="Modules">The assemblies that contribute tables.</param>
/// <param name="Migrations">The assembly with the migrations.</param>
public sealed record Schema(IReadOnlyList<Assembly> Modules, Assembly Migrations);

/// <summary>An open database: one writer, any number of readers.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly KeptConnections readers;
    private DbContextOptions<Db>? options;

    private Database(string file, Schema schema)
    {
        File = file;
        Schema = schema;
        readers = new KeptConnections(file);
        Writer = new Writer(() => new WriteSession(Sqlite.OpenToWrite(file), ContextOn), problem => Sqlite.Explain(problem, file));
    }

    public string File { get; }

    public Writer Writer { get; }

    private Schema Schema { get; }

    /// <summary>
    /// Opens the file and brings it to this version's tables. A file of a newer version, of another program or of no
    /// database at all is refused before anything in it is touched.
    /// </summary>
    public static Database Open(string file, Schema schema, WhenMissing missing)
    {
        var path = Path.GetFullPath(file);
        try
        {
            CheckPath(path, missing);
            var database = new Database(path, schema);
            Upgrade.Run(path, schema.Migrations, database.Context, missing);
            return database;
        }
        catch (SqliteException problem)
        {
            throw Sqlite.Explain(problem, path)
                ?? new DatabaseException(new Words($"数据库出错：{problem.Message}", $"the database failed: {problem.Message}"), problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new DatabaseException(new Words($"没有权限读写：{path}", $"no permission to read and write: {path}"), problem);
        }
        catch (IOException problem)
        {
            throw new DatabaseException(new Words($"不能使用 {path}：{problem.Message}", $"cannot use {path}: {problem.Message}"), problem);
        }
    }

    /// <summary>The migrations of this version that the file lacks; none while all is well.</summary>
    public IReadOnlyList<string> MissingMigrations() => Upgrade.Missing(File, Schema.Migrations);

    /// <summary>For queries: nothing is tracked. Edits go through <see cref="Writer"/> and <see cref="WriteSession.Db"/>.</summary>
    public Db Context() => new(OptionsOfFile()) { ChangeTracker = { QueryTrackingBehavior = QueryTrackingBehavior.NoTracking } };

    /// <summary>Prepared SQL over one consistent picture of the database.</summary>
    public ReadSession Read() => new(readers.Take(), readers);

    /// <summary>Gives up what reading keeps at hand; the next to read opens the file anew.</summary>
    public void Rest() => readers.Forget();

    /// <summary>Makes the indexes that <see cref="WriteSession.PostponeIndexes"/> has dropped, one to a commit.</summary>
    public async Task MakePostponedIndexes()
    {
        while (await Writer.Write(SqliteIndexes.MakeNext)) { }
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        readers.Dispose();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>The sentence for a failure of disk or file; null when it is neither.</summary>
    public DatabaseException? Explain(Exception problem) => problem as DatabaseException ?? Sqlite.Explain(problem, File);

    /// <summary>The model without a database, for the migrations tool.</summary>
    public static Db ForDesign(Schema schema) =>
        new(Options(schema, builder => builder.UseSqlite("Data Source=design.db", Migrations(schema))));

    /// <summary>Made when EF is first asked: a desk at which nobody edits anything never loads it.</summary>
    private DbContextOptions<Db> OptionsOfFile() =>
        options ??= Options(Schema, builder => builder.UseSqlite(Sqlite.ConnectionString(File, existing: true), Migrations(Schema)));

    private Db ContextOn(SqliteConnection connection) => new(Options(Schema, builder => builder.UseSqlite(connection)));

    private static Action<SqliteDbContextOptionsBuilder> Migrations(Schema schema) =>
        sqlite => sqlite.MigrationsAssembly(schema.Migrations.GetName().Name);

    private static DbContextOptions<Db> Options(Schema schema, Action<DbContextOptionsBuilder<Db>> provider)
    {
        var builder = new DbContextOptionsBuilder<Db>();
        provider(builder);
        builder.AddInterceptors(new SqliteOnOpen());
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new ModuleTables(schema.Modules));
        return builder.Options;
    }

    private static void CheckPath(string path, WhenMissing missing)
    {
        if (Directory.Exists(path))
        {
            throw new DatabaseException(
                new Words($"这是目录，不是数据库文件：{path}", $"this is a directory, not a database file: {path}")
            );
        }

        if (!System.IO.File.Exists(path) && missing == WhenMissing.Complain)
        {
            throw new DatabaseException(new Words($"没有这个数据库文件：{path}", $"no such database file: {path}"));
        }

        if (Path.GetDirectoryName(path) is { } directory && !Directory.Exists(directory))
        {
            throw new DatabaseException(new Words($"没有这个目录：{directory}", $"no such directory: {directory}"));
        }
    }
}
