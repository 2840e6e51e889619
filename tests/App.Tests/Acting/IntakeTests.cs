using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Acting;

/// <summary>Who calls is found before anything is typed, and what is known of him stands beside the form.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient specialist = null!;
    private long li;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        li = await Settle("李女士", "138 0000 5678", "LA", "3-2-1201");
        await Settle("何先生", "13911112222", "HY", "1-1-101");
        specialist = await app.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        specialist.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("李")]
    [InlineData("lns")]
    [InlineData("5678")]
    [InlineData("3-2-12")]
    public async Task A_caller_is_found_by_name_initials_telephone_or_unit(string asked)
    {
        var page = await Page($"?who={asked}");
        page.ShouldContain("李女士");
        page.ShouldContain("138****5678");
        page.ShouldContain("澜岸 3-2-1201");
        page.ShouldContain($"customer={li}&amp;project=LA&amp;unit=3-2-1201");
    }

    [Fact]
    public async Task Nobody_of_another_project_is_found()
    {
        (await Page("?who=何")).ShouldContain("没有找到");
        (await Page("?customer=2&project=HY&unit=1-1-101")).ShouldNotContain("何先生");
    }

    [Fact]
    public async Task What_is_known_of_the_caller_the_home_and_the_building_stands_beside_the_form()
    {
        var mine = await Complaint.Opened("2026-10-10 09:00", "3-2-1201", "飘窗渗漏").In(app);
        var neighbour = await Complaint.Opened("2026-10-11 09:00", "3-1-0402", "外墙渗水").In(app);
        var elsewhere = await Complaint.Opened("2026-10-11 09:10", "31-1-101", "门锁").In(app);
        var page = await Page($"?customer={li}&project=LA&unit=3-2-1201");
        page.ShouldContain("value=\"李女士\"");
        page.ShouldContain("value=\"3-2-1201\"");
        page.ShouldContain("已登记 138****5678");
        page.ShouldNotContain("13800005678");
        page.IndexOf(mine, StringComparison.Ordinal).ShouldBeGreaterThan(page.IndexOf("这位客户与房屋的事项", StringComparison.Ordinal));
        page.IndexOf(neighbour, StringComparison.Ordinal)
            .ShouldBeGreaterThan(page.IndexOf("同楼栋正在处理的事项", StringComparison.Ordinal));
        page.ShouldNotContain(elsewhere);
    }

    [Fact]
    public async Task A_chosen_customer_needs_no_telephone_typed_and_the_case_stands_in_his_history()
    {
        using var answer = await specialist.Submit(
            $"/cases/new?customer={li}&project=LA&unit=3-2-1201",
            Form(("customer", $"{li}"), ("customerName", "李女士"))
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await specialist.GetStringAsync(answer.Headers.Location)).ShouldContain("138****5678");
        (await specialist.GetStringAsync(new Uri($"/customers/{li}", UriKind.Relative))).ShouldContain("LA-2026-0001");
    }

    [Fact]
    public async Task Another_name_typed_over_the_chosen_one_is_another_person()
    {
        using var answer = await specialist.Submit($"/cases/new?customer={li}", Form(("customer", $"{li}"), ("customerName", "租客小王")));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await specialist.GetStringAsync(answer.Headers.Location);
        page.ShouldContain("租客小王");
        page.ShouldNotContain("138****5678");
    }

    private static (string, string)[] Form(params (string, string)[] who) =>
        [
            ("rules", "group"),
            ("project", "LA"),
            ("channel", "phone"),
            ("category", "property.repair"),
            ("contactEndedAt", "2026-10-12T15:30"),
            ("unit", "3-2-1201"),
            ("demand", "飘窗渗漏"),
            .. who,
        ];

    private Task<string> Page(string query) => specialist.GetStringAsync(new Uri("/cases/new" + query, UriKind.Relative));

    private async Task<long> Settle(string name, string phone, string project, string number)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var owner = CustomerRecord.Of(name, phone);
        db.Add(owner);
        await db.SaveChangesAsync();
        db.Add(
            new Unit
            {
                Project = project,
                Number = number,
                Owner = owner.Id,
            }
        );
        await db.SaveChangesAsync();
        return owner.Id;
    }
}
