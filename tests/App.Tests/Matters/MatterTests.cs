using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Relating;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Matters;

/// <summary>PM-3: any employee registers a matter, the desk takes it up, and the employee is told when it is done.</summary>
public sealed class MatterTests : IAsyncLifetime
{
    private const string First = "LA-2026-0001";

    private static readonly (string Name, string Value)[] Leak =
    [
        ("project", "LA"),
        ("place", "3-2-1201"),
        ("about", "property.repair"),
        ("demand", "业主在电梯里说飘窗漏水"),
        ("customerName", "李女士"),
        ("customerPhone", "138 0000 5678"),
    ];

    private TestApp app = null!;
    private HttpClient hr = null!;
    private HttpClient desk = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        hr = await app.SignedIn(World.Hr);
        desk = await app.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        hr.Dispose();
        desk.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(World.Hr)]
    [InlineData(World.Reader)]
    [InlineData(World.Department)]
    [InlineData(World.OtherSpecialist)]
    [InlineData(World.Administrator)]
    public async Task Whoever_works_here_finds_the_form_and_every_open_project_on_it(string who)
    {
        using var employee = await app.SignedIn(who);
        (await employee.Page("/messages/mine")).QuerySelector("nav.rail a[href='/matters']").ShouldNotBeNull();
        (await employee.Page("/matters")).QuerySelector("a[href='/matters/new']").ShouldNotBeNull();
        var form = await employee.Page("/matters/new");
        form.Texts("select[name=project] option:not([value=''])").ShouldBe(["和苑", "澜岸", "云庭"], ignoreOrder: true);
        form.Texts("select[name=about] option").ShouldContain("家里需要维修：漏水、门窗、水电等");
    }

    [Fact]
    public async Task A_matter_becomes_a_case_at_the_desk_and_waits_there_until_it_is_taken_up()
    {
        using var answer = await Report(hr, Leak, ("漏水.jpg", Pictures.Jpeg()));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await hr.Page(answer.Headers.Location!.OriginalString))
            .Texts("[role=status]")
            .ShouldBe([$"已登记，编号 {First}。服务台接手办理，办结时通知您。"]);
        var file = app.Cases.Load(First)!;
        file.Rules.ShouldBe("group");
        file.Events.ShouldHaveSingleItem().By.ShouldBeNull("EG-18(1) charges whoever opened it, and an employee cannot submit orders");
        file.Customer.ShouldBe(new Customer("李女士", "138 0000 5678"));
        file.Records.ShouldHaveSingleItem().By.ShouldBe(World.Hr);

        var row = (await desk.Page("/inbox")).QuerySelectorAll("li[data-row]").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("任晓 转报");
        row.QuerySelectorAll("nav.actions a").Select(step => step.TextContent).ShouldBe(["接手", "填报督办令"]);
        var page = await desk.Page($"/cases/{First}");
        page.Texts(".ledger li").ShouldContain("首问任晓");
        page.Texts("#case-files h3").ShouldBe(["处理前 1"]);
        (await State(hr)).ShouldBe("待服务台接手");
        app.ShouldVerify();

        using var taken = await desk.Submit($"/cases/{First}/records/matter.taken", ("data.remark", "今晚七点电话联系"));
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await taken.Content.ReadAsStringAsync());
        var inbox = await desk.Page("/inbox");
        inbox.Body!.TextContent.ShouldNotContain("转报");
        inbox.QuerySelector("a[href$='/records/matter.taken']").ShouldBeNull();
        (await State(hr)).ShouldBe("处理中");
        (await desk.Page($"/cases/{First}")).QuerySelector("a[href$='/records/matter.taken']").ShouldBeNull();
        using var again = await desk.SubmitFrom($"/cases/{First}", $"/cases/{First}/records/matter.taken", ("data.remark", "再次"));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        app.ShouldVerify();
    }

    [Fact]
    public async Task At_a_property_desk_it_waits_in_the_inbox_too()
    {
        await Centre(closed: "2026-10-01 00:00");
        (await Report(hr, Leak)).Dispose();
        app.Cases.Load(First)!.Rules.ShouldBe("property");
        (await desk.Page("/inbox")).QuerySelectorAll("li[data-row]").ShouldHaveSingleItem().TextContent.ShouldContain("转报");
        using var department = await app.SignedIn(World.Department);
        (await department.Page("/inbox"))
            .QuerySelector("a[href$='/records/matter.taken']")
            .ShouldBeNull("the desk takes it up, nobody else");
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await other.Page("/inbox")).QuerySelectorAll("li[data-row]").ShouldBeEmpty("another project's desk");
        using var promised = await desk.Submit($"/cases/{First}/events/promise.made", ("until", "2026-10-13T18:00"));
        promised.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await promised.Content.ReadAsStringAsync());
        (await desk.Page("/inbox")).QuerySelectorAll("li[data-row]").ShouldBeEmpty("whatever is done about it takes it up");
        app.ShouldVerify();
    }

    [Fact]
    public async Task Who_registered_it_is_told_once_that_it_is_done_and_sees_nothing_more_of_the_case()
    {
        using var he = await app.SignedIn(World.OtherSpecialist);
        (await Report(he, Leak)).Dispose();
        (await Report(hr, [.. Leak, ("demand", "大堂灯坏了")])).Dispose();
        await Resolve(First);
        var told = await Told(he);
        told.ShouldHaveSingleItem().ShouldContain($"您登记的事项已办结：{First}");
        (await Told(hr)).ShouldBeEmpty("another's matter");
        (await Told(desk)).ShouldBeEmpty("who took it up is not who registered it");
        (await he.Page("/messages/mine")).QuerySelector("ul.messages a[href='/matters']").ShouldNotBeNull();
        await app.Cases.Sweep(Instant.Parse("2026-12-01T00:00:00+08:00"));
        using var later = await desk.Submit($"/cases/{First}/records/signature.asked", ("data.of", "opening"));
        (await Told(he)).Length.ShouldBe(1, "exactly once");

        (await State(he)).ShouldStartWith("已办结");
        using var closed = await he.GetAsync(new Uri($"/cases/{First}", UriKind.Relative));
        closed.StatusCode.ShouldBe(HttpStatusCode.NotFound, "澜岸 is not in the scope of 和苑");
        (await he.Page("/matters")).Body!.TextContent.ShouldNotContain("138");
        app.ShouldVerify();
    }

    [Fact]
    public async Task Who_registered_a_duplicate_is_told_when_the_case_that_stays_is_done()
    {
        var stays = await Complaint.Opened("2026-10-12 15:00", "3-2-1201", "飘窗渗漏").In(app);
        (await Report(hr, Leak)).Dispose();
        await desk.Merges("LA-2026-0002", stays);
        (await State(hr)).ShouldBe("处理中");
        (await Told(hr)).ShouldBeEmpty("merged is not done");
        await Resolve(stays);
        (await Told(hr)).ShouldHaveSingleItem().ShouldContain("LA-2026-0002");
        (await hr.Page("/matters")).Body!.TextContent.ShouldNotContain(stays);
        (await State(hr)).ShouldStartWith("已办结");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_opens_one_case()
    {
        var once = (await hr.Page("/matters/new")).QuerySelector("[name=once]")!.GetAttribute("value")!;
        using var first = await Report(hr, [.. Leak, ("once", once)]);
        using var second = await Report(hr, [.. Leak, ("once", once)]);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        app.Cases.Load("LA-2026-0002").ShouldBeNull();
        (await hr.Page("/matters")).QuerySelectorAll("ul.matters li").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("project", "", "请选择项目")]
    [InlineData("project", "QQ", "请选择项目")]
    [InlineData("place", " ", "请填写房号或位置")]
    [InlineData("place", "1234567890123456789012345678901234567890123456789012345678901", "最多 60 个字")]
    [InlineData("about", "plumbing", "请选择事情类型")]
    [InlineData("demand", "  ", "请写明客户的诉求")]
    [InlineData("customerPhone", "明天再问", "电话只能包含数字、空格和 + - ( )")]
    [InlineData("once", "short", "这个项目现在不能登记，请刷新页面后再试，或致电项目服务台")]
    public async Task What_does_not_read_is_said_beside_the_field_and_nothing_is_opened(string field, string typed, string sentence)
    {
        using var answer = await Report(hr, [.. Leak.Where(each => each.Name != field), (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await answer.Content.ReadAsStringAsync());
        page.Texts("p.problem, p.notice").ShouldBe([sentence]);
        if (field != "demand")
        {
            page.Texts("#field-demand").ShouldBe(["业主在电梯里说飘窗漏水"]);
        }

        app.LogPosition().ShouldBe(0);
    }

    [Fact]
    public async Task The_photos_of_a_form_that_was_refused_need_not_be_chosen_again()
    {
        using var refused = await Report(
            hr,
            [.. Leak.Where(each => each.Name != "place")],
            ("漏水.jpg", Pictures.Jpeg()),
            ("窗.png", Pictures.Png())
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var kept = Pages.Parse(await refused.Content.ReadAsStringAsync()).QuerySelectorAll("input[name='kept.photo'][checked]");
        kept.Select(box => box.ParentElement!.TextContent.Trim()).ShouldBe(["漏水.jpg", "窗.png"]);
        var tokens = kept.Select(box => ("kept.photo", box.GetAttribute("value")!)).ToArray();

        using var stranger = await app.SignedIn(World.Reader);
        (await Report(stranger, [.. Leak, .. tokens])).Dispose();
        app.Cases.Load(First).ShouldNotBeNull();
        (await desk.Page($"/cases/{First}")).QuerySelectorAll("#case-files li").ShouldBeEmpty("sealed for whoever chose them");

        (await Report(hr, [.. Leak, tokens[1], ("kept.photo", "nonsense")], ("现场.png", Pictures.Png()))).Dispose();
        (await desk.Page("/cases/LA-2026-0002")).Texts("#case-files h3").ShouldBe(["处理前 2"], "one was unticked, one is new");
    }

    [Fact]
    public async Task The_list_is_paged_the_newest_first()
    {
        for (var i = 1; i <= 21; i++)
        {
            (await Report(hr, [.. Leak, ("demand", $"第 {i} 件")])).Dispose();
        }

        var page = await hr.Page("/matters");
        page.Texts("ul.matters .what").ShouldBe(Enumerable.Range(2, 20).Reverse().Select(i => $"第 {i} 件"));
        var next = await hr.Page(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        next.Texts("ul.matters .what").ShouldBe(["第 1 件"]);
        next.QuerySelector("a[rel=next]").ShouldBeNull();
    }

    private async Task Resolve(string number)
    {
        app.Clock.Now = app.Clock.Now + TimeSpan.FromMinutes(1);
        var resolved = await app.Cases.Append(
            new AppendRequest(number, [NewEvent.Of(EventType.CaseResolvedOnSpot, app.Clock.Now, World.Specialist, "{\"signature\":true}")])
        );
        resolved.Done.ShouldBeTrue(resolved.Refusal?.Sentence.En);
    }

    private Task Centre(string closed) =>
        app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session =>
            {
                session.Db.Add(
                    new ServiceCentre
                    {
                        Place = "LA",
                        OpensAt = Complaint.At("2024-01-01 00:00"),
                        ClosedAt = Complaint.At(closed),
                    }
                );
                return session.Db.SaveChanges();
            });

    private static async Task<string> State(HttpClient who) => (await who.Page("/matters")).Texts("ul.matters .tag")[0];

    private static async Task<string[]> Told(HttpClient who) =>
        [
            .. (await who.Page("/messages/mine"))
                .QuerySelectorAll("ul.messages li")
                .Select(message => message.TextContent)
                .Where(text => text.Contains("您登记的事项", StringComparison.Ordinal)),
        ];

    /// <summary>The last value of a field counts: a test adds what differs.</summary>
    private static async Task<HttpResponseMessage> Report(
        HttpClient who,
        (string Name, string Value)[] fields,
        params (string Name, byte[] Bytes)[] photos
    )
    {
        var page = await who.Page("/matters/new");
        (string Name, string? Value)[] hidden =
        [
            ("once", page.QuerySelector("[name=once]")!.GetAttribute("value")),
            ("__RequestVerificationToken", page.QuerySelector("#new-matter [name=__RequestVerificationToken]")!.GetAttribute("value")),
        ];
        using var body = new MultipartFormDataContent();
        foreach (
            var (name, value) in hidden.Where(each => fields.All(field => field.Name != each.Name)).Select(each => (each.Name, each.Value!))
        )
        {
            body.Add(new StringContent(value), name);
        }

        foreach (
            var (name, value) in fields
                .Where(field => field.Name == "kept.photo")
                .Concat(fields.Where(field => field.Name != "kept.photo").Reverse().DistinctBy(field => field.Name))
        )
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in photos)
        {
            body.Add(new ByteArrayContent(bytes), "photo", name);
        }

        return await who.PostAsync(new Uri("/matters/new", UriKind.Relative), body);
    }
}
