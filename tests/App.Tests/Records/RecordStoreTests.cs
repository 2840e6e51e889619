using System.Text;
using Microsoft.Data.Sqlite;
using Shouldly;
using Shouwen.App.Tests.Store;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Xunit;
using static Shouwen.App.Tests.Store.StoreWorld;

namespace Shouwen.App.Tests.Records;

/// <summary>Records in the log: one chain with the events, erasable words, and the same figures with them as without.</summary>
public sealed class RecordStoreTests : IAsyncDisposable
{
    private const string Refused = """{"department":"sales","asked":"派人到场","answer":"不去"}""";

    private readonly StoreWorld world = new();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_case_with_records_is_judged_as_the_same_case_without()
    {
        var plain = await world.Open(UntilIssued(Morning));
        var noted = await world.Open(UntilIssued(Morning));
        world.Clock.Now = Morning + TimeSpan.FromHours(2);
        await Note(noted);
        foreach (var number in new[] { plain, noted })
        {
            await world.Append(
                number,
                Event(EventType.VisitMade, Morning + TimeSpan.FromHours(1)),
                Progress(Morning + TimeSpan.FromHours(2))
            );
        }

        await Note(noted);
        world.Clock.Now = Morning + TimeSpan.FromDays(20);
        await world.Log.Sweep(Instant.From(world.Clock.GetUtcNow()));

        var (without, with) = (world.Log.Load(plain)!, world.Log.Load(noted)!);
        with.Version.ShouldBe(without.Version + 2);
        with.Judgement.Clocks.Select(Told).ShouldBe(without.Judgement.Clocks.Select(Told));
        with.Judgement.Penalties.Select(item => (item.Clause, item.Units, item.Amount, item.FirstAt))
            .ShouldBe(without.Judgement.Penalties.Select(item => (item.Clause, item.Units, item.Amount, item.FirstAt)));
        with.Judgement.Penalties.ShouldNotBeEmpty();
        with.Events.Select(recorded => recorded.Type).ShouldBe(without.Events.Select(recorded => recorded.Type));
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_happened_before_a_record_is_still_judged_in_its_place()
    {
        var number = await world.Open(UntilIssued(Morning));
        world.Clock.Now = Morning + TimeSpan.FromHours(3);
        await Note(number);
        var late = await world.Append(number, Event(EventType.VisitMade, Morning + TimeSpan.FromMinutes(30)));
        late.Done.ShouldBeTrue();
        world.Log.Load(number)!.Events[^1].Seq.ShouldBe(6);
        var contradicted = await world.Append(number, Event(EventType.OrderApproved, Morning + TimeSpan.FromMinutes(31)));
        contradicted.Done.ShouldBeFalse();
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_and_records_of_one_request_stand_or_fall_together()
    {
        var number = await world.Open(UntilIssued(Morning));
        world.Clock.Now = Morning + TimeSpan.FromHours(1);
        var now = Instant.From(world.Clock.GetUtcNow());
        var wrong = await world.Log.Append(
            new AppendRequest(number, [Event(EventType.VisitMade, now)])
            {
                Records = [NewRecord.Of("cooperation.refused", now, "s1", "{}")],
            }
        );
        wrong.Done.ShouldBeFalse();
        wrong.RecordFaults.Select(fault => fault.Wrong.Field).ShouldBe(["department", "asked", "answer"]);
        world.Log.Load(number)!.Version.ShouldBe(4);

        var right = await world.Log.Append(
            new AppendRequest(number, [Event(EventType.VisitMade, now)])
            {
                Records = [NewRecord.Of("cooperation.refused", now, "s1", Refused) with { WithEvent = 0 }],
            }
        );
        right.Done.ShouldBeTrue();
        (right.FirstSeq, right.Version).ShouldBe((5, 6));
        world.Log.Load(number)!.Records.ShouldHaveSingleItem().Event.ShouldBe(5);
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_lie_beside_the_log_and_go_when_they_are_erased()
    {
        var number = await world.Open(UntilIssued(Morning));
        await Note(number);
        using (var session = world.Database.Read())
        {
            session.Query("SELECT data FROM log_event WHERE seq = 5", row => row.Text(0))[0].ShouldNotContain("派人到场");
            CaseLog.Records(session, number, Scope.WholeGroup)[0].Text("asked").ShouldBe("派人到场");
            CaseLog.Records(session, number, Scope.Nothing).ShouldBeEmpty();
        }

        await world.Log.Erase(number);
        var record = world.Log.Load(number)!.Records[0];
        record.Erased.ShouldBeTrue();
        record.Text("asked").ShouldBeNull();
        record.Text("department").ShouldBe("sales");
        world.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "UPDATE log_event SET data = replace(data, 'sales', 'funds') WHERE type = 'record.cooperation.refused'",
        "does not match its hash"
    )]
    [InlineData(
        "UPDATE log_event SET type = 'record.cooperation.agreed' WHERE type = 'record.cooperation.refused'",
        "does not match its hash"
    )]
    [InlineData("UPDATE log_event SET about = '{\"event\":1}' WHERE type = 'record.cooperation.refused'", "does not match its hash")]
    [InlineData("UPDATE log_event SET type = 'record.gone' WHERE type = 'order.approved'", "does not match its hash")]
    [InlineData("UPDATE log_text SET text = replace(text, '不去', '就去') WHERE seq = 5", "does not match its digest")]
    [InlineData("DELETE FROM log_event WHERE type = 'record.cooperation.refused'", "is gone")]
    public async Task Verify_finds_a_changed_character_of_a_record(string sql, string says)
    {
        var number = await world.Open(UntilIssued(Morning));
        await Note(number);
        await using (var connection = new SqliteConnection($"Data Source={world.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            (await command.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        world.Problems().ShouldContain(problem => problem.Contains(says, StringComparison.Ordinal));
    }

    private static object Told(Clock clock) => (clock.Id, clock.StartedAt, clock.DueAt, clock.StoppedAt, clock.State);

    private async Task Note(string number)
    {
        var now = Instant.From(world.Clock.GetUtcNow());
        var answer = await world.Database.Writer.Write(session =>
            world.Log.Record(session, number, new NewRecord("cooperation.refused", now, "s1", Encoding.UTF8.GetBytes(Refused)))
        );
        answer.Done.ShouldBeTrue();
    }
}
