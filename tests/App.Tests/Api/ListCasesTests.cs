using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

public sealed class ListCasesTests : IAsyncLifetime
{
    private readonly List<string> numbers = [];
    private TestApp app = null!;
    private Caller reader = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        for (var i = 0; i < 7; i++)
        {
            var project = i % 2 == 0 ? "LA" : "HY";
            var category = i < 3 ? "leasing" : "property.repair";
            numbers.Add(await Complaint.Opened($"2026-10-12 09:0{i / 2}", $"1-{i}", "漏水", project, category).In(app));
        }

        reader = await Caller.As(app, World.Reader);
    }

    public async Task DisposeAsync()
    {
        reader.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("dueAt")]
    [InlineData("openedAt")]
    [InlineData("-openedAt")]
    public async Task Pages_show_every_case_once_and_in_order(string sort)
    {
        (await Walk($"/cases?sort={sort}&limit=2")).ShouldBe(sort == "-openedAt" ? Enumerable.Reverse(numbers) : numbers);
    }

    [Theory]
    [InlineData("dueAt")]
    [InlineData("openedAt")]
    [InlineData("-openedAt")]
    public async Task Several_states_and_a_number_keep_the_order_across_pages(string sort)
    {
        var done = await Complaint
            .Opened("2026-10-12 08:00", "1-9", "灯不亮")
            .Then("case.resolvedOnSpot", "2026-10-12 08:10", "zhou", new { signature = true })
            .In(app);
        var east = numbers.Where(number => number.StartsWith("LA-", StringComparison.Ordinal)).ToList();
        string[] expected = sort switch
        {
            "dueAt" => [.. east, done],
            "openedAt" => [done, .. east],
            _ => [.. Enumerable.Reverse(east), done],
        };
        (await Walk($"/cases?sort={sort}&limit=2&q=LA-2026")).ShouldBe(expected);
        (await Walk($"/cases?sort={sort}&limit=2&project=LA&state=open,resolved")).ShouldBe(expected);
        (await Walk($"/cases?sort={sort}&limit=2&project=LA&state=resolved,closed")).ShouldBe([done]);
        (await Walk($"/cases?sort={sort}&limit=2&project=LA&state=open,submitted")).ShouldBe(
            sort == "-openedAt" ? Enumerable.Reverse(east) : east
        );
    }

    [Theory]
    [InlineData("project=LA", 4)]
    [InlineData("category=leasing", 3)]
    [InlineData("project=LA&category=leasing", 2)]
    [InlineData("nature=ordinary", 7)]
    [InlineData("nature=major", 0)]
    [InlineData("state=open", 7)]
    [InlineData("state=closed,resolved", 0)]
    [InlineData("department=finance", 0)]
    [InlineData("q=HY-2026", 3)]
    public async Task Conditions_narrow_the_list(string query, int count) =>
        (await reader.Get($"/cases?{query}")).Json["items"]!.AsArray().Count.ShouldBe(count);

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("sort=number", "sort")]
    [InlineData("state=opened", "state")]
    [InlineData("nature=x", "nature")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("cursor=%E6%BC%8F", "cursor")]
    [InlineData("projekt=LA", "projekt")]
    [InlineData("project=LA&project=HY", "project")]
    [InlineData("project=QQ", "project")]
    [InlineData("category=x", "category")]
    [InlineData("department=nobody", "department")]
    public async Task A_question_that_cannot_be_understood_is_refused_by_name(string query, string field)
    {
        var reply = await reader.Get($"/cases?{query}");
        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply.Fields.ShouldBe([field]);
    }

    [Fact]
    public async Task A_project_out_of_scope_is_refused_as_one_that_does_not_exist_is()
    {
        using var zhou = await Caller.As(app);
        var (away, nowhere) = (await zhou.Get("/cases?project=HY"), await zhou.Get("/cases?project=QQ"));
        away.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        away.ToString().ShouldBe(nowhere.ToString());
    }

    [Fact]
    public async Task A_category_that_an_imported_case_brought_can_be_asked_for()
    {
        var imported = await app.Cases.Open(
            new Shouwen.Cases.Contract.NewCase(
                "historic",
                [
                    Shouwen.Cases.Contract.NewEvent.Of(
                        Shouwen.Rules.Contract.EventType.CaseOpened,
                        TestApp.Monday - TimeSpan.FromDays(90),
                        null,
                        """{"category":"水电"}"""
                    ),
                ]
            )
            {
                Project = "HY",
            }
        );
        imported.Done.ShouldBeTrue();
        (await reader.Get("/cases?category=水电")).Json["items"]!.AsArray().Count.ShouldBe(1);
        using var zhou = await Caller.As(app);
        (await zhou.Get("/cases?category=水电")).Fields.ShouldBe(["category"], "it is out of scope");
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/dashboard")]
    [InlineData("/articles")]
    [InlineData("/cases/{0}")]
    [InlineData("/cases/{0}/events")]
    public async Task A_read_takes_no_field_it_does_not_name(string path)
    {
        var address = path.Replace("{0}", numbers[0], StringComparison.Ordinal);
        (await reader.Get(address)).Status.ShouldBe(HttpStatusCode.OK);
        var reply = await reader.Get(address + "?colour=red");
        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply.Fields.ShouldBe(["colour"]);
    }

    [Fact]
    public async Task Head_answers_as_get_does_without_the_body()
    {
        var got = await reader.Get($"/cases/{numbers[0]}");
        var head = await reader.Send(HttpMethod.Head, $"/cases/{numbers[0]}", null);
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Header("ETag").ShouldBe(got.Header("ETag"));
        head.Bytes.ShouldBeEmpty();
        (await reader.Send(HttpMethod.Head, "/cases/LA-2026-9999", null)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_conditions()
    {
        var cursor = (await reader.Get("/cases?limit=2")).Text("next");
        (await reader.Get($"/cases?limit=3&cursor={cursor}")).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.Get($"/cases?limit=2&project=LA&cursor={cursor}")).Fields.ShouldBe(["cursor"]);
        (await reader.Get($"/cases?limit=2&sort=openedAt&cursor={cursor}")).Fields.ShouldBe(["cursor"]);
    }

    private async Task<List<string>> Walk(string path)
    {
        var met = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await reader.Get(cursor is null ? path : $"{path}&cursor={cursor}")).Json;
            met.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            cursor = page["next"]?.GetValue<string>();
        } while (cursor is not null);

        return met;
    }
}
