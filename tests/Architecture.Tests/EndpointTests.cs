using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.Architecture.Tests;

/// <summary>The front door of the application as it is served.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    /// <summary>The framework's own, for files of wwwroot in a build that is not published.</summary>
    private const string StaticFiles = "GET,HEAD {**path:file}";

    /// <summary>The error page changes nothing.</summary>
    private const string ErrorPage = "any method /error/{code:int}";

    private TestApp app = null!;

    private IReadOnlyList<Endpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    public async Task InitializeAsync() => app = await TestApp.Start();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public void There_are_doors_to_judge() => Endpoints.OfType<RouteEndpoint>().Count().ShouldBeGreaterThan(5);

    [Fact]
    public void Every_endpoint_names_a_permission_or_is_marked_anonymous() =>
        EndpointWalls.WithoutPermission(Endpoints).Select(breach => breach.Where).Except([StaticFiles]).ShouldBeEmpty();

    [Fact]
    public void Every_change_demands_a_token() =>
        EndpointWalls.WithoutAntiforgery(Endpoints).Select(breach => breach.Where).Except([ErrorPage]).ShouldBeEmpty();
}
