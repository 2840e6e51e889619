using System.Globalization;
using System.Security.Claims;

namespace Shouwen.Organisation.Contract;

/// <summary>Who an owner is: the customers behind the telephone that the code went to, and the one case a link has opened.</summary>
public static class OwnerClaims
{
    public const string Customer = "customer";

    /// <summary>The number of the case a link opens, without a code.</summary>
    public const string Case = "case";

    public static IReadOnlyList<long> CustomersOf(ClaimsPrincipal owner) =>
        [.. owner.FindAll(Customer).Select(claim => long.Parse(claim.Value, CultureInfo.InvariantCulture))];
}
