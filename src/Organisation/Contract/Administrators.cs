using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>Makes an administrator: the staff record and the account it signs in with, both or neither.</summary>
public sealed class Administrators(Db db, UserManager<Account> accounts)
{
    public const string Role = "administrator";

    private const string AnyAccount = "SELECT 1 FROM account LIMIT 1";

    /// <summary>Asked at every start, and so without EF, whose model takes longer to build than all the rest of it.</summary>
    public static bool NobodyYet(Database database)
    {
        using var session = database.Read();
        return session.Number(AnyAccount) is null;
    }

    /// <returns>Null when it was made, else what stands in the way.</returns>
    public async Task<Refusal?> Create(string name, string user, string password)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var id = await FreeId();
        db.Add(
            new Staff
            {
                Id = id,
                Name = name,
                Post = "系统管理员",
            }
        );
        db.Add(Assignment.Always(id, Post.Administrator, Place.Group));
        var result = await accounts.CreateAsync(new Account { UserName = user, StaffId = id }, password);
        if (!result.Succeeded)
        {
            return AccountRefusals.For(result.Errors.First());
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    private async Task<string> FreeId()
    {
        var number = 1;
        while (await db.Set<Staff>().AnyAsync(staff => staff.Id == $"admin{number}"))
        {
            number++;
        }

        return $"admin{number}";
    }
}
