using System.Security.Claims;

namespace Shouwen.Platform.Contract;

/// <summary>Who asks: the signed-in member of staff, as the session or the token says.</summary>
/// <param name="StaffId">The id under which this person's events are recorded.</param>
/// <param name="Name">The name colleagues know.</param>
/// <param name="Post">What the person is ("澜岸项目客服"); empty when unknown.</param>
/// <param name="Roles">The roles of the rule book that the person holds.</param>
public sealed record Me(string StaffId, string Name, string Post, IReadOnlyList<string> Roles)
{
    public const string StaffClaim = "staff";
    public const string NameClaim = "name";
    public const string PostClaim = "post";
    public const string RoleClaim = "role";
    public const string DepartmentClaim = "department";
    public const string PlaceClaim = "place";

    public string Department { get; init; } = "";

    public Scope Scope { get; init; } = Scope.Nothing;

    /// <summary>The places at which this person holds a post.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The codes of the projects this person sees; null for the whole group.</summary>
    public IReadOnlyList<string>? Projects => Scope.Projects;

    public bool Is(string role) => Roles.Contains(role, StringComparer.Ordinal);

    public static Me? From(ClaimsPrincipal principal, ScopeOfPlace scopes) =>
        principal.FindFirstValue(StaffClaim) is { } staff
            ? new Me(
                staff,
                principal.FindFirstValue(NameClaim) ?? staff,
                principal.FindFirstValue(PostClaim) ?? "",
                [.. principal.FindAll(RoleClaim).Select(claim => claim.Value)]
            )
            {
                Department = principal.FindFirstValue(DepartmentClaim) ?? "",
                Places = [.. principal.FindAll(PlaceClaim).Select(claim => claim.Value)],
                // Somebody with posts at several places sees what lies under each of them.
                Scope = principal
                    .FindAll(PlaceClaim)
                    .Select(claim => scopes(claim.Value))
                    .Aggregate(Scope.Nothing, (all, place) => all.With(place)),
            }
            : null;
}
