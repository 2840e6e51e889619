using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Rankings;
using Shouwen.App.Tests.Watching;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Statements;

/// <summary>SN-64: commendations stand in the statement beside the fines, change no sum of it, and are frozen with it.</summary>
public sealed class CommendationTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient hr = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        await Complaint.Leak().In(app);
        await Propose(World.Specialist);
        await Books.GoTo(app, Books.SecondOfNovember);
        hr = await app.SignedIn(World.Hr);
    }

    public async Task DisposeAsync()
    {
        hr.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_was_decided_stands_beside_the_fines_and_in_no_sum()
    {
        var before = await app.Statement();
        before["commendations"]!.AsArray().ShouldBeEmpty("nobody has decided yet");

        await Decide();
        var after = await app.Statement();
        var praise = after["commendations"]!.AsArray().ShouldHaveSingleItem()!;
        (praise["subject"]!.GetValue<string>(), praise["amount"]!.GetValue<int>(), praise["month"]!.GetValue<string>()).ShouldBe(
            (World.Specialist, 800, "2026-10")
        );
        after["lines"]!.ToJsonString().ShouldBe(before["lines"]!.ToJsonString());
        after["totals"]!.ToJsonString().ShouldBe(before["totals"]!.ToJsonString());

        (await hr.Page(Books.October)).Texts(".commendations tbody tr").ShouldBe(["周敏 SN-64 表彰奖励 奖金 800 元 2026-10"]);
        (await hr.Page(Books.October + "/print")).Texts(".paper .numbers tbody tr").ShouldBe(["周敏 SN-64 表彰奖励 奖金 800 元 2026-10"]);
        using var zhou = await app.SignedIn(World.Specialist);
        (await zhou.Page("/statements/mine")).Texts(".numbers tbody tr").ShouldBe(["周敏 SN-64 表彰奖励 奖金 800 元 2026-10"]);
        using var gao = await app.SignedIn(World.Department);
        (await gao.Page("/statements/mine")).Texts(".numbers tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_workbook_has_a_sheet_of_them()
    {
        using var without = await hr.GetAsync(new Uri(Books.October + "/export.xlsx", UriKind.Relative));
        await Decide();
        using var with = await hr.GetAsync(new Uri(Books.October + "/export.xlsx", UriKind.Relative));
        Sheets(await with.Content.ReadAsByteArrayAsync()).ShouldBe(Sheets(await without.Content.ReadAsByteArrayAsync()) + 1);
    }

    [Fact]
    public async Task Decided_after_the_delivery_it_stands_in_the_next_statement()
    {
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        var delivered = (await app.Statement()).ToJsonString();

        await Decide();
        (await app.Statement()).ToJsonString().ShouldBe(delivered);
        (await app.Statement("2026-11"))["commendations"]!.AsArray().Count.ShouldBe(1);
        Verified().ShouldBeEmpty();
        app.Problems().ShouldBeEmpty();

        app.Clock.Now = Instant.Parse("2026-12-01T00:00:00+08:00");
        (await app.Statement("2026-12"))["commendations"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Delivered_it_is_under_the_seal()
    {
        await Decide();
        (await hr.Deliver()).ShouldBe(HttpStatusCode.SeeOther);
        (await app.Statement())["commendations"]!.AsArray().Count.ShouldBe(1);
        (await app.Statement("2026-11"))["commendations"]!.AsArray().ShouldBeEmpty();
        Verified().ShouldBeEmpty();

        var database = app.Services.GetRequiredService<Database>();
        await database.Writer.Write(session => session.Run("UPDATE commendation SET amount = 8000"));
        Verified().ShouldContain("statement 2026-10: does not match its SHA-256");
        app.Problems().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_decided_before_the_file_said_so_is_added_by_the_daily_run()
    {
        await Decide();
        await app.Services.GetRequiredService<Database>().Writer.Write(session => session.Run("DELETE FROM commendation"));
        (await app.Statement())["commendations"]!.AsArray().ShouldBeEmpty();
        await app.Run("decisions.monthly", "2026-11-02 09:00");
        (await app.Statement())["commendations"]!.AsArray().Count.ShouldBe(1);
        app.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task Declined_it_stands_nowhere()
    {
        await Decide("none", "");
        (await app.Statement())["commendations"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_does_not_see_the_place_does_not_see_it()
    {
        await Decide();
        using var other = await app.SignedIn(World.OtherSpecialist);
        (await other.Page(Books.October)).Texts(".commendations tbody tr").ShouldBeEmpty();
        using var chairman = await app.SignedIn(World.Chairman);
        (await chairman.Page(Books.October)).Texts(".commendations tbody tr").Length.ShouldBe(1);
    }

    private async Task Propose(string person)
    {
        using var deputy = await app.SignedIn(World.DeputyManager);
        using var made = await deputy.SubmitFrom(
            "/decisions/new?kind=commendation&place=LA",
            "/decisions",
            ("kind", "commendation"),
            ("place", "LA"),
            ("subject", person),
            ("reason", "全月无逾期")
        );
        made.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private async Task Decide(string measure = "bonus", string amount = "800")
    {
        var id = (await app.Texts(World.GeneralManager, "/decisions", "tbody .no")).ShouldHaveSingleItem();
        (
            await app.Do(World.GeneralManager, $"/decisions/{id}", "decision", ("measure", measure), ("amount", amount), ("reason", "同意"))
        ).ShouldBe(HttpStatusCode.SeeOther);
    }

    private static int Sheets(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return zip.Entries.Count(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal));
    }

    private List<string> Verified()
    {
        var wrong = new List<string>();
        var database = app.Services.GetRequiredService<Database>();
        new CaseVerification(database, app.Services.GetRequiredService<RuleLibrary>(), PostHolders.Load(database)).Run(
            null,
            problem => wrong.Add(problem.En),
            others: (_, _, _, _) => { }
        );
        return wrong;
    }
}
