using Microsoft.AspNetCore.Identity;

namespace Shouwen.Platform.Contract;

/// <summary>What a person signs in with. Who the person is stands in the staff record of the same id.</summary>
public sealed class Account : IdentityUser
{
    public required string StaffId { get; init; }

    /// <summary>The half minute whose code was last accepted: a code seen over somebody's shoulder does not work again.</summary>
    public long LastCodeStep { get; set; }
}
