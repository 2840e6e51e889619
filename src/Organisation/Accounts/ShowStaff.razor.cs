using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

/// <summary>For administrators: who works here, and who can sign in.</summary>
public sealed partial class ShowStaff
{
    private const int Most = 100;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/staff", Get).RequireAuthorization(Permissions.Administrator);

    public sealed record View(string? Q, IReadOnlyList<View.Person> Staff, bool More)
    {
        public sealed record Person(string Id, string Name, string Post, Words State);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string? q, Db db, TimeProvider clock, CancellationToken cancellation)
    {
        var wanted = q?.Trim() ?? "";
        var now = clock.GetUtcNow();
        var found = await db.Set<Staff>()
            .AsNoTracking()
            .Where(staff => wanted == "" || staff.Name.Contains(wanted) || staff.Id.Contains(wanted) || staff.Post.Contains(wanted))
            .OrderBy(staff => staff.Id)
            .Take(Most + 1)
            .GroupJoin(db.Set<Account>(), staff => staff.Id, account => account.StaffId, (staff, accounts) => new { staff, accounts })
            .SelectMany(
                pair => pair.accounts.DefaultIfEmpty(),
                (pair, account) =>
                    new
                    {
                        pair.staff.Id,
                        pair.staff.Name,
                        pair.staff.Post,
                        HasAccount = account != null,
                        account!.LockoutEnd,
                    }
            )
            .OrderBy(line => line.Id)
            .ToListAsync(cancellation);
        var lines = found
            .Take(Most)
            .Select(line => new View.Person(
                line.Id,
                line.Name,
                line.Post,
                !line.HasAccount ? AccountTexts.NoAccount
                    : line.LockoutEnd > now ? AccountTexts.LockedNow
                    : AccountTexts.HasAccount
            ));
        return Answer.Page<ShowStaff>(new View(q, [.. lines], found.Count > Most));
    }
}
