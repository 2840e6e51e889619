using Shouldly;
using Shouwen.App.Tests.Store;
using Shouwen.Cases.Contract;
using Xunit;

namespace Shouwen.App.Tests.Search;

/// <summary>The text index follows the log exactly, whatever becomes of the one who was at it.</summary>
public sealed class IndexKillTests : IAsyncDisposable
{
    private const int Cases = 300;
    private const string Rows = "SELECT count(*) FROM text_index";
    private const string Position = "SELECT position FROM search_mark";
    private readonly StoreWorld world = new();
    private readonly List<string> numbers = [];

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task What_was_half_done_at_a_kill_is_completed_once()
    {
        await Fill();
        await Victim.WriteUntilKilled(world.File, [], 5, "index");
        var half = Number(Position);
        half.ShouldBeInRange(15, Cases - 1, "the victim was killed half way");
        Number(Rows).ShouldBe(half);
        await Completes(Cases - half);
    }

    [Fact]
    public async Task What_was_half_done_when_the_application_stopped_is_completed_once()
    {
        await Fill();
        using var stopping = new CancellationTokenSource();
        var index = new CaseIndex(world.Database);
        await Should.ThrowAsync<OperationCanceledException>(() =>
            index.CatchUp(
                7,
                done =>
                {
                    if (done > 100)
                    {
                        stopping.Cancel();
                    }
                },
                stopping.Token
            )
        );
        var half = Number(Position);
        half.ShouldBeInRange(100, Cases - 1);
        await Completes(Cases - half);
    }

    [Fact]
    public async Task Two_at_work_at_once_do_it_once()
    {
        await Fill();
        var done = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => new CaseIndex(world.Database).CatchUp(7))));
        done.Sum().ShouldBe(Cases);
        await Completes(0);
    }

    private async Task Fill()
    {
        for (var i = 0; i < Cases; i++)
        {
            numbers.Add(await world.Open(StoreWorld.Opened(StoreWorld.Morning)));
        }
    }

    private async Task Completes(long left)
    {
        (await new CaseIndex(world.Database).CatchUp(CaseIndex.WhileServing)).ShouldBe(left);
        (await new CaseIndex(world.Database).CatchUp(CaseIndex.WhileServing)).ShouldBe(0);
        Number(Position).ShouldBe(Cases);
        Number(Rows).ShouldBe(Cases);
        var found = new CaseSearch(world.Database).Find("厨房漏水", null, null, 2 * Cases);
        found.ShouldBe(found.Distinct().OrderDescending());
        found.Count.ShouldBe(Cases);
    }

    private long Number(string sql)
    {
        using var session = world.Database.Read();
        return session.Number(sql).ShouldNotBeNull();
    }
}
