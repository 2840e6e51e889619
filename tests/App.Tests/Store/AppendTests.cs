using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Xunit;
using static Shouwen.App.Tests.Store.StoreWorld;

namespace Shouwen.App.Tests.Store;

public sealed class AppendTests : IAsyncDisposable
{
    private readonly StoreWorld world = new();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task What_was_recorded_is_read_back_with_its_words()
    {
        var number = await world.Open(Opened(Morning));
        world.Clock.Now = Morning + TimeSpan.FromMinutes(10);
        var answer = await world.Append(number, Submitted(Morning + TimeSpan.FromMinutes(5)));

        answer.Version.ShouldBe(2);
        answer.State.ShouldBe(CaseStage.Submitted);
        number.ShouldBe("P1-2026-0001");
        var file = world.Log.Load(number)!;
        file.Project.ShouldBe("P1");
        file.Customer.ShouldBe(new Customer("王小明", "13800000000"));
        file.Events.Select(e => e.Type).ShouldBe([EventType.CaseOpened, EventType.OrderSubmitted]);
        Field(file.Events[0], "demand").ShouldBe("厨房漏水");
        Field(file.Events[0], "unit").ShouldBe("3-1201");
        file.Events[1].RecordedAt.ShouldBe(world.Clock.GetUtcNow());
        file.Judgement.Clocks.Select(clock => clock.Id).ShouldBe(["order.submit", "order.issue"]);
    }

    [Fact]
    public async Task The_words_of_a_person_are_not_in_the_log_but_beside_it()
    {
        await world.Open(Opened(Morning));

        using var session = world.Database.Read();
        var stored = session.Query("SELECT data || about FROM log_event", row => row.Text(0))[0];
        stored.ShouldNotContain("厨房漏水");
        stored.ShouldNotContain("王小明");
        stored.ShouldNotContain("13800000000");
        session.Query("SELECT text FROM log_text", row => row.Text(0))[0].ShouldContain("厨房漏水");
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_stores_nothing()
    {
        var number = await world.Open(Opened(Morning));
        (await world.Append(number, Submitted(Morning))).Done.ShouldBeTrue();

        var answer = await world.Log.Append(new AppendRequest(number, [Event(EventType.OrderApproved, Morning)], ExpectedVersion: 1));

        answer.Refusal!.Code.ShouldBe("version.stale");
        world.Log.Load(number)!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_event_the_case_does_not_allow_stores_nothing()
    {
        var number = await world.Open(Opened(Morning));
        var before = Everything();

        var refused = await world.Append(number, Submitted(Morning), Event(EventType.ClosureApproved, Morning));
        var malformed = await world.Append(number, Event(EventType.OrderSubmitted, Morning, """{"requiredBy":"tomorrow"}"""));
        var unknown = await world.Append("P1-2026-9999", Submitted(Morning));

        refused.Refusal.ShouldNotBeNull();
        malformed.Malformed!.Field.ShouldBe("data.requiredBy");
        unknown.Refusal!.Code.ShouldBe("case.unknown");
        Everything().ShouldBe(before);
    }

    [Fact]
    public async Task A_value_that_imitates_a_digest_is_refused()
    {
        var imitation = "sha256:" + new string('A', 43);
        var opened = Opened(Morning) with
        {
            Data = System.Text.Encoding.UTF8.GetBytes(
                $$"""{"channel":"phone","category":"leasing","contactEndedAt":"{{Morning}}","unit":"{{imitation}}","demand":"x"}"""
            ),
        };

        var answer = await world.Log.Open(new NewCase("group", [opened]));

        answer.Malformed!.Field.ShouldBe("data.unit");
    }

    [Fact]
    public async Task A_late_event_leads_to_the_same_as_if_it_had_come_in_order()
    {
        var hour = TimeSpan.FromHours(1);
        NewEvent[] inOrder = [.. UntilIssued(Morning), Event(EventType.VisitMade, Morning + hour), Progress(Morning + (2 * hour))];
        world.Clock.Now = Morning + (30 * hour);
        var straight = await world.Open(inOrder);
        var late = await world.Open([.. inOrder[..4], inOrder[5]]);

        (await world.Append(late, inOrder[4])).Done.ShouldBeTrue();

        var (a, b) = (world.Log.Load(straight)!, world.Log.Load(late)!);
        b.Events.Select(e => e.Type).ShouldBe(a.Events.Select(e => e.Type));
        JsonSerializer.Serialize(b.Judgement).ShouldBe(JsonSerializer.Serialize(a.Judgement));
        Rows(late).ShouldBe(Rows(straight));
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_event_that_contradicts_a_recorded_one_is_refused_with_both_sides()
    {
        var number = await world.Open(UntilIssued(Morning));
        var before = Everything();

        var answer = await world.Append(number, Event(EventType.OrderRejected, Morning + TimeSpan.FromSeconds(150), """{"reason":"x"}"""));

        answer.Refusal!.Code.ShouldBe("event.conflict");
        answer.Refusal.Sentence.En.ShouldContain("order.rejected");
        answer.Refusal.Sentence.En.ShouldContain("order.issued");
        Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Requests_of_32_writers_are_all_answered_and_all_there()
    {
        const int Each = 20;
        var numbers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => Write(Morning + TimeSpan.FromSeconds(i)))));

        numbers.Distinct(StringComparer.Ordinal).Count().ShouldBe(32);
        numbers.ShouldAllBe(number => world.Log.Load(number, null)!.Version == 4 + Each);
        world.Problems().ShouldBeEmpty();

        async Task<string> Write(Instant at)
        {
            var number = await world.Open(UntilIssued(at));
            for (var i = 0; i < Each; i++)
            {
                (await world.Append(number, Progress(at + TimeSpan.FromHours(1)))).Version.ShouldBe(5 + i);
            }

            return number;
        }
    }

    [Fact]
    public async Task One_request_that_fails_does_not_undo_its_neighbours()
    {
        var good = Enumerable.Range(0, 10).Select(i => world.Open(Opened(Morning))).ToList();
        var bad = world.Database.Writer.Write<int>(session =>
        {
            session.Run("DELETE FROM cases");
            throw new InvalidOperationException("on purpose");
        });
        var more = Enumerable.Range(0, 10).Select(i => world.Open(Opened(Morning))).ToList();

        await Should.ThrowAsync<InvalidOperationException>(bad);
        var numbers = await Task.WhenAll(good.Concat(more));

        numbers.ShouldAllBe(number => world.Log.Load(number, null) != null);
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_through_EF_shares_the_transaction()
    {
        await Should.ThrowAsync<InvalidOperationException>(
            world.Database.Writer.Write<int>(session =>
            {
                session.Db.Add(
                    new CaseNumberRow
                    {
                        Project = "Q",
                        Year = 2026,
                        Last = 1,
                    }
                );
                session.Db.SaveChanges();
                throw new InvalidOperationException("after saving");
            })
        );
        await world.Database.Writer.Write(session =>
        {
            session.Db.Add(
                new CaseNumberRow
                {
                    Project = "R",
                    Year = 2026,
                    Last = 1,
                }
            );
            return session.Db.SaveChanges();
        });

        await using var db = world.Database.Context();
        (await db.Set<CaseNumberRow>().Select(row => row.Project).ToListAsync()).ShouldBe(["R"]);
    }

    [Fact]
    public async Task An_imported_row_is_stored_once()
    {
        var first = await world.Log.OpenMany([Historic(Morning, "1"), Historic(Morning, "2"), Historic(Morning, "1")]);
        var second = await world.Log.OpenMany([Historic(Morning, "2"), Historic(Morning, "3")]);

        first.Select(answer => answer.AlreadyThere).ShouldBe([false, false, true]);
        second.Select(answer => answer.AlreadyThere).ShouldBe([true, false]);
        second[0].Number.ShouldBe(first[1].Number);
        first[0].Number.ShouldBe("星河湾-2026-0001");
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_on_one_file_do_not_disturb_each_other()
    {
        await using var second = Database.Open(world.File, Tables.Schema, WhenMissing.Complain);
        var other = new CaseLog(second, Library, () => Context.Unknown, world.Clock);
        var request = new NewCase("group", [Opened(Morning)]) { Project = "P1" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? world.Log : other).Open(request)));

        answers.Select(answer => answer.Number).Distinct(StringComparer.Ordinal).Count().ShouldBe(60);
        world.Problems().ShouldBeEmpty();
    }

    private static string? Field(RecordedEvent e, string name)
    {
        using var json = JsonDocument.Parse(e.Data);
        return json.RootElement.GetProperty(name).GetString();
    }

    /// <summary>What lists would show of a case, without what identifies it.</summary>
    private List<string> Rows(string number)
    {
        using var session = world.Database.Read();
        var caseId = session.Number("SELECT case_id FROM cases WHERE number = @number", number)!;
        return
        [
            .. session.Query(
                "SELECT state, cycle, due_at, due_clock, due_started_at, version, changes_at, accountable FROM cases WHERE case_id = @case",
                Text,
                caseId
            ),
            .. session.Query(
                "SELECT ordinal, clock, started_at, due_at, stopped_at, state FROM case_clock WHERE case_id = @case",
                Text,
                caseId
            ),
            .. session.Query("SELECT ordinal, clause, subject, units, amount_fen FROM case_penalty WHERE case_id = @case", Text, caseId),
        ];
    }

    private List<string> Everything()
    {
        using var session = world.Database.Read();
        string[] tables = ["log_event", "log_text", "log_head", "log_tip", "cases", "case_clock", "case_penalty", "case_number"];
        return [.. tables.SelectMany(table => session.Query($"SELECT * FROM {table}", Text))];
    }

    private static string Text(Row row) =>
        string.Join(
            '|',
            Enumerable.Range(0, row.Columns).Select(i => row.Value(i) is byte[] bytes ? Convert.ToHexString(bytes) : row.Value(i))
        );
}
