using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Organisation;
using Shouwen.Organisation.Contract;
using Shouwen.Platform;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Web;

/// <summary>One change behind the API's door, on a second node over the same database.</summary>
public sealed class ApiDoorTests : IAsyncLifetime
{
    private TestApp app = null!;
    private WebApplication node = null!;
    private Uri change = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithAccount();
        await app.AddStaff("gao", "高工");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPlatform(app.Services.GetRequiredService<Database>(), app.Clock);
        builder.Services.AddOrganisation();
        builder.Services.AddAntiforgery(form => form.Cookie.Name = "shouwen-form");
        node = builder.Build();
        node.UseAuthentication();
        node.UseRateLimiter();
        node.UseAuthorization();
        node.MapPost("/api/change", (HttpContext http) => $"changed as {http.User.FindFirst(Me.StaffClaim)!.Value}").BehindApiDoor();
        await node.StartAsync();
        change = new Uri(node.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/api/change");
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_token_changes_without_more_ado()
    {
        var (token, _) = await app.Services.GetRequiredService<Database>().CreateToken("gao", "test", null, app.Clock.Now);
        using var program = app.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await program.PostAsync(change, null);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("changed as gao");
    }

    [Fact]
    public async Task A_session_changes_only_with_the_form_token_of_our_own_page()
    {
        using var me = await app.SignedIn();
        using var forged = await me.PostAsync(change, null);
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var token = (await me.Page("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        me.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        using var ours = await me.PostAsync(change, null);
        (await ours.Content.ReadAsStringAsync()).ShouldBe("changed as admin1");
    }

    [Fact]
    public async Task Who_is_nobody_changes_nothing_and_is_not_sent_elsewhere()
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.PostAsync(change, null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.Location.ShouldBeNull();
    }
}
