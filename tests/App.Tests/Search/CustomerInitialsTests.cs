using Shouldly;
using Shouwen.App.Tests.Store;
using Shouwen.Properties.Contract;
using Xunit;

namespace Shouwen.App.Tests.Search;

public sealed class CustomerInitialsTests : IAsyncDisposable
{
    private readonly StoreWorld world = new();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Owners_that_a_migration_made_are_found_by_their_initials()
    {
        await Migrated("李女士", "重庆首问公司", "……", "李女士");
        Found("lns").ShouldBeEmpty();
        (await CustomerInitials.FillMissing(world.Database, default)).ShouldBe(3);
        Found("lns").ShouldBe(["李女士", "李女士"]);
        Found("cq").ShouldBe(["重庆首问公司"]);
        (await CustomerInitials.FillMissing(world.Database, default)).ShouldBe(0);
    }

    [Fact]
    public async Task However_many_there_are()
    {
        await Migrated([.. Enumerable.Range(0, 1_234).Select(i => i % 2 == 0 ? "李女士" : "……")]);
        (await CustomerInitials.FillMissing(world.Database, default)).ShouldBe(617);
    }

    /// <summary>As the migration leaves them.</summary>
    private Task Migrated(params string[] names) =>
        world.Database.Writer.Write(session =>
            names.Sum(name => session.Run("INSERT INTO customer (name, initials) VALUES (@name, '')", name))
        );

    private List<string> Found(string initials)
    {
        using var db = world.Database.Context();
        return [.. db.Set<CustomerRecord>().Named(initials).Select(customer => customer.Name)];
    }
}
