using System.Globalization;
using System.Security.Claims;

namespace Shouwen.Organisation.Contract;

/// <summary>Who an owner is: the customers behind the telephone that the code went to.</summary>
public static class OwnerClaims
{
    public const string Customer = "customer";

    public static IReadOnlyList<long> CustomersOf(ClaimsPrincipal owner) =>
        [.. owner.FindAll(Customer).Select(claim => long.Parse(claim.Value, CultureInfo.InvariantCulture))];
}
