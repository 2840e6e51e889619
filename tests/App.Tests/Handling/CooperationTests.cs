using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Web;
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
}
