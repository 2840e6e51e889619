using Shouldly;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Xunit;
using static Shouwen.App.Tests.Store.StoreWorld;

namespace Shouwen.App.Tests.Store;

public sealed class ProjectionTests : IAsyncDisposable
{
    private readonly StoreWorld world = new();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_clock_is_breached_one_second_past_due_and_not_before()
    {
        await world.Open(Opened(Morning));
        var due = Morning + TimeSpan.FromMinutes(30);

        (await world.Log.Sweep(due)).ShouldBe(0);
        Clock("order.submit").ShouldBe("running");

        (await world.Log.Sweep(due + TimeSpan.FromSeconds(1))).ShouldBe(1);
        Clock("order.submit").ShouldBe("breached");
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sweep_may_run_twice()
    {
        for (var i = 0; i < 450; i++)
        {
            await world.Open(Opened(Morning));
        }

        var later = Morning + TimeSpan.FromDays(2);
        (await world.Log.Sweep(later)).ShouldBe(450);
        (await world.Log.Sweep(later)).ShouldBe(0);
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_cannot_be_folded_does_not_stop_the_others()
    {
        await world.Open(Opened(Morning));
        await world.Open(Opened(Morning));
        await world.Database.Writer.Write(session => session.Run("UPDATE log_event SET type = 'case.lost' WHERE case_id = 1"));

        await world.Log.Sweep(Morning + TimeSpan.FromHours(1));

        using var session = world.Database.Read();
        session.Query("SELECT state FROM case_clock ORDER BY case_id", row => row.Text(0)).ShouldBe(["running", "breached"]);
    }

    [Fact]
    public async Task A_case_whose_clocks_all_ended_is_not_swept_again()
    {
        await world.Log.OpenMany([Historic(Morning, "1")]);
        world.Clock.Now = Morning + TimeSpan.FromDays(2);

        using var session = world.Database.Read();
        session.Number("SELECT changes_at FROM cases").ShouldBeNull();
        session.Number("SELECT due_at FROM cases").ShouldBe(CaseRow.Never.Micros);
        session.Query("SELECT state FROM case_clock", row => row.Text(0)).ShouldBe(["met"]);
    }

    [Fact]
    public async Task The_clock_that_ends_first_decides_where_a_case_stands()
    {
        var number = await world.Open(UntilIssued(Morning));

        using var session = world.Database.Read();
        var row = session.Query(
            "SELECT due_clock, due_at, due_started_at, accountable, lead_department FROM cases",
            row => (row.Text(0), row.Long(1), row.Long(2), row.Text(3), row.Text(4))
        )[0];
        var issued = Morning + TimeSpan.FromMinutes(3);
        row.ShouldBe(("visit", (issued + TimeSpan.FromHours(1)).Micros, issued.Micros, "p1", "property"));
        world.Log.Load(number)!.Judgement.Stage.ShouldBe(CaseStage.Issued);
    }

    [Fact]
    public async Task Only_what_differs_is_written_again()
    {
        await world.Open(UntilIssued(Morning));

        var again = await world.Database.Writer.Write(session =>
            ProjectionSql.Replace(session, Refold(session, Morning + TimeSpan.FromMinutes(3)))
        );
        var later = await world.Database.Writer.Write(session =>
            ProjectionSql.Replace(session, Refold(session, Morning + TimeSpan.FromMinutes(90)))
        );

        // The case's row, the visit clock, and its charge.
        again.ShouldBe(0);
        later.ShouldBe(3);
    }

    private static Projection Refold(WriteSession session, Instant until)
    {
        var key = session.Query("SELECT month, case_id FROM cases", row => new CaseKey(row.Int(0), row.Long(1)))[0];
        var rows = EventLog.Read(session, key);
        var book = Library.Books["group"];
        var history = Folding.Fold(book, Library.Calendar, Folding.Read(book, rows));
        var head = new CaseHead(rows.Count, rows[^1].Hash);
        return Projection.Of(
            key,
            Particulars.Of(rows[0]),
            OpeningFacts.Of(rows[0].Data),
            Relations.None,
            history,
            head,
            until,
            history.Judge(until, Context.Unknown)
        );
    }

    private string Clock(string id)
    {
        using var session = world.Database.Read();
        return session.Query("SELECT state FROM case_clock WHERE clock = @clock", row => row.Text(0), id)[0];
    }
}
