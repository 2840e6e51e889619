using System.Security.Claims;

namespace Shouwen.Platform.Contract;

/// <summary>Who asks: the signed-in member of staff, as the session's cookie says.</summary>
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

    public static Me? From(ClaimsPrincipal principal) =>
        principal.FindFirstValue(StaffClaim) is { } staff
            ? new Me(
                staff,
                principal.FindFirstValue(NameClaim) ?? staff,
                principal.FindFirstValue(PostClaim) ?? "",
                [.. principal.FindAll(RoleClaim).Select(claim => claim.Value)]
            )
            : null;
}
