using System.Net;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Relating;
using Shouwen.App.Tests.Web;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Owners;

/// <summary>An owner follows, signs, rates and has taken up again an own case, and sees nothing of anybody else.</summary>
public sealed class OwnCaseTests : IAsyncLifetime
{
    private OwnerWorld world = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync()
    {
        world = await OwnerWorld.Settle();
        owner = await world.SignedIn();
    }

    public async Task DisposeAsync()
    {
        owner.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task The_page_says_in_plain_words_what_happened_what_comes_next_and_what_was_promised()
    {
        var number = await world.Opened(OwnerWorld.Planned);
        var page = await owner.Page($"/owner/cases/{number}");
        page.Texts(".own-time b").ShouldBe(["已与您商定处理方案", "工作人员已上门查看", "已安排责任部门", "我们收到了您的报事"]);
        page.Texts(".own-time p").ShouldBe(["约定时间：10月16日 周五 18:00", "由物业公司负责处理"]);
        page.Texts(".next").ShouldBe(["接下来： 责任部门正在处理，处理完请您验收。"]);
        page.QuerySelector(".clock")!.TextContent.ShouldContain("10月16日");
    }

    [Fact]
    public async Task Nothing_of_the_companys_own_stands_on_it()
    {
        var number = await world.Opened(opened =>
            OwnerWorld
                .Planned(opened)
                .Then("case.natured", "2026-10-09 10:00", World.GeneralManager, new { nature = "major" })
                .Then("progress.recorded", "2026-10-09 17:00", World.Department, new { text = "隔壁王先生家也漏，先修王先生家" })
        );
        var html = await owner.GetStringAsync(Case(number));
        foreach (var inner in new[] { "王先生", "高岩", "周敏", "方远", World.Department, "重大", "扣罚", "EG-", "超期" })
        {
            html.ShouldNotContain(inner);
        }

        html.ShouldContain("处理有新进展");
    }

    [Fact]
    public async Task A_case_merged_into_somebody_elses_tells_its_state_and_promise_and_no_word_of_it()
    {
        var (mine, theirs) = (await world.Opened(), await world.Opened(OwnerWorld.Planned, world.Stranger));
        using var zhou = await world.App.SignedIn(World.Specialist);
        await zhou.Merges(mine, theirs);
        var page = await owner.Page($"/owner/cases/{mine}");
        page.Texts(".own-time b").ShouldBe(["我们收到了您的报事"]);
        page.Texts(".next").ShouldBe(["接下来： 责任部门正在处理，处理完请您验收。"]);
        page.QuerySelector(".clock")!.TextContent.ShouldContain("10月16日");
        page.DocumentElement.OuterHtml.ShouldNotContain(theirs);
        (await owner.GetStringAsync("/owner/cases")).ShouldNotContain(theirs);
        using var hidden = await owner.GetAsync(Case(theirs));
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_owners_case_is_nowhere_to_be_found()
    {
        var number = await world.Opened(OwnerWorld.Closed);
        await world.Ask(number, "plan");
        using var stranger = await world.SignedIn(OwnerWorld.StrangersPhone);
        (await stranger.GetStringAsync(new Uri("/owner/cases", UriKind.Relative))).ShouldNotContain(number);
        foreach (var path in new[] { $"/owner/cases/{number}", $"/owner/cases/{number}/files/1", "/owner/cases/LA-2099-0001" })
        {
            using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var before = world.App.LogPosition();
        foreach (var action in new[] { "rating", "reopening", "signature" })
        {
            using var answer = await stranger.SubmitFrom(
                "/owner/report",
                $"/owner/cases/{number}/{action}",
                ("score", "1"),
                ("reason", "x"),
                ("of", "plan"),
                ("signature.drawn", Pictures.DataUrl(Pictures.Drawn()))
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, action);
        }

        world.App.LogPosition().ShouldBe(before);
    }

    [Fact]
    public async Task Neither_staff_nor_strangers_get_in()
    {
        var number = await world.Opened();
        using var zhou = await world.App.SignedIn(World.Specialist);
        using var nobody = world.App.Visitor();
        foreach (var visitor in new[] { zhou, nobody })
        {
            foreach (var path in new[] { "/owner/cases", "/owner/report", $"/owner/cases/{number}", $"/owner/cases/{number}/files/1" })
            {
                using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
                answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
                answer.Headers.Location!.OriginalString.ShouldEndWith("/owner");
            }
        }
    }

    [Fact]
    public async Task A_file_the_staff_added_is_not_shown_to_the_owner()
    {
        var number = await world.Opened();
        using var api = await world.App.SignedIn(World.Specialist);
        var token = (await api.Page("/cases")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = Attachments.Form(("内部.png", Pictures.Png()));
        form.Add(new StringContent(token), "__RequestVerificationToken");
        using var added = await api.PostAsync(new Uri($"/cases/{number}/attachments", UriKind.Relative), form);
        added.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var picture = (await api.Page($"/cases/{number}")).QuerySelector("#case-files img")!.GetAttribute("src")!;
        var id = picture[(picture.LastIndexOf('/') + 1)..];
        (await owner.Page($"/owner/cases/{number}")).QuerySelector(".photos").ShouldBeNull();
        using var answer = await owner.GetAsync(new Uri($"/owner/cases/{number}/files/{id}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_owner_signs_what_was_asked_for_once()
    {
        var number = await world.Opened(OwnerWorld.Planned);
        (await owner.Page($"/owner/cases/{number}")).QuerySelector("#sign").ShouldBeNull("nobody asked yet");
        await world.Ask(number, "plan");
        var page = await owner.Page($"/owner/cases/{number}");
        page.Texts("#sign h2").ShouldBe(["请您签字：处理方案和完成时间"]);

        using var blank = await Act(number, "signature", ("of", "plan"));
        blank.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var signed = await Act(number, "signature", ("of", "plan"), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn())));
        signed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var again = await Act(number, "signature", ("of", "plan"), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn())));
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var file = world.App.Cases.Load(number)!;
        file.Records.Count(record => record.Name == "signature.given").ShouldBe(1);
        (await owner.Page($"/owner/cases/{number}")).QuerySelector("#sign").ShouldBeNull();

        using var zhou = await world.App.SignedIn(World.Specialist);
        var desk = await zhou.Page($"/cases/{number}");
        desk.Texts("#case-files h3").ShouldBe(["签字 1"]);
        desk.QuerySelectorAll(".time .signed img").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_owner_who_does_not_sign_says_why()
    {
        var number = await world.Opened(OwnerWorld.Planned);
        await world.Ask(number, "plan");
        using var silent = await Act(number, "signature", ("of", "plan"), ("signature.way", "refused"));
        silent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await silent.Content.ReadAsStringAsync()).ShouldContain("请填写未签字的原因");
        using var refused = await Act(number, "signature", ("of", "plan"), ("signature.way", "refused"), ("signature.reason", "时间太晚"));
        refused.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var zhou = await world.App.SignedIn(World.Specialist);
        (await zhou.GetStringAsync(new Uri($"/cases/{number}", UriKind.Relative))).ShouldContain("时间太晚");
    }

    [Fact]
    public async Task A_completion_signed_by_the_owner_is_the_paper_that_closure_asks_for()
    {
        var number = await world.Opened(OwnerWorld.Planned);
        using var gao = await world.App.SignedIn(World.Department);
        using var before = await gao.Submit($"/cases/{number}/events/closure.applied");
        before.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await world.Ask(number, "completion");
        using var signed = await Act(number, "signature", ("of", "completion"), ("signature.drawn", Pictures.DataUrl(Pictures.Drawn())));
        using var after = await gao.Submit($"/cases/{number}/events/closure.applied");
        after.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        world.App.Cases.Load(number)!.Judgement.Stage.ShouldBe(CaseStage.Applied);
    }

    [Fact]
    public async Task A_closed_case_is_rated_once_in_each_cycle()
    {
        var number = await world.Opened(OwnerWorld.Closed);
        using var nothing = await Act(number, "rating", ("remark", "慢"));
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await nothing.Content.ReadAsStringAsync()).ShouldContain("慢");
        using var nonsense = await Act(number, "rating", ("score", "6"));
        nonsense.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var rated = await Act(number, "rating", ("score", "4"), ("remark", "师傅很好"));
        rated.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var again = await owner.SubmitFrom("/owner/report", $"/owner/cases/{number}/rating", ("score", "1"));
        var record = world.App.Cases.Load(number)!.Records.Where(each => each.Name == "case.rated").ShouldHaveSingleItem();
        record.Number("score").ShouldBe(4);
        record.By.ShouldBeNull();
        var page = await owner.Page($"/owner/cases/{number}");
        page.QuerySelector("#rate").ShouldBeNull();
        page.Texts(".own-time p").ShouldContain("您的评价：4 分");

        using var reopened = await Act(number, "reopening", ("reason", "又漏了"));
        (await owner.Page($"/owner/cases/{number}")).QuerySelector("#rate").ShouldBeNull("an open case is not rated");
    }

    [Theory]
    [InlineData("2027-04-08 18:00", true)]
    [InlineData("2027-04-08 18:01", false)]
    public async Task A_case_is_taken_up_again_within_the_rule_books_days(string at, bool possible)
    {
        var number = await world.Opened(OwnerWorld.Closed);
        world.App.Clock.Now = Complaint.At(at);
        using var late = await world.SignedIn();
        var page = await late.Page($"/owner/cases/{number}");
        (page.QuerySelector("#reopen") is not null).ShouldBe(possible);
        using var answer = await late.SubmitFrom("/owner/report", $"/owner/cases/{number}/reopening", ("reason", "又漏了"));
        answer.StatusCode.ShouldBe(possible ? HttpStatusCode.SeeOther : HttpStatusCode.Conflict);
        var file = world.App.Cases.Load(number)!;
        file.Judgement.Stage.ShouldBe(possible ? CaseStage.Open : CaseStage.Closed);
        file.Judgement.Cycle.ShouldBe(possible ? 2 : 1);
    }

    [Fact]
    public async Task Taking_up_again_asks_what_is_wrong_and_happens_once()
    {
        var number = await world.Opened(OwnerWorld.Closed);
        using var silent = await Act(number, "reopening", ("reason", " "));
        silent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await silent.Content.ReadAsStringAsync()).ShouldContain("请您说明哪里没有解决");
        using var done = await Act(number, "reopening", ("reason", "又漏了"));
        using var again = await owner.SubmitFrom("/owner/report", $"/owner/cases/{number}/reopening", ("reason", "又漏了"));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await owner.Page($"/owner/cases/{number}");
        page.Texts(".own-time b")[0].ShouldBe("重新受理");
        page.Texts(".own-time p").ShouldContain("又漏了");
        world.App.Cases.Load(number)!.Events.Count(recorded => recorded.Type == EventType.CaseReopened).ShouldBe(1);
    }

    [Fact]
    public async Task An_erased_case_says_so_and_shows_nothing()
    {
        using var reported = await OwnerWorld.Report(
            owner,
            [("home", OwnerWorld.Home), ("category", "property.repair"), ("demand", "飘窗渗漏")],
            ("漏水.jpg", Pictures.Jpeg())
        );
        const string number = "LA-2026-0001";
        var picture = (await owner.Page($"/owner/cases/{number}")).QuerySelector(".photos img")!.GetAttribute("src")!;
        await world.App.Cases.Erase(number);
        var page = await owner.Page($"/owner/cases/{number}");
        page.Body!.TextContent.ShouldContain("（内容已按要求删除）");
        page.Body!.TextContent.ShouldNotContain("飘窗渗漏");
        page.QuerySelector(".photos").ShouldBeNull();
        using var gone = await owner.GetAsync(new Uri(picture, UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Uri Case(string number) => new($"/owner/cases/{number}", UriKind.Relative);

    private Task<HttpResponseMessage> Act(string number, string action, params (string Name, string Value)[] fields) =>
        owner.SubmitFrom($"/owner/cases/{number}", $"/owner/cases/{number}/{action}", fields);
}
