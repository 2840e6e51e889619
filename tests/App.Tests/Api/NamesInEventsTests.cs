using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

/// <summary>Whom an order names has to exist and to hold a post of the field, whoever asks: a page or a program.</summary>
public sealed class NamesInEventsTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        number = await Complaint
            .Opened("2026-10-12 14:20", "3-2-1201", "飘窗渗漏")
            .Then("order.submitted", "2026-10-12 14:35", "zhou", new { requiredBy = Complaint.At("2026-10-15 18:00").ToString() })
            .Then("order.approved", "2026-10-12 14:50", "deputy")
            .In(app);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("accountable", "nobody")]
    [InlineData("accountable", World.Specialist)]
    [InlineData("leader", World.Department)]
    [InlineData("chairman", World.Leader)]
    [InlineData("department", "xyz")]
    public async Task An_order_names_only_whom_the_book_lets_stand_there(string field, string named)
    {
        var order = Order;
        order[field] = named;
        using var general = await Caller.As(app, World.GeneralManager);
        var refused = await general.Post($"/cases/{number}/events", new { type = "order.issued", data = order });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.ToString());
        refused.Fields.ShouldBe([$"data.{field}"]);

        using var page = await general.Http.Submit(
            $"/cases/{number}/events/order.issued",
            [.. order.Select(each => (each.Key, each.Value))]
        );
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.Content.ReadAsStringAsync()).ShouldContain("不是可选的值");
        app.Cases.Load(number)!.Version.ShouldBe(3);
    }

    [Fact]
    public async Task Every_wrong_name_is_told_at_once_and_a_right_order_is_issued()
    {
        using var general = await Caller.As(app, World.GeneralManager);
        var wrong = new
        {
            department = "xyz",
            accountable = World.Specialist,
            leader = World.Specialist,
            chairman = World.Specialist,
        };
        (await general.Post($"/cases/{number}/events", new { type = "order.issued", data = wrong })).Fields.ShouldBe([
            "data.department",
            "data.accountable",
            "data.leader",
            "data.chairman",
        ]);
        (await general.Post($"/cases/{number}/events", new { type = "order.issued", data = Order })).Status.ShouldBe(
            HttpStatusCode.Created
        );
    }

    [Fact]
    public async Task A_matter_is_forwarded_to_a_department_of_the_property_book()
    {
        using var zhou = await Caller.As(app);
        var opened = await zhou.Post(
            "/cases",
            new
            {
                rules = "property",
                channel = "phone",
                category = "property.repair",
                unit = "1-1",
                demand = "漏水",
            }
        );
        var path = $"/cases/{opened.Text("id")}/events";
        var nowhere = await zhou.Post(path, new { type = "case.forwarded", data = new { department = "xyz" } });
        nowhere.Fields.ShouldBe(["data.department"]);
        var somewhere = await zhou.Post(path, new { type = "case.forwarded", data = new { department = "engineering" } });
        somewhere.Status.ShouldBe(HttpStatusCode.Created, somewhere.ToString());
    }

    private static Dictionary<string, string> Order =>
        new(StringComparer.Ordinal)
        {
            ["department"] = "property",
            ["accountable"] = World.Department,
            ["leader"] = World.Leader,
            ["chairman"] = World.Chairman,
        };
}
