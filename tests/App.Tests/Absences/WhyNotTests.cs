using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Absences;

public sealed class WhyNotTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient specialist = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        specialist = await app.SignedIn(World.Specialist);
    }

    public async Task DisposeAsync()
    {
        specialist.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Before_the_issue_nobody_is_told_and_the_page_says_so()
    {
        var number = await Complaint.Opened("2026-10-12 15:30", "3-2-1201", "飘窗渗漏").In(app);
        var page = await Ask(number, World.Department);
        Finding(page, "督办令签发通知").ShouldContain("高岩 不在通知对象之列");
        Finding(page, "报批").ShouldContain("如无新情况，将于 今天 16:05 对 周敏 产生：¥100.00");
        Finding(page, "上门").ShouldContain("时限“上门”在本轮还没有开始");
        Finding(page, "上门").ShouldContain("即使不再有新情况也不会产生");
    }

    [Fact]
    public async Task After_the_issue_each_rule_says_who_is_told_when_and_what_became_of_it()
    {
        var number = await Complaint.Leak().In(app);
        var told = await Ask(number, World.Department);
        Finding(told, "未办结每日提醒").ShouldContain("每天 09:30 通知：投诉处理责任人 高岩、分管领导 梁宽、董事长 陈立");
        Finding(told, "未办结每日提醒").ShouldContain("今天 09:30 到期并已通知；站内未读；未接入其他渠道，只在站内");
        Finding(told, "未办结每日提醒").ShouldContain("昨天 09:30 到期，但写入系统时已过去超过 24 小时，不再作为新消息发出");
        Finding(told, "未办结每日提醒").ShouldContain("如无新情况，下一次是 明天 09:30");
        var stranger = await Ask(number, World.Specialist);
        Finding(stranger, "未办结每日提醒").ShouldContain("周敏 不在通知对象之列");
    }

    [Fact]
    public async Task A_silent_morning_is_explained_by_the_state_of_the_case_then()
    {
        var number = await Complaint.Leak().Then("closure.applied", "2026-10-12 09:00", "gao", new { document = true }).In(app);
        Finding(await Ask(number, World.Department), "未办结每日提醒").ShouldContain("今天 09:30 没有发：当时案件是“申请结案”");
    }

    [Fact]
    public async Task What_accrued_is_named_and_what_did_not_is_explained_with_the_moment_it_would()
    {
        var number = await Complaint.Leak().In(app);
        var page = await Ask(number, World.Department);
        Findings(page, "处理").ShouldContain(text => text.Contains("EG-36(1)") && text.Contains("起计"));
        Findings(page, "处理").ShouldContain(text => text.Contains("EG-36(3)") && text.Contains("如无新情况，将于 10月26日 12:00"));
        Finding(page, "方案").ShouldContain("完成，按时");
        using var reader = await app.SignedIn(World.Reader);
        (await reader.GetStringAsync(At($"/cases/{number}/why"))).ShouldContain("您的角色不能查看扣罚");
    }

    [Fact]
    public async Task Sight_is_explained_by_posts_and_their_scope()
    {
        var number = await Complaint.Leak().In(app);
        var other = await Ask(number, World.OtherSpecialist);
        Finding(other, "数据范围").ShouldContain("何苗 任 和苑 的客服专员，数据范围不包括本案所在的 澜岸");
        Finding(await Ask(number, World.Chairman), "数据范围").ShouldContain("可以打开本案");
        (await Ask(number, "nobody")).Texts(".notice").ShouldBe(["没有这位员工，请核对姓名或工号。"]);
        Finding(await Ask(number, "梁宽"), "数据范围").ShouldContain("梁宽");
    }

    [Fact]
    public async Task Who_may_not_see_the_case_gets_no_explanation()
    {
        var number = await Complaint.Leak().In(app);
        using var other = await app.SignedIn(World.OtherSpecialist);
        using var answer = await other.GetAsync(At($"/cases/{number}/why?who=gao"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<AngleSharp.Dom.IDocument> Ask(string number, string who) =>
        specialist.Page($"/cases/{number}/why?who={Uri.EscapeDataString(who)}");

    private static string[] Findings(AngleSharp.Dom.IDocument page, string title) =>
        [.. page.Texts(".finding").Where(text => text.StartsWith(title, StringComparison.Ordinal))];

    private static string Finding(AngleSharp.Dom.IDocument page, string title) => Findings(page, title).First();

    private static Uri At(string path) => new(path, UriKind.Relative);
}
