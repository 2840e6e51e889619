using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>
/// What is known about a caller now: the staff record, the posts held at this instant and those in which the person stands
/// in for somebody. The same for a session and for a token.
/// </summary>
internal static class StaffClaims
{
    public static async Task<IReadOnlyList<Claim>> Of(Db db, string staffId, Instant now)
    {
        var id = new Claim(Me.StaffClaim, staffId);
        if (await db.Set<Staff>().AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == staffId) is not { } staff)
        {
            return [id];
        }

        var posts = await PostsOf(db, staffId, now);
        return
        [
            id,
            new Claim(Me.NameClaim, staff.Name),
            new Claim(Me.PostClaim, staff.Post),
            new Claim(Me.DepartmentClaim, posts.Find(post => post.Department.Length > 0)?.Department ?? ""),
            .. posts.Select(post => post.Place).Distinct(StringComparer.Ordinal).Select(place => new Claim(Me.PlaceClaim, place)),
            .. posts
                .Where(post => post.Post != Post.Member)
                .Select(post => EnumCode.Of(post.Post))
                .Distinct(StringComparer.Ordinal)
                .Select(role => new Claim(Me.RoleClaim, role)),
        ];
    }

    /// <summary>The posts held at this instant, and those in which the person stands in.</summary>
    public static async Task<List<Assignment>> PostsOf(Db db, string staffId, Instant now)
    {
        var own = await db.Set<Assignment>()
            .AsNoTracking()
            .Where(post => post.StaffId == staffId && post.From <= now && (post.Until == null || post.Until > now))
            .OrderBy(post => post.Id)
            .ToListAsync();
        var others = await db.Set<StandIn>()
            .Where(each => each.StaffId == staffId && each.From <= now && each.Until > now)
            .Join(db.Set<Assignment>(), each => each.AssignmentId, post => post.Id, (_, post) => post)
            .Where(post => post.From <= now && (post.Until == null || post.Until > now))
            .ToListAsync();
        return [.. own, .. others];
    }
}
