using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>What the session's cookie says about a person: taken from the staff record, renewed when the security stamp is checked.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, Db db)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Me.StaffClaim, user.StaffId));
        if (await db.Set<Staff>().AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == user.StaffId) is { } staff)
        {
            identity.AddClaim(new Claim(Me.NameClaim, staff.Name));
            identity.AddClaim(new Claim(Me.PostClaim, staff.Post));
            identity.AddClaim(new Claim(Me.DepartmentClaim, staff.Department));
            identity.AddClaim(new Claim(Me.PlaceClaim, staff.Place));
            identity.AddClaims(staff.Roles.Select(role => new Claim(Me.RoleClaim, role)));
        }

        return identity;
    }
}
