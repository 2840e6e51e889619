using System.Net;
using ExcelDataReader;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>The life of an entry, who may do what to it, and what stays when it is corrected or erased.</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private static readonly (string, string)[] Inspection =
    [
        ("items", "office"),
        ("items", "register"),
        ("score", "82"),
        ("findings", "登记不全"),
        ("responsible", World.Specialist),
        ("dueBy", "2026-10-20"),
    ];

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_finding_is_rectified_returned_rectified_again_and_closed()
    {
        var entry = await app.Write(World.DeputyManager, "inspection", "LA", Inspection);
        (await app.Texts(World.DeputyManager, entry, "h1 .tag")).ShouldBe(["待反馈"]);
        (await app.Texts(World.DeputyManager, entry, ".told dd")).ShouldBe([
            "办公场所与形象、来访登记",
            "82",
            "登记不全",
            "周敏",
            "2026-10-20",
        ]);

        (await app.Do(World.DeputyManager, entry, "closure", ("text", "合格"))).ShouldBe(HttpStatusCode.Conflict);
        (await app.Do(World.Specialist, entry, "answer", ("text", "已补登记"))).ShouldBe(HttpStatusCode.SeeOther);
        (await app.Texts(World.DeputyManager, entry, "h1 .tag")).ShouldBe(["待办结"]);
        (await app.Do(World.DeputyManager, entry, "return", ("text", "缺照片"))).ShouldBe(HttpStatusCode.SeeOther);
        (await app.Do(World.Specialist, entry, "answer", ("text", "已补照片"))).ShouldBe(HttpStatusCode.SeeOther);
        (await app.Do(World.DeputyManager, entry, "closure", ("text", "合格"))).ShouldBe(HttpStatusCode.SeeOther);

        (await app.Texts(World.DeputyManager, entry, "h1 .tag")).ShouldBe(["已办结"]);
        (await app.Texts(World.DeputyManager, entry, ".past b")).ShouldBe(["办结", "整改情况", "退回", "整改情况", "登记"]);
        (await app.Do(World.Specialist, entry, "answer", ("text", "再答"))).ShouldBe(HttpStatusCode.Conflict);
        app.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_late_from_the_end_of_its_day_on_and_not_before()
    {
        await app.Write(World.DeputyManager, "inspection", "LA", Inspection);
        const string list = "/ledgers/inspection?state=overdue";

        app.Clock.Now = Complaint.At("2026-10-20 23:59");
        (await app.Texts(World.DeputyManager, list, "tbody tr")).ShouldBeEmpty();
        app.Clock.Now = Complaint.At("2026-10-21 00:00");
        (await app.Texts(World.DeputyManager, list, "tbody tr")).ShouldBeEmpty();
        app.Clock.Now = Complaint.At("2026-10-21 00:01");
        (await app.Texts(World.DeputyManager, list, "tbody tr .tag.major")).ShouldBe(["已逾期"]);
        (await app.Texts(World.DeputyManager, "/ledgers", ".ledgers .tag.major")).ShouldBe(["逾期 1 条"]);
    }

    [Fact]
    public async Task Fifteen_days_are_counted_from_the_writing_and_a_correction_gives_no_more()
    {
        (string, string)[] analysis = [("function", "sales"), ("responsible", World.Chairman), ("problem", "渗漏反复")];
        var entry = await app.Write(World.DeputyManager, "systemic", "east", analysis);
        app.Clock.Now = Complaint.At("2026-10-20 09:00");
        (
            await app.Do(
                World.DeputyManager,
                entry,
                "correction",
                ("day", "2026-10-12"),
                ("function", "engineering"),
                ("responsible", World.Chairman),
                ("problem", "渗漏反复")
            )
        ).ShouldBe(HttpStatusCode.SeeOther);

        (await app.Texts(World.DeputyManager, entry, ".past p")).ShouldBe(["职能部门：由“营销部”改为“工程部”"]);
        app.Clock.Now = Complaint.At("2026-10-27 15:40");
        (await app.Texts(World.DeputyManager, entry, "h1 .tag.major")).ShouldBeEmpty();
        app.Clock.Now = Complaint.At("2026-10-27 15:41");
        (await app.Texts(World.DeputyManager, entry, "h1 .tag.major")).ShouldBe(["已逾期"]);
    }

    [Fact]
    public async Task Only_the_roles_of_the_ledger_within_their_place_see_an_entry_and_who_it_names()
    {
        var entry = await app.Write(World.DeputyManager, "inspection", "LA", Inspection);

        (await app.Status(World.Chairman, entry)).ShouldBe(HttpStatusCode.OK);
        (await app.Status(World.Specialist, entry)).ShouldBe(HttpStatusCode.OK);
        (await app.Status(World.OtherSpecialist, entry)).ShouldBe(HttpStatusCode.NotFound);
        (await app.Status(World.Department, entry)).ShouldBe(HttpStatusCode.NotFound);
        (await app.Status(World.OtherSpecialist, entry + "/print")).ShouldBe(HttpStatusCode.NotFound);
        (await app.Texts(World.OtherSpecialist, "/ledgers", ".ledgers h2 a")).ShouldNotContain("季度检查");
        (await app.Texts(World.Specialist, "/ledgers", ".ledgers h2 a")).ShouldContain("季度检查");
        (await app.Status(World.Specialist, "/ledgers/inspection/export.xlsx")).ShouldBe(HttpStatusCode.NotFound);
        (await app.Do(World.Chairman, entry, "closure", ("text", "合格"))).ShouldBe(HttpStatusCode.Conflict);
        (await app.Status(World.Chairman, "/ledgers/inspection/new")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_writes_for_a_place_out_of_scope_or_names_somebody_who_holds_no_such_post()
    {
        using var visitor = await app.SignedIn(World.Specialist);
        (string, string)[] risk =
        [
            ("area", "promise"),
            ("risk", "学位承诺"),
            ("likelihood", "3"),
            ("impact", "4"),
            ("measure", "统一说辞"),
            ("dueBy", "2026-11-01"),
        ];
        using var elsewhere = await visitor.SubmitFrom(
            "/ledgers/risk/new",
            "/ledgers/risk",
            [("place", "HY"), ("day", LedgerWorld.Today), ("owner", World.Leader), .. risk]
        );
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = await visitor.SubmitFrom(
            "/ledgers/risk/new",
            "/ledgers/risk",
            [("place", "LA"), ("day", LedgerWorld.Today), ("owner", World.OtherSpecialist), .. risk]
        );
        stranger.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = Pages.Parse(await stranger.Content.ReadAsStringAsync());
        page.Texts(".problem").ShouldBe(["请从选项中选择"]);
        page.QuerySelector("#field-measure")!.TextContent.ShouldBe("统一说辞");
        app.LogPosition().ShouldBe(0);
    }

    [Theory]
    [InlineData("likelihood", "0", "应是 1 至 5 之间的整数")]
    [InlineData("likelihood", "6", "应是 1 至 5 之间的整数")]
    [InlineData("likelihood", "三", "应是 1 至 5 之间的整数")]
    [InlineData("day", "2026-10-13", "日期不能晚于今天，也不能早于一年前")]
    [InlineData("day", "2025-10-11", "日期不能晚于今天，也不能早于一年前")]
    [InlineData("day", "第三天", "请填写日期，如 2026-10-08")]
    [InlineData("dueBy", "2026-02-30", "请填写日期，如 2026-10-08")]
    [InlineData("area", "weather", "请从选项中选择")]
    [InlineData("risk", "", "请填写这一项")]
    public async Task What_is_wrong_stands_beside_its_field(string field, string value, string says)
    {
        using var visitor = await app.SignedIn(World.Specialist);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["place"] = "LA",
            ["day"] = LedgerWorld.Today,
            ["area"] = "promise",
            ["risk"] = "学位承诺",
            ["likelihood"] = "1",
            ["impact"] = "5",
            ["measure"] = "统一说辞",
            ["owner"] = World.Leader,
            ["dueBy"] = "2026-11-01",
            [field] = value,
        };
        using var answer = await visitor.SubmitFrom(
            "/ledgers/risk/new",
            "/ledgers/risk",
            [.. fields.Select(each => (each.Key, each.Value))]
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await answer.Content.ReadAsStringAsync()).Texts(".problem").ShouldBe([says]);
    }

    [Fact]
    public async Task Who_saw_an_older_version_is_told_and_nothing_is_lost()
    {
        var entry = await app.Write(World.DeputyManager, "inspection", "LA", Inspection);
        using var slow = await app.SignedIn(World.Specialist);
        (await app.Do(World.Specialist, entry, "answer", ("text", "先答"))).ShouldBe(HttpStatusCode.SeeOther);

        using var late = await slow.SubmitFrom(entry, $"{entry}/answer", ("version", "1"), ("text", "后答"));

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await app.Texts(World.DeputyManager, entry, ".past b")).ShouldBe(["整改情况", "登记"]);
    }

    [Fact]
    public async Task Personal_words_can_be_erased_and_the_log_stays_sound()
    {
        var entry = await app.Write(
            World.DeputyManager,
            "lawsuit",
            "LA",
            ("households", "3"),
            ("claim", "李女士等要求退房"),
            ("filedOn", "2026-09-01")
        );
        (await app.Texts(World.DeputyManager, entry, ".told dd")).ShouldContain("李女士等要求退房");

        (await app.Do(World.DeputyManager, entry, "erasure")).ShouldBe(HttpStatusCode.Redirect);
        (await app.Texts(World.DeputyManager, entry, ".told dd")).ShouldContain("李女士等要求退房");
        (await app.Do(World.Administrator, entry, "erasure")).ShouldBe(HttpStatusCode.SeeOther);

        (await app.Texts(World.DeputyManager, entry, ".told dd")).ShouldContain("（已删除）");
        app.AccessNotes().ShouldContain(note => note.Action == "ledger.erased");
        app.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_that_has_written_nothing_today_shows()
    {
        await app.Write(World.DeputyManager, "videoCheck", "LA", ("specialist", World.Specialist), ("item", "dress"), ("finding", "good"));
        (await app.Texts(World.DeputyManager, "/ledgers/videoCheck", ".owed")).ShouldBe(["今日未登记 云庭、和苑"]);
        app.Clock.Now = Complaint.At("2026-10-13 00:00");
        (await app.Texts(World.DeputyManager, "/ledgers/videoCheck", ".owed")).ShouldBe(["今日未登记 云庭、和苑、澜岸"]);
    }

    [Fact]
    public async Task The_workbook_has_what_the_list_shows_with_every_field()
    {
        await app.Write(World.DeputyManager, "inspection", "LA", Inspection);
        await app.Write(
            World.DeputyManager,
            "inspection",
            "HY",
            [.. Inspection.Where(each => each.Item1 != "responsible"), ("responsible", World.OtherSpecialist)]
        );
        using var visitor = await app.SignedIn(World.Chairman);
        var bytes = await visitor.GetByteArrayAsync(new Uri("/ledgers/inspection/export.xlsx", UriKind.Relative));

        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var table = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var rows = new List<string>();
        while (table.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(1, table.FieldCount - 1).Select(i => table.GetValue(i)?.ToString())));
        }

        rows.Count.ShouldBe(2, "the entry of the south is out of scope");
        rows[0].ShouldStartWith("日期|单位|不合格项|得分|发现的问题|整改责任人|整改期限|登记人|期限|状态");
        rows[1].ShouldStartWith("2026-10-12|澜岸|办公场所与形象、来访登记|82|登记不全|周敏|2026-10-20|许静|");
        app.AccessNotes().ShouldContain(note => note.Action == "ledger.exported" && note.Staff == World.Chairman);
    }

    [Fact]
    public async Task A_meeting_keeps_the_agenda_of_its_day_and_ends_when_its_actions_are_done()
    {
        var old = await Complaint.Opened("2026-10-09 09:00", "3-2-1201", "飘窗渗漏").In(app);
        await Complaint.Opened("2026-10-12 09:00", "3-2-1202", "门锁损坏").In(app);
        var entry = await app.Write(
            World.GeneralManager,
            "weeklyMeeting",
            "group",
            ("chair", World.GeneralManager),
            ("attendees", "各责任部门"),
            ("minutes", "逐案过")
        );
        (await app.Texts(World.GeneralManager, entry, ".changes tbody td:first-child")).ShouldBe([old]);
        (await app.Texts(World.GeneralManager, entry, ".entry h3")).ShouldBe(["物业公司 1 件"]);

        (await app.Do(World.GeneralManager, entry, "actions", ("item", ""), ("responsible", "nobody"), ("due", "soon"))).ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (
            await app.Do(
                World.GeneralManager,
                entry,
                "actions",
                ("item", "更换密封条"),
                ("responsible", World.Department),
                ("due", "2026-10-16")
            )
        ).ShouldBe(HttpStatusCode.SeeOther);
        (await app.Do(World.GeneralManager, entry, "closure", ("text", "散会"))).ShouldBe(HttpStatusCode.Conflict);
        app.Clock.Now = Complaint.At("2026-10-17 00:01");
        (await app.Texts(World.GeneralManager, entry, "h1 .tag.major")).ShouldBe(["已逾期"]);
        (await app.Do(World.Leader, entry, "actions/2")).ShouldBe(HttpStatusCode.NotFound);
        (await app.Do(World.Department, entry, "actions/9")).ShouldBe(HttpStatusCode.Conflict);
        (await app.Do(World.Department, entry, "actions/2")).ShouldBe(HttpStatusCode.SeeOther);
        (await app.Do(World.GeneralManager, entry, "closure", ("text", "散会"))).ShouldBe(HttpStatusCode.SeeOther);

        (await app.Texts(World.GeneralManager, entry, ".changes tbody td:first-child")).ShouldBe([old], "frozen with the minutes");
        (await app.Texts(World.GeneralManager, entry + "/print", ".paper h2")).ShouldBe(["议程案件", "整改事项", "经过"]);
        app.Problems().ShouldBeEmpty();
    }
}
