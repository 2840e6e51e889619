using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
using Shouwen.Cases.Contract;
using Shouwen.Messaging.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Handling;

/// <summary>EG-4: who refuses to cooperate stands on the case and is reported.</summary>
public sealed class CooperationTests : HandlingWorld
{
    [Fact]
    public async Task A_refusal_to_cooperate_reaches_the_deputy_general_manager_once_and_without_anybodys_words()
    {
        using var saved = await Department.Submit(
            $"/cases/{Number}/records/cooperation.refused",
            ("data.department", "engineering"),
            ("data.asked", "派防水班组"),
            ("data.answer", "无人可派")
        );
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var deputy = await App.SignedIn(World.DeputyManager);
        var inbox = await deputy.Page("/messages/mine");
        var message = inbox
            .QuerySelectorAll("ul.messages li")
            .Where(li => li.TextContent.Contains(Number, StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        message.TextContent.ShouldContain("配合部门拒不配合");
        inbox.Body!.TextContent.ShouldNotContain("无人可派");
        using var general = await App.SignedIn(World.GeneralManager);
        (await general.Page("/messages/mine")).Body!.TextContent.ShouldNotContain("配合部门拒不配合");
    }

    [Fact]
    public async Task All_refusals_stand_in_one_list_by_department_and_month_within_the_readers_scope()
    {
        foreach (var (department, day) in new[] { ("engineering", 0), ("sales", 1), ("engineering", 30) })
        {
            App.Clock.Now = TestApp.Monday + TimeSpan.FromDays(day);
            var data = $$"""{"department":"{{department}}","asked":"第 {{day}} 天派人","answer":"无人可派"}""";
            var refused = NewRecord.Of("cooperation.refused", App.Clock.Now, World.Department, data);
            (await App.Cases.Append(new AppendRequest(Number, []) { Records = [refused] })).Done.ShouldBeTrue();
        }

        using var deputy = await App.SignedIn(World.DeputyManager);
        (await deputy.Page("/dashboard")).QuerySelector("a[href='/cooperation']").ShouldNotBeNull();
        (await Asked(deputy, "/cooperation")).ShouldBe(["第 30 天派人", "第 1 天派人", "第 0 天派人"], "the newest first");
        (await Asked(deputy, "/cooperation?department=engineering")).ShouldBe(["第 30 天派人", "第 0 天派人"]);
        (await Asked(deputy, "/cooperation?month=2026-10")).ShouldBe(["第 1 天派人", "第 0 天派人"]);
        (await Asked(deputy, "/cooperation?month=2026-10&department=engineering")).ShouldBe(["第 0 天派人"]);
        (await Asked(deputy, "/cooperation?month=nonsense&department=&after=1.x.3")).Length.ShouldBe(3);
        (await deputy.Page("/cooperation")).QuerySelector($"a[href='/cases/{Number}']").ShouldNotBeNull();
        using var south = await App.SignedIn(World.OtherSpecialist);
        (await Asked(south, "/cooperation")).ShouldBeEmpty("another project's case");

        await App.Cases.Erase(Number);
        var erased = await deputy.Page("/cooperation");
        erased.QuerySelectorAll("ul.matters li").Length.ShouldBe(3);
        erased.Body!.TextContent.ShouldNotContain("无人可派");
    }

    [Fact]
    public async Task The_list_goes_on_where_its_page_ended()
    {
        for (var i = 0; i < 21; i++)
        {
            using var saved = await Department.Submit(
                $"/cases/{Number}/records/cooperation.refused",
                ("data.department", "engineering"),
                ("data.asked", $"第 {i} 次"),
                ("data.answer", "无人可派")
            );
        }

        using var deputy = await App.SignedIn(World.DeputyManager);
        var first = await deputy.Page("/cooperation?department=engineering");
        first.QuerySelectorAll("ul.matters li").Length.ShouldBe(20);
        (await Asked(deputy, first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).ShouldBe(["第 0 次"]);
    }

    private static async Task<string[]> Asked(HttpClient who, string address) =>
        [.. (await who.Page(address)).Texts("ul.matters p:nth-of-type(2)").Select(line => line.Split('：')[1])];
}
