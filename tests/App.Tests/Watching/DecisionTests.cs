using System.Globalization;
using System.Net;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>What the ledgers call for, and how it is decided: within the range, by the named post, once, with a reason.</summary>
public sealed class DecisionTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Concealment_calls_for_a_decision_each_time_and_for_dismissal_at_the_third_of_a_month()
    {
        await Conceal("2026-09-30");
        await Conceal("2026-10-01");
        await Conceal("2026-10-02");
        app.Items().ShouldBe([.. Enumerable.Repeat("concealment proposed zhou", 3)]);

        await Conceal("2026-10-12", "missing");

        app.Items().ShouldBe([.. Enumerable.Repeat("concealment proposed zhou", 4), "repeatedConcealment proposed zhou"]);
        (await app.Texts(World.GeneralManager, "/decisions/" + await Id("一月内多次瞒报漏报，辞退"), ".told dd")).ShouldContain(
            "来访登记核对，当月第 3 次"
        );
        app.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_takes_back_what_nobody_has_decided_and_calls_for_it_again()
    {
        await Conceal("2026-10-01");
        await Conceal("2026-10-02");
        var third = await Conceal("2026-10-03");

        (await Correct(third, "matching")).ShouldBe(HttpStatusCode.SeeOther);
        app.Items()
            .ShouldBe(
                [
                    "concealment proposed zhou",
                    "concealment proposed zhou",
                    "concealment withdrawn zhou",
                    "repeatedConcealment withdrawn zhou",
                ],
                ignoreOrder: true
            );
        (await Correct(third, "concealed")).ShouldBe(HttpStatusCode.SeeOther);
        app.Items().Count(item => item.Contains("proposed", StringComparison.Ordinal)).ShouldBe(4);
        app.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gradesDown", "2", HttpStatusCode.UnprocessableEntity)]
    [InlineData("gradesDown", "3", HttpStatusCode.SeeOther)]
    [InlineData("gradesDown", "8", HttpStatusCode.SeeOther)]
    [InlineData("gradesDown", "9", HttpStatusCode.UnprocessableEntity)]
    [InlineData("gradesDown", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("fine", "500", HttpStatusCode.UnprocessableEntity)]
    [InlineData("dismissal", "", HttpStatusCode.SeeOther)]
    [InlineData("none", "", HttpStatusCode.SeeOther)]
    public async Task A_decision_lies_within_its_range(string measure, string amount, HttpStatusCode expected)
    {
        await Conceal("2026-10-12");

        (await Decide(World.GeneralManager, await Id("瞒报漏报处理"), measure, amount, "已核实")).ShouldBe(expected);

        app.Items()
            .ShouldBe(
                expected == HttpStatusCode.SeeOther
                    ? [measure == "none" ? "concealment declined zhou" : "concealment decided zhou"]
                    : ["concealment proposed zhou"]
            );
    }

    [Fact]
    public async Task It_is_decided_once_with_a_reason_by_the_named_post_and_told_to_whom_it_concerns()
    {
        await Conceal("2026-10-12");
        var id = await Id("瞒报漏报处理");
        (await app.Status(World.Specialist, $"/decisions/{id}")).ShouldBe(HttpStatusCode.OK);
        (await app.Status(World.OtherSpecialist, $"/decisions/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await app.Status(World.Leader, $"/decisions/{id}")).ShouldBe(HttpStatusCode.NotFound);

        (await Decide(World.DeputyManager, id, "dismissal", "", "理由")).ShouldBe(HttpStatusCode.Forbidden);
        (await Decide(World.GeneralManager, id, "dismissal", "", "")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Decide(World.GeneralManager, id, "gradesDown", "3", "瞒报属实")).ShouldBe(HttpStatusCode.SeeOther);
        (await Decide(World.GeneralManager, id, "none", "", "再想想")).ShouldBe(HttpStatusCode.Conflict);

        (await app.Texts(World.Specialist, $"/decisions/{id}", "h1 .tag")).ShouldBe(["降薪 3 级"]);
        (await app.Texts(World.Specialist, $"/decisions/{id}", ".told dd")).ShouldContain("瞒报属实");
        (await app.Texts(World.Specialist, "/messages/mine", ".entries a, .entries b")).ShouldContain("处理决定：瞒报漏报处理");
        (await app.Texts(World.GeneralManager, "/messages/mine", ".entries a, .entries b")).ShouldContain("待决定：瞒报漏报处理");
        (await app.Texts(World.Specialist, "/decisions?state=all", "tbody .step")).ShouldBe(["降薪 3 级"]);
        app.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_decided_stays_when_the_entry_is_corrected()
    {
        var entry = await Conceal("2026-10-12");
        await Decide(World.GeneralManager, await Id("瞒报漏报处理"), "dismissal", "", "已核实");

        await Correct(entry, "matching");

        app.Items().ShouldBe(["concealment decided zhou"]);
    }

    [Fact]
    public async Task A_chairman_s_sanction_is_proposed_by_hand_and_never_decided_by_oneself()
    {
        using var deputy = await app.SignedIn(World.DeputyManager);
        const string form = "/decisions/new?kind=chairman&place=east";
        var number = await Complaint.Leak().In(app);
        (string, string)[] about = [("kind", "chairman"), ("place", "east"), ("reason", "拖延造成重复投诉")];
        using var unknown = await deputy.SubmitFrom(
            form,
            "/decisions",
            [.. about, ("subject", World.Specialist), ("case", "LA-2026-9999")]
        );
        unknown.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Parse(await unknown.Content.ReadAsStringAsync()).Texts(".problem").Length.ShouldBe(2);
        using var made = await deputy.SubmitFrom(form, "/decisions", [.. about, ("subject", World.Chairman), ("case", number)]);

        made.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        app.Items().ShouldBe(["chairman proposed chen"]);
        (await app.Texts(World.Chairman, "/decisions", "tbody .no")).Length.ShouldBe(1);
        (await app.Status(World.Specialist, "/decisions/new")).ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<string> Conceal(string day, string finding = "concealed") =>
        app.WriteOn(
            day,
            World.DeputyManager,
            "concealment",
            "LA",
            ("visits", "5"),
            ("registered", "4"),
            ("finding", finding),
            ("specialist", World.Specialist)
        );

    private Task<HttpStatusCode> Correct(string entry, string finding) =>
        app.Do(
            World.DeputyManager,
            entry,
            "correction",
            ("day", "2026-10-03"),
            ("visits", "5"),
            ("registered", "5"),
            ("finding", finding),
            ("specialist", World.Specialist)
        );

    private Task<HttpStatusCode> Decide(string who, string id, string measure, string amount, string reason) =>
        app.Do(who, $"/decisions/{id}", "decision", ("measure", measure), ("amount", amount), ("reason", reason));

    private async Task<string> Id(string kind)
    {
        using var general = await app.SignedIn(World.GeneralManager);
        var row = (await general.Page("/decisions"))
            .QuerySelectorAll("tbody tr")
            .First(each => each.TextContent.Contains(kind, StringComparison.Ordinal));
        return long.Parse(row.QuerySelector(".no a")!.TextContent, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }
}
