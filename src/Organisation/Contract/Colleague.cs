using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>Somebody as he would be known if he signed in at this moment, and the posts that make it so.</summary>
/// <param name="Me">Roles and scope, read by the same code that reads them at the door.</param>
/// <param name="Posts">Held now, his own and those he stands in for.</param>
public sealed record Colleague(Me Me, IReadOnlyList<Assignment> Posts)
{
    private const int MostAlike = 20;

    /// <summary>Members of staff with this id or name; several may share a name.</summary>
    public static Task<List<Staff>> Named(Db db, string asked, CancellationToken cancellation) =>
        db.Set<Staff>()
            .AsNoTracking()
            .Where(staff => staff.Id == asked || staff.Name == asked)
            .OrderBy(staff => staff.Id)
            .Take(MostAlike)
            .ToListAsync(cancellation);

    public static async Task<Colleague> Of(Db db, string staffId, Instant now, ScopeOfPlace scopes)
    {
        var posts = await StaffClaims.PostsOf(db, staffId, now);
        var known = new ClaimsPrincipal(new ClaimsIdentity(await StaffClaims.Of(db, staffId, now)));
        return new Colleague(Me.From(known, scopes)!, posts);
    }
}
