using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>What is known about a caller: taken from the staff record, the same for a session and for a token.</summary>
internal static class StaffClaims
{
    public static async Task<IReadOnlyList<Claim>> Of(Db db, string staffId)
    {
        var id = new Claim(Me.StaffClaim, staffId);
        return await db.Set<Staff>().AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == staffId) is { } staff
            ?
            [
                id,
                new Claim(Me.NameClaim, staff.Name),
                new Claim(Me.PostClaim, staff.Post),
                new Claim(Me.DepartmentClaim, staff.Department),
                new Claim(Me.PlaceClaim, staff.Place),
                .. staff.Roles.Select(role => new Claim(Me.RoleClaim, role)),
            ]
            : [id];
    }
}
