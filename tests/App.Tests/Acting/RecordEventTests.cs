using System.Net;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Acting;

public sealed class RecordEventTests : IAsyncLifetime
{
    private TestApp app = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        number = await Complaint.Opened("2026-10-12 15:20", "3-2-1201", "飘窗渗漏，要求修复").In(app);
    }

    [Fact]
    public async Task The_one_filled_button_is_the_act_that_stops_the_clock_that_ends_first()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        var page = await specialist.GetStringAsync(Page());
        page.ShouldContain($"class=\"btn main\" href=\"/cases/{number}/events/order.submitted\"");
        page.ShouldContain($"/cases/{number}/events/case.resolvedOnSpot");
        page.ShouldNotContain($"/cases/{number}/events/order.approved");
    }

    [Fact]
    public async Task Buttons_and_forms_are_verbs_in_english_too()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var switched = await specialist.SubmitFrom("/cases", "/language", ("to", "en"), ("back", "/cases"));
        var page = await specialist.GetStringAsync(Page());
        page.ShouldContain(">Submit order</a>");
        page.ShouldContain(">Resolve on the spot</a>");
        page.ShouldContain(">Ask for the signature</a>");
        var form = await specialist.GetStringAsync(Page("/events/order.submitted"));
        form.ShouldContain("<h2>Submit order");
        form.ShouldContain("type=\"submit\">Submit order</button>");
    }

    [Fact]
    public async Task A_letter_came_in_and_a_call_ended()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        (await specialist.GetStringAsync(Page())).ShouldContain("来电结束 今天 15:20");
        number = await new Complaint("group", "LA")
            .Then(
                "case.opened",
                "2026-10-12 15:20",
                "zhou",
                new
                {
                    channel = "letter",
                    category = "property.repair",
                    contactEndedAt = Complaint.At("2026-10-12 15:10").ToString(),
                    unit = "3-2-1202",
                    demand = "门锁",
                }
            )
            .In(app);
        var page = await specialist.GetStringAsync(Page());
        page.ShouldContain("来函，收到");
        page.ShouldNotContain("来电结束 今天");
    }

    [Fact]
    public async Task An_order_goes_through_three_people_and_every_step_shows_on_the_page()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        await Done(specialist, "order.submitted", ("requiredBy", "2026-10-15T18:00"));
        using var deputy = await app.SignedIn(World.DeputyManager);
        await Done(deputy, "order.approved");
        using var general = await app.SignedIn(World.GeneralManager);
        await Done(
            general,
            "order.issued",
            ("department", "property"),
            ("accountable", World.Department),
            ("leader", World.Leader),
            ("chairman", World.Chairman)
        );

        var page = await specialist.GetStringAsync(Page());
        page.ShouldContain("签发督办令");
        page.ShouldContain("高岩");
        using var department = await app.SignedIn(World.Department);
        var theirs = await department.GetStringAsync(Page());
        theirs.ShouldContain($"class=\"btn main\" href=\"/cases/{number}/events/visit.made\"");
        (await specialist.GetStringAsync(new Uri($"/cases/{number}?recorded=order.submitted", UriKind.Relative))).ShouldContain(
            "已记录：填报督办令"
        );
    }

    [Fact]
    public async Task The_people_an_order_can_name_are_those_of_the_project_and_of_the_places_above_it()
    {
        await app.AddStaff("stranger", "外人", "和苑项目经理");
        using var general = await app.SignedIn(World.GeneralManager);
        using var early = await general.GetAsync(Page("/events/order.issued"));
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var form = await early.Content.ReadAsStringAsync();
        form.ShouldContain("role=\"alert\"", Case.Sensitive, "the order was not even submitted");
        using var specialist = await app.SignedIn(World.Specialist);
        await Done(specialist, "order.submitted", ("requiredBy", "2026-10-15T18:00"));
        using var deputy = await app.SignedIn(World.DeputyManager);
        await Done(deputy, "order.approved");
        form = await general.GetStringAsync(Page("/events/order.issued"));
        form.ShouldContain("高岩 · 澜岸物业部经理");
        form.ShouldContain("陈立 · 华东公司董事长");
        form.ShouldNotContain("外人");
    }

    [Theory]
    [InlineData(World.Reader)]
    [InlineData(World.Department)]
    [InlineData(World.Administrator)]
    public async Task Who_is_not_in_the_rule_books_table_is_told_so_and_nothing_is_stored(string who)
    {
        using var visitor = await app.SignedIn(who);
        using var form = await visitor.GetAsync(Page("/events/order.submitted"));
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await form.Content.ReadAsStringAsync()).ShouldContain("客服专员");
        using var answer = await Post(visitor, "order.submitted", $"/cases", ("requiredBy", "2026-10-15T18:00"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        app.Cases.Load(number)!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task An_act_the_state_does_not_allow_says_why()
    {
        using var deputy = await app.SignedIn(World.DeputyManager);
        using var answer = await Post(deputy, "order.approved", "/cases");
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\"");
        app.Cases.Load(number)!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_that_moved_on_meanwhile_is_not_overlooked_and_what_was_typed_is_kept()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var deputy = await app.SignedIn(World.DeputyManager);
        await Done(deputy, "case.natured", ("nature", "major"));
        using var answer = await Post(specialist, "order.submitted", "/cases", ("version", "1"), ("requiredBy", "2026-10-15T18:00"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("案件已有新记录");
        page.ShouldContain("value=\"2026-10-15T18:00\"");
        app.Cases.Load(number)!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task After_another_did_it_first_there_is_no_button_that_cannot_work_and_what_was_typed_is_kept()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        await Done(specialist, "order.submitted", ("requiredBy", "2026-10-15T18:00"));
        using var answer = await Post(specialist, "order.submitted", "/cases", ("version", "1"), ("requiredBy", "2026-10-16T18:00"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("案件已有新记录");
        page.ShouldContain("value=\"2026-10-16T18:00\"");
        page.ShouldNotContain("btn main\" type=\"submit\"");
    }

    [Theory]
    [InlineData("", "请填写要求完成时间")]
    [InlineData("soon", "要求完成时间不是有效的日期和时间")]
    [InlineData("0001-01-01T00:00", "要求完成时间不是有效的日期和时间")]
    [InlineData("9999-12-31T23:59", "要求完成时间不是有效的日期和时间")]
    public async Task A_field_that_does_not_read_is_named(string typed, string sentence)
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var answer = await Post(specialist, "order.submitted", $"/cases", ("requiredBy", typed));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(sentence);
        app.Cases.Load(number)!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_forms_token_nothing_is_recorded()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("requiredBy", "2026-10-15T18:00")]);
        using var answer = await specialist.PostAsync(Page("/events/order.submitted"), body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        app.Cases.Load(number)!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Out_of_scope_there_is_no_form_and_no_post()
    {
        using var stranger = await app.SignedIn(World.OtherSpecialist);
        using var form = await stranger.GetAsync(Page("/events/order.submitted"));
        form.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var answer = await Post(stranger, "order.submitted", "/cases/new", ("requiredBy", "2026-10-15T18:00"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_telephone_number_is_shown_to_whom_the_book_allows_and_the_look_is_noted()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        (await specialist.GetStringAsync(Page())).ShouldNotContain("13800005678");
        using var shown = await specialist.SubmitFrom($"/cases/{number}", $"/cases/{number}/phone");
        (await shown.Content.ReadAsStringAsync()).ShouldContain("13800005678");
        app.AccessNotes().ShouldHaveSingleItem().ShouldBe((World.Specialist, "phone.shown", number));

        using var reader = await app.SignedIn(World.Reader);
        using var refused = await reader.SubmitFrom("/cases", $"/cases/{number}/phone");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        app.AccessNotes().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Charges_are_shown_only_to_whom_the_book_allows()
    {
        var leak = await Complaint.Leak().In(app);
        using var reader = await app.SignedIn(World.Reader);
        using var general = await app.SignedIn(World.GeneralManager);
        foreach (var path in new[] { $"/cases/{leak}", $"/cases/{leak}/explanation" })
        {
            (await general.GetStringAsync(new Uri(path, UriKind.Relative))).ShouldContain("¥");
            (await reader.GetStringAsync(new Uri(path, UriKind.Relative))).ShouldNotContain("¥");
        }
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private Uri Page(string rest = "") => new($"/cases/{number}{rest}", UriKind.Relative);

    private async Task Done(HttpClient visitor, string type, params (string Name, string Value)[] fields)
    {
        using var answer = await Post(visitor, type, $"/cases/{number}/events/{type}", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> Post(HttpClient visitor, string type, string formOn, params (string Name, string Value)[] fields) =>
        visitor.SubmitFrom(formOn, $"/cases/{number}/events/{type}", fields);
}
