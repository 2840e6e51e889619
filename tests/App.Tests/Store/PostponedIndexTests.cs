using Microsoft.Data.Sqlite;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;
using static Shouwen.App.Tests.Store.StoreWorld;

namespace Shouwen.App.Tests.Store;

/// <summary>The first cases of a database come in without the indexes that serve reading only.</summary>
public sealed class PostponedIndexTests
{
    [Fact]
    public async Task The_first_filling_ends_with_the_indexes_of_a_new_database()
    {
        await using var world = new StoreWorld();
        var all = Indexes(world.File);
        string[] during = [];

        await world.Log.Fill(async () =>
        {
            (await world.Log.Open(Historic(Morning, "A1"))).Done.ShouldBeTrue();
            (await world.Log.Open(Historic(Morning, "A1"))).AlreadyThere.ShouldBeTrue();
            during = Indexes(world.File);
        });

        all.Except(during).ShouldContain(index => index.Contains("ix_cases_closed_opened", StringComparison.Ordinal));
        all.Except(during).ShouldAllBe(index => !index.Contains("UNIQUE", StringComparison.Ordinal));
        Indexes(world.File).ShouldBe(all);
        world.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_filling_that_fails_makes_them_all_the_same()
    {
        await using var world = new StoreWorld();
        var all = Indexes(world.File);

        await Should.ThrowAsync<InvalidDataException>(world.Log.Fill(() => throw new InvalidDataException()));

        Indexes(world.File).ShouldBe(all);
    }

    [Fact]
    public async Task A_database_with_cases_keeps_its_indexes()
    {
        await using var world = new StoreWorld();
        var all = Indexes(world.File);
        await world.Log.Open(Historic(Morning, "A1"));

        await world.Log.Fill(() =>
        {
            Indexes(world.File).ShouldBe(all);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task What_a_killed_filling_has_left_the_next_to_open_makes()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("victim.db");
        await Victim.WriteUntilKilled(file, new Dictionary<string, int>(StringComparer.Ordinal), 200, "fill");
        var left = Indexes(file);

        await using var database = Database.Open(file, Tables.Schema, WhenMissing.Complain);

        await using var world = new StoreWorld();
        var all = Indexes(world.File);
        left.Length.ShouldBeLessThan(all.Length);
        Indexes(file).ShouldBe(all);
        Problems(database, null, out var count).ShouldBeEmpty();
        count.Events.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Who_opens_the_file_meanwhile_makes_them_and_the_filling_goes_on()
    {
        await using var world = new StoreWorld();
        var all = Indexes(world.File);

        await world.Log.Fill(async () =>
        {
            await using var second = Database.Open(world.File, Tables.Schema, WhenMissing.Complain);
            Indexes(world.File).ShouldBe(all);
            (await world.Log.Open(Historic(Morning, "A1"))).Done.ShouldBeTrue();
        });

        Indexes(world.File).ShouldBe(all);
        world.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/cases", 2)]
    [InlineData("/cases?state=all&sort=-openedAt", 3)]
    [InlineData("/cases?state=all&sort=openedAt&project=LA", 2)]
    [InlineData("/cases?state=all&nature=major&sort=-openedAt", 1)]
    [InlineData("/cases?state=all&category=property.repair", 3)]
    public async Task The_register_lists_the_same_while_they_are_not_there(string address, int rows)
    {
        await using var app = await TestApp.StartWithWorld();
        using var me = await app.SignedIn(World.GeneralManager);
        string[] during = [];
        string[] figures = [];

        await app.Cases.Fill(async () =>
        {
            await Complaint.Leak().In(app);
            await Complaint.Opened("2026-10-12 15:32", "1-1-101", "门锁损坏", "HY").In(app);
            await Complaint
                .Opened("2026-10-12 10:00", "1-1-104", "灯不亮")
                .Then("case.resolvedOnSpot", "2026-10-12 10:10", "zhou", new { signature = true })
                .In(app);
            during = (await me.Page(address)).Texts("td.no");
            figures = (await me.Page("/dashboard")).Texts(".figures dd");
        });

        during.Length.ShouldBe(rows);
        (await me.Page(address)).Texts("td.no").ShouldBe(during);
        (await me.Page("/dashboard")).Texts(".figures dd").ShouldBe(figures);
    }

    private static string[] Indexes(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return [.. found];
    }
}
