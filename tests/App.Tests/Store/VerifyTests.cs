using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;
using static Shouwen.App.Tests.Store.StoreWorld;

namespace Shouwen.App.Tests.Store;

/// <summary>A small log with everything in it, made once: charges, decisions, erased words, imported rows, a late event.</summary>
public sealed class TamperWorld : IAsyncLifetime, IAsyncDisposable
{
    private readonly StoreWorld world = new();

    public LogEnd EndBeforeLast { get; private set; }

    public async Task InitializeAsync()
    {
        var hour = TimeSpan.FromHours(1);
        world.Clock.Now = Morning + TimeSpan.FromDays(25);
        var number = await world.Open(UntilIssued(Morning));
        await world.Append(number, Event(EventType.VisitMade, Morning + (5 * hour)), Progress(Morning + (6 * hour)));
        await world.Append(number, Event(EventType.VisitMade, Morning + (2 * hour)) with { DeviceAt = DateTimeOffset.UnixEpoch });
        await world.Log.OpenMany([Historic(Morning, "1"), Historic(Morning - TimeSpan.FromDays(400), "2")]);
        Problems(world.Database, null, out var count);
        EndBeforeLast = count.End;
        var forgotten = await world.Open(Opened(Morning));
        await world.Log.Erase(forgotten);
    }

    /// <summary>A copy of the file after something was done to it.</summary>
    public Database Copy(TemporaryFolder folder, params string[] sql)
    {
        var file = folder.File("copy.db");
        using (var source = new SqliteConnection($"Data Source={world.File};Pooling=False"))
        using (var copy = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
            foreach (var text in sql)
            {
                using var command = copy.CreateCommand();
                command.CommandText = text;
                command.ExecuteNonQuery().ShouldBeGreaterThan(0, text);
            }
        }

        return Database.Open(file, Tables.Schema, WhenMissing.Complain);
    }

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync() => world.DisposeAsync();
}

public sealed class VerifyTests(TamperWorld world) : IClassFixture<TamperWorld>, IDisposable
{
    private static readonly string[] Checked = ["log_event", "log_text", "log_head", "log_tip", "cases", "case_clock", "case_penalty"];

    private static readonly string[] CaseTables = ["log_event", "log_head", "log_text", "cases", "case_clock", "case_penalty"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string> EveryColumn()
    {
        var data = new TheoryData<string, string>();
        using var db = Database.ForDesign(Tables.Schema);
        foreach (var table in db.Model.GetEntityTypes().Where(entity => Checked.Contains(entity.GetTableName(), StringComparer.Ordinal)))
        {
            foreach (var column in table.GetProperties())
            {
                data.Add(table.GetTableName()!, column.GetColumnName());
            }
        }

        return data;
    }

    [Fact]
    public async Task An_untouched_log_is_sound()
    {
        await using var database = world.Copy(folder);

        Problems(database, world.EndBeforeLast, out var count).ShouldBeEmpty();
        count.Cases.ShouldBe(4);
        count.Events.ShouldBe(12);
        count.Erased.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(EveryColumn))]
    public async Task A_changed_value_is_found_in_every_column(string table, string column)
    {
        var changed = $"""
            UPDATE {table} SET "{column}" = CASE typeof("{column}")
              WHEN 'integer' THEN "{column}" + 1000
              WHEN 'text' THEN "{column}" || ' '
              WHEN 'blob' THEN CAST(X'AA55' || "{column}" AS BLOB)
              ELSE 1 END
            WHERE rowid = (SELECT max(rowid) FROM {table})
            """;
        await using var database = world.Copy(folder, changed);

        Problems(database, null, out _).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("cases", "changes_at", "changes_at + 1000000")]
    [InlineData("cases", "computed_until", "computed_until - 1000000")]
    [InlineData("cases", "closing_time_usable", "1 - closing_time_usable")]
    [InlineData("case_clock", "state", "'met'")]
    [InlineData("case_clock", "due_at", "due_at + 1000000")]
    [InlineData("case_penalty", "amount_fen", "amount_fen - 100")]
    [InlineData("case_penalty", "subject", "'p2'")]
    [InlineData("log_text", "text", "replace(text, '厨', '橱')")]
    [InlineData("log_text", "text", "replace(text, ':', ': ')")]
    [InlineData("log_event", "data", "replace(data, '3-1201', '3-1202')")]
    [InlineData("log_event", "by", "NULL")]
    public async Task A_small_plausible_change_is_found(string table, string column, string value)
    {
        await using var database = world.Copy(
            folder,
            $"""UPDATE {table} SET "{column}" = {value} WHERE "{column}" IS NOT NULL AND "{column}" IS NOT ({value})"""
        );

        Problems(database, null, out _).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("an event in the middle", "DELETE FROM log_event WHERE seq = 2")]
    [InlineData("the last event of a case", "DELETE FROM log_event WHERE seq = 7")]
    [InlineData(
        "a whole case with all its rows but the heads",
        "DELETE FROM log_event WHERE case_id = 2",
        "DELETE FROM log_text WHERE case_id = 2",
        "DELETE FROM cases WHERE case_id = 2",
        "DELETE FROM case_clock WHERE case_id = 2"
    )]
    [InlineData(
        "a whole case with its heads",
        "DELETE FROM log_event WHERE case_id = 2",
        "DELETE FROM log_head WHERE case_id = 2",
        "DELETE FROM log_text WHERE case_id = 2",
        "DELETE FROM cases WHERE case_id = 2",
        "DELETE FROM case_clock WHERE case_id = 2"
    )]
    [InlineData(
        "the tail",
        "DELETE FROM log_event WHERE case_id = 4",
        "DELETE FROM log_head WHERE case_id = 4",
        "DELETE FROM log_text WHERE case_id = 4",
        "DELETE FROM cases WHERE case_id = 4",
        "DELETE FROM case_clock WHERE case_id = 4"
    )]
    [InlineData("a link of the chain", "DELETE FROM log_head WHERE position = 2")]
    [InlineData("the tip", "DELETE FROM log_tip")]
    [InlineData("a case's row", "DELETE FROM cases WHERE case_id = 1")]
    [InlineData("a clock", "DELETE FROM case_clock WHERE case_id = 1 AND ordinal = 0")]
    [InlineData("a charge", "DELETE FROM case_penalty WHERE case_id = 1 AND ordinal = 0")]
    [InlineData("somebody's words", "DELETE FROM log_text WHERE case_id = 2 AND seq = 1")]
    [InlineData("words, as if erased", "UPDATE log_text SET text = NULL, erased_at = 1 WHERE case_id = 2 AND seq = 1")]
    public async Task What_was_deleted_is_missed(string what, params string[] sql)
    {
        await using var database = world.Copy(folder, sql);

        Problems(database, null, out _).ShouldNotBeEmpty(what);
    }

    [Fact]
    public async Task A_tail_cut_off_consistently_is_noticed_by_who_kept_its_end()
    {
        string[] cut =
        [
            .. CaseTables.Select(table => $"DELETE FROM {table} WHERE case_id = 4"),
            "UPDATE case_count SET opened = opened - 1, open = open - 1 WHERE category = 'property.repair'",
            "UPDATE log_tip SET position = position - 1, last_case = 3, hash = (SELECT hash FROM log_head ORDER BY position DESC LIMIT 1)",
        ];
        await using var whole = world.Copy(folder);
        Problems(whole, null, out var count).ShouldBeEmpty();
        using var elsewhere = new TemporaryFolder();
        await using var database = world.Copy(elsewhere, cut);

        Problems(database, null, out var rest).ShouldBeEmpty();
        rest.End.ShouldBe(world.EndBeforeLast);
        Problems(database, count.End, out _).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Erased_words_are_gone_and_the_figures_stay()
    {
        await using var other = new StoreWorld();
        var number = await other.Open([.. UntilIssued(Morning), Progress(Morning + TimeSpan.FromHours(1))]);
        var before = other.Log.Load(number)!;

        (await other.Log.Erase(number)).ShouldBe(2);
        (await other.Log.Erase(number)).ShouldBe(0);

        var after = other.Log.Load(number)!;
        after.Customer.ShouldBe(new Customer(null, null));
        after.Events[0].Erased.ShouldBeTrue();
        after.Events[0].Data.ShouldContain("\"demand\":null");
        after.Events[0].Data.ShouldContain("3-1201");
        after.Judgement.Clocks.Count.ShouldBe(before.Judgement.Clocks.Count);
        using var session = other.Database.Read();
        session.Number("SELECT count(*) FROM log_text WHERE text IS NOT NULL").ShouldBe(0);
        other.Problems().ShouldBeEmpty();
    }
}
