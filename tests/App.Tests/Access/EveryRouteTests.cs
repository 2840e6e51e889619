using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.App.Tests.Organisation;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Access;

/// <summary>Every route of the running application, as every role, in and out of scope. A new route is walked without being named here.</summary>
public sealed class EveryRouteTests : IAsyncLifetime
{
    private static readonly string[] Insiders = [World.Specialist, World.Department, World.Leader, World.Chairman];
    private static readonly string[] Everybody =
    [
        .. Insiders,
        World.DeputyManager,
        World.GeneralManager,
        World.Reader,
        World.Hr,
        World.OtherSpecialist,
        World.Administrator,
    ];

    private TestApp app = null!;
    private string inEast = null!;
    private string inSouth = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        inEast = await Complaint.Opened("2026-10-12 09:00", "3-2-1201", "飘窗渗漏").In(app);
        inSouth = await Complaint.Opened("2026-10-12 09:10", "1-1-101", "门锁损坏", "HY").In(app);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [MemberData(nameof(People))]
    public async Task A_case_out_of_scope_is_nowhere_to_be_found(string who)
    {
        using var visitor = await app.SignedIn(who);
        var seesEast = who != World.OtherSpecialist;
        var seesSouth = !Insiders.Contains(who, StringComparer.Ordinal);
        foreach (
            var (route, _) in Routes("GET").Where(each => each.Route.GetParameter("number") is not null && !IsForOwners(each.Endpoint))
        )
        {
            foreach (var (number, sees) in new[] { (inEast, seesEast), (inSouth, seesSouth) })
            {
                if (!sees)
                {
                    (await Get(visitor, PathOf(route, number))).ShouldBe(HttpStatusCode.NotFound, $"{who}: {PathOf(route, number)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Every_page_answers_and_none_breaks(string who)
    {
        using var visitor = await app.SignedIn(who);
        foreach (var (route, _) in Routes("GET"))
        {
            var path = PathOf(route, who == World.OtherSpecialist ? inSouth : inEast);
            ((int)await Get(visitor, path)).ShouldBeLessThan(500, $"{who}: {path}");
        }
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        using var visitor = app.Visitor();
        foreach (var (route, endpoint) in Routes("GET").Where(each => !IsOpen(each.Endpoint)))
        {
            var path = PathOf(route, inEast);
            (await Get(visitor, path)).ShouldBeOneOf(
                [HttpStatusCode.Redirect, HttpStatusCode.Unauthorized],
                $"{endpoint.DisplayName}: {path}"
            );
        }
    }

    [Fact]
    public async Task An_owner_opens_the_owners_pages_and_no_other()
    {
        await app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session =>
            {
                session.Db.Add(CustomerRecord.Of("李女士", "13800005678"));
                return session.Db.SaveChanges();
            });
        using var owner = await app.SignedInOwner("13800005678");
        foreach (var (route, endpoint) in Routes("GET").Where(each => !IsOpen(each.Endpoint)))
        {
            var path = PathOf(route, inEast);
            var expected =
                !IsForOwners(endpoint) ? new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized }
                : route.GetParameter("number") is null ? [HttpStatusCode.OK]
                : [HttpStatusCode.NotFound];
            (await Get(owner, path)).ShouldBeOneOf(expected, $"{endpoint.DisplayName}: {path}");
        }
    }

    [Fact]
    public async Task Nothing_changes_without_the_forms_token()
    {
        var before = app.LogPosition();
        var visitors = new List<(string Who, HttpClient Visitor)>();
        foreach (var who in Everybody)
        {
            visitors.Add((who, await app.SignedIn(who)));
        }

        foreach (var (who, visitor) in visitors)
        {
            foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" })
            {
                foreach (var (route, _) in Routes(method))
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(PathOf(route, inEast), UriKind.Relative));
                    request.Content = new FormUrlEncodedContent([]);
                    using var answer = await visitor.SendAsync(request);
                    IsRefused(answer).ShouldBeTrue($"{who}: {method} {route.RawText}: {answer.StatusCode}");
                }
            }

            visitor.Dispose();
        }

        app.LogPosition().ShouldBe(before);
    }

    public static TheoryData<string> People() => [.. Everybody];

    private IEnumerable<(RoutePattern Route, RouteEndpoint Endpoint)> Routes(string method) =>
        app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => endpoint.RoutePattern.GetParameter("path") is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            .Select(endpoint => (endpoint.RoutePattern, endpoint));

    /// <summary>Cases of the walk are nobody's: their owners' pages are walked in Owners/.</summary>
    private static bool IsForOwners(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(asked => asked.Policy is Permissions.Owner or Permissions.OwnerOfCase);

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>A route whose parameter is not known here fails: the walk must be told what to put in its place.</summary>
    private static string PathOf(RoutePattern route, string number)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["number"] = number,
            ["type"] = "order.submitted",
            ["code"] = "404",
            ["token"] = "none",
            ["secret"] = "none",
            ["project"] = number.Split('-')[0],
            ["unit"] = "3-2-1201",
            ["id"] = "1",
            ["delivery"] = "1",
            ["name"] = "messages.lists",
            ["month"] = "2026-10",
            ["line"] = "none",
            ["file"] = "none",
            ["staff"] = World.Specialist,
            ["place"] = "LA",
            ["standIn"] = "1",
            ["book"] = "group",
            ["draft"] = "1",
            ["simulation"] = "1",
            ["indicator"] = "onTime",
            ["ledger"] = "inspection",
            ["entry"] = "1",
            ["action"] = "2",
            ["decision"] = "1",
            ["version"] = "1",
            ["step"] = "report",
        };
        var path = string.Join(
            '/',
            route.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            RoutePatternLiteralPart literal => literal.Content,
                            RoutePatternSeparatorPart separator => separator.Content,
                            RoutePatternParameterPart parameter => values.TryGetValue(parameter.Name, out var value)
                                ? value
                                : throw new InvalidOperationException($"{route.RawText}: what is {parameter.Name}?"),
                            _ => throw new InvalidOperationException(
                                string.Create(CultureInfo.InvariantCulture, $"{route.RawText}: {part}")
                            ),
                        }
                    )
                )
            )
        );
        return "/" + path;
    }

    /// <summary>A program is told the status, a person is led to the page that says it.</summary>
    private static bool IsRefused(HttpResponseMessage answer) =>
        (int)answer.StatusCode is >= 400 and <= 499
        || answer.Headers.Location?.ToString().Contains("/error/403", StringComparison.Ordinal) == true;

    /// <summary>The head of the answer only: a stream of events has no end.</summary>
    private static async Task<HttpStatusCode> Get(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}
