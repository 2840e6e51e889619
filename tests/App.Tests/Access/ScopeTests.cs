using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Access;

public sealed class ScopeTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string east = null!;
    private string south = null!;
    private string nowhere = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        east = await Complaint.Opened("2026-10-12 09:00", "3-2-1201", "飘窗渗漏").In(app);
        south = await Complaint.Opened("2026-10-12 09:10", "1-1-101", "门锁损坏", "HY").In(app);
        nowhere = await Complaint.Opened("2026-10-12 09:20", "1-1-102", "无项目的来电", "X9").In(app);
    }

    [Theory]
    [InlineData(World.Specialist, true, false, false)]
    [InlineData(World.Chairman, true, false, false)]
    [InlineData(World.OtherSpecialist, false, true, false)]
    [InlineData(World.GeneralManager, true, true, true)]
    [InlineData(World.Reader, true, true, true)]
    public async Task A_person_lists_and_opens_the_cases_of_the_projects_under_the_own_place(
        string who,
        bool seesEast,
        bool seesSouth,
        bool seesNowhere
    )
    {
        using var visitor = await app.SignedIn(who);
        var list = await visitor.GetStringAsync(new Uri("/cases", UriKind.Relative));
        foreach (var (number, sees) in new[] { (east, seesEast), (south, seesSouth), (nowhere, seesNowhere) })
        {
            list.Contains(number, StringComparison.Ordinal).ShouldBe(sees, $"{who} lists {number}");
            using var page = await visitor.GetAsync(new Uri($"/cases/{number}", UriKind.Relative));
            page.StatusCode.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, $"{who} opens {number}");
            using var reasons = await visitor.GetAsync(new Uri($"/cases/{number}/explanation", UriKind.Relative));
            reasons.StatusCode.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, $"{who} asks why of {number}");
        }
    }

    [Fact]
    public async Task Figures_count_only_what_is_in_scope()
    {
        using var visitor = await app.SignedIn(World.OtherSpecialist);
        var list = await visitor.GetStringAsync(new Uri("/cases", UriKind.Relative));
        list.ShouldNotContain("飘窗渗漏");
        list.ShouldNotContain("澜岸");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();
}
