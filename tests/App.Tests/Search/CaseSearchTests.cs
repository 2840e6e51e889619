using Shouldly;
using Shouwen.App.Tests.Store;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.App.Tests.Search;

public sealed class CaseSearchTests : IAsyncDisposable
{
    private readonly StoreWorld world = new();
    private readonly CaseIndex index;
    private readonly CaseSearch search;

    public CaseSearchTests()
    {
        index = new CaseIndex(world.Database);
        search = new CaseSearch(world.Database);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData("渗漏")]
    [InlineData("飘窗渗漏")]
    [InlineData("墙面")]
    [InlineData("渗漏 起皮")]
    [InlineData("李")]
    [InlineData("李女士")]
    [InlineData("lns")]
    [InlineData("LN")]
    [InlineData("5678")]
    [InlineData("13800005678")]
    [InlineData("138 0000 5678")]
    [InlineData("138-0000-5678")]
    [InlineData("+86 13800005678")]
    [InlineData("3-2-1201")]
    [InlineData("２-1201")]
    [InlineData("1201")]
    [InlineData("LA-2026-0001")]
    [InlineData("la-2026-0001")]
    [InlineData("澜岸 3-2-1201")]
    [InlineData("澜岸3-2-1201")]
    [InlineData("la 渗漏")]
    [InlineData("u型槽")]
    public async Task A_case_is_found_by(string text)
    {
        await AddProject("LA", "澜岸");
        await Open("LA", "3-2-1201", "飘窗渗漏，雨天墙面起皮；U型槽断裂", new Customer("李女士", "138 0000 5678"));
        await Open("YT", "7-1-803", "电梯异响", new Customer("陈先生", "13911112222"));
        (await Found(text)).ShouldBe(["LA-2026-0001"]);
    }

    [Theory]
    [InlineData("漏雨")]
    [InlineData("皮墙")]
    [InlineData("567")]
    [InlineData("0005")]
    [InlineData("ns")]
    [InlineData("2-120")]
    [InlineData("   ")]
    [InlineData("，。\"*()")]
    [InlineData("渗漏 电梯")]
    public async Task And_not_by(string text)
    {
        await Open("LA", "3-2-1201", "飘窗渗漏，雨天墙面起皮", new Customer("李女士", "13800005678"));
        await Open("YT", "7-1-803", "电梯异响", new Customer("陈先生", "13911112222"));
        (await Found(text)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_written_later_is_found_too()
    {
        var number = await world.Open(StoreWorld.UntilIssued(StoreWorld.Morning));
        (await Found("闭水")).ShouldBeEmpty();
        await world.Append(number, StoreWorld.Progress(StoreWorld.Morning + TimeSpan.FromHours(1), "等待第二遍闭水试验"));
        (await Found("闭水")).ShouldBe([number]);
        (await Found("厨房漏水")).ShouldBe([number]);
    }

    [Fact]
    public async Task Nobody_finds_a_case_outside_his_projects()
    {
        var here = await Open("LA", "1-1-101", "水管漏水", new Customer("李女士", "13800005678"));
        var there = await Open("YT", "1-1-101", "水管漏水", new Customer("李女士", "13800005678"));
        (await Found("漏水")).ShouldBe([there, here]);
        (await Found("漏水", ["LA"])).ShouldBe([here]);
        (await Found("5678", ["YT", "HY"])).ShouldBe([there]);
        (await Found(there, ["LA"])).ShouldBeEmpty();
        (await Found("漏水", [])).ShouldBeEmpty();

        // A scope of many projects goes another way.
        string[] many = ["YT", .. Enumerable.Range(0, 30).Select(i => $"P{i}")];
        (await Found("漏水", many)).ShouldBe([there]);
        (await Found("漏水", [.. many, "LA"])).ShouldBe([there, here]);
        (await Found("漏水", many[1..])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erased_words_are_not_found_from_the_same_moment_on()
    {
        var number = await Open("LA", "1-1-101", "水管漏水", new Customer("李女士", "13800005678"));
        (await Found("漏水")).ShouldBe([number]);
        await world.Log.Erase(number);
        foreach (var text in new[] { "漏水", "李女士", "lns", "5678" })
        {
            Names(search.Find(text, null, null, 10)).ShouldBeEmpty(text);
        }

        Names(search.Find("1-1-101", null, null, 10)).ShouldBe([number]);
    }

    [Fact]
    public async Task Words_erased_while_they_were_on_their_way_into_the_index_do_not_arrive()
    {
        var number = await Open("LA", "1-1-101", "水管漏水", null);
        var working = index.CatchUp(CaseIndex.AtOnce);
        await world.Log.Erase(number);
        await working;
        await index.CatchUp(CaseIndex.AtOnce);
        search.Find("漏水", null, null, 10).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Pages_show_every_case_once_newest_first(int size)
    {
        var numbers = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            numbers.Add(await Open("LA", $"1-1-{i}", "水管漏水", null));
        }

        await index.CatchUp(size);
        var seen = new List<string>();
        long? after = null;
        while (search.Find("漏水", ["LA"], after, size) is { Count: > 0 } page)
        {
            page.Count.ShouldBeLessThanOrEqualTo(size);
            seen.AddRange(Names(page));
            after = page[^1];
        }

        seen.ShouldBe(Enumerable.Reverse(numbers));
    }

    [Fact]
    public async Task Two_processes_that_index_the_same_database_do_not_disturb_each_other()
    {
        for (var i = 0; i < 30; i++)
        {
            await Open("LA", $"1-1-{i}", "水管漏水", null);
        }

        await using var second = Database.Open(world.File, Tables.Schema, WhenMissing.Complain);
        await Task.WhenAll(Task.Run(() => index.CatchUp(3)), Task.Run(() => new CaseIndex(second).CatchUp(4)));
        search.Find("漏水", null, null, 100).Count.ShouldBe(30);
        (await index.CatchUp(10)).ShouldBe(0);
    }

    [Fact]
    public async Task A_set_of_matches_is_bounded_and_says_so()
    {
        var number = await Open("LA", "1-1-101", "水管漏水", null);
        await index.CatchUp(10);
        var matches = search.Matches("漏水", null);
        matches.More.ShouldBeFalse();
        Names(matches.Ids).ShouldBe([number]);
    }

    private async Task<IReadOnlyList<string>> Found(string text, IReadOnlyList<string>? projects = null)
    {
        await index.CatchUp(CaseIndex.WhileServing);
        return Names(search.Find(text, projects, null, 10));
    }

    private IReadOnlyList<string> Names(IEnumerable<long> ids)
    {
        using var session = world.Database.Read();
        return [.. ids.Select(id => session.Query("SELECT number FROM cases WHERE case_id = @id", row => row.Text(0), id)[0])];
    }

    private Task AddProject(string code, string name) =>
        world.Database.Writer.Write(session =>
        {
            session.Db.Add(new Project { Code = code, Name = name });
            return session.Db.SaveChanges();
        });

    private async Task<string> Open(string project, string unit, string demand, Customer? customer)
    {
        var opened = NewEvent.Of(
            EventType.CaseOpened,
            StoreWorld.Morning,
            "s1",
            $$"""{"channel":"phone","category":"property.repair","contactEndedAt":"{{StoreWorld.Morning}}","unit":"{{unit}}","demand":"{{demand}}"}"""
        );
        return (await world.Log.Open(new NewCase("group", [opened]) { Project = project, Customer = customer })).Number;
    }
}
