using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Shouwen.Organisation.Contract;
using Xunit;

namespace Shouwen.Architecture.Tests;

/// <summary>A front door with every mistake in it, and every right way beside it.</summary>
public sealed class EndpointCanaryTests
{
    private static readonly IReadOnlyList<Endpoint> Endpoints = Built(routes =>
    {
        routes.MapGet("/open-by-decision", () => "").AllowAnonymous();
        routes.MapGet("/guarded", () => "").RequireAuthorization("cases.read");
        routes.MapPost("/form", ([FromForm] string word) => word).RequireAuthorization("cases.write");
        routes
            .MapDelete("/machine", () => "")
            .RequireAuthorization(new AuthorizeAttribute("cases.write") { AuthenticationSchemes = "Bearer" });
        routes.MapPost("/api/change", () => "").BehindApiDoor();

        routes.MapGet("/undecided", () => "");
        routes.MapGet("/anybody-signed-in", () => "").RequireAuthorization();
        routes.MapPost("/no-token", () => "").RequireAuthorization("cases.write");
        routes.MapPost("/token-switched-off", ([FromForm] string word) => word).RequireAuthorization("cases.write").DisableAntiforgery();
        routes.Map("/any-method", () => "").AllowAnonymous();
    });

    [Fact]
    public void An_endpoint_without_a_permission_is_found() =>
        EndpointWalls.WithoutPermission(Endpoints).Select(breach => breach.Where).ShouldBe(["GET /undecided", "GET /anybody-signed-in"]);

    [Fact]
    public void A_change_without_a_token_is_found() =>
        EndpointWalls
            .WithoutAntiforgery(Endpoints)
            .Select(breach => breach.Where)
            .ShouldBe(["POST /no-token", "POST /token-switched-off", "any method /any-method"]);

    private static List<Endpoint> Built(Action<IEndpointRouteBuilder> map)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        map(app);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)];
    }
}
