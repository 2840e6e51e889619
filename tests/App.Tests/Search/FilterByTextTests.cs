using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Search;

/// <summary>Words narrow the register, its export and the API's list like every other filter.</summary>
public sealed class FilterByTextTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string leak = null!;
    private string closedLeak = null!;
    private string door = null!;
    private string leakElsewhere = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        leak = await Complaint.Opened("2026-10-12 09:00", "3-2-1201", "卫生间漏水").In(app);
        closedLeak = await Complaint
            .Opened("2026-10-12 10:00", "3-2-1202", "阳台漏水")
            .Then("case.resolvedOnSpot", "2026-10-12 10:10", World.Specialist, new { signature = true })
            .In(app);
        door = await Complaint.Opened("2026-10-12 11:00", "3-2-1203", "门锁损坏").In(app);
        leakElsewhere = await Complaint.Opened("2026-10-12 12:00", "1-1-101", "屋顶漏水", "HY").In(app);
        await app.Services.GetRequiredService<CaseIndex>().CatchUp(CaseIndex.WhileServing);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/cases?q=漏水", true, true)]
    [InlineData("/cases?q=漏水&state=open", true, false)]
    [InlineData("/cases?q=漏水&state=all", true, true)]
    [InlineData("/cases?q=漏水&state=closed", false, true)]
    [InlineData("/cases?q=漏水&state=all&sort=newest", true, true)]
    [InlineData("/cases/export.csv?q=漏水&state=all", true, true)]
    public async Task Two_characters_find_the_open_and_the_closed_cases_of_the_scope(string address, bool findsOpen, bool findsClosed)
    {
        using var specialist = await app.SignedIn(World.Specialist);
        var text = await specialist.GetStringAsync(new Uri(address, UriKind.Relative));
        text.Contains(leak, StringComparison.Ordinal).ShouldBe(findsOpen);
        text.Contains(closedLeak, StringComparison.Ordinal).ShouldBe(findsClosed);
        text.ShouldNotContain(door);
        text.ShouldNotContain(leakElsewhere);
    }

    [Theory]
    [InlineData("q=漏水")]
    [InlineData("q=漏水&sort=openedAt")]
    [InlineData("q=漏水&sort=-openedAt")]
    public async Task The_list_of_the_api_is_narrowed_by_words_in_every_order_and_page_by_page(string query)
    {
        using var general = await app.SignedIn(World.GeneralManager);
        var found = await All(general, query);
        found.Order(StringComparer.Ordinal).ShouldBe(new[] { leak, closedLeak, leakElsewhere }.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sort=dueAt")]
    [InlineData("sort=openedAt")]
    [InlineData("sort=-openedAt")]
    public async Task Without_words_every_case_comes_once_in_every_order(string query)
    {
        using var general = await app.SignedIn(World.GeneralManager);
        var found = await All(general, query);
        found.Count.ShouldBe(4);
        found.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
        if (query == "sort=openedAt")
        {
            found.ShouldBe([leak, closedLeak, door, leakElsewhere]);
        }
        else if (query == "sort=-openedAt")
        {
            found.ShouldBe([leakElsewhere, door, closedLeak, leak]);
        }
        else
        {
            found[^1].ShouldBe(closedLeak);
        }
    }

    private static async Task<List<string>> All(HttpClient visitor, string query)
    {
        var found = new List<string>();
        string? next = null;
        do
        {
            var cursor = next is null ? "" : $"&cursor={next}";
            var page = await visitor.GetStringAsync(new Uri($"/api/v1/cases?limit=1&{query}{cursor}", UriKind.Relative));
            using var json = JsonDocument.Parse(page);
            found.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = json.RootElement.TryGetProperty("next", out var more) ? more.GetString() : null;
        } while (next is not null);

        return found;
    }
}
