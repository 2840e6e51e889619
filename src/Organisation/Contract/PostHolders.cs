using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>Who holds the two posts of the group centre that EG-18(2) names. Everybody who judges stored cases asks here.</summary>
public static class PostHolders
{
    private const string DeputyManager = "deputyManager";
    private const string GeneralManager = "generalManager";

    public static Context Load(Database database)
    {
        using var db = database.Context();
        var holders = db.Set<Staff>().OrderBy(staff => staff.Id).Select(staff => new { staff.Id, staff.Roles }).ToList();
        return Context.Unknown with
        {
            DeputyManager = holders.Find(staff => staff.Roles.Contains(DeputyManager, StringComparer.Ordinal))?.Id ?? DeputyManager,
            GeneralManager = holders.Find(staff => staff.Roles.Contains(GeneralManager, StringComparer.Ordinal))?.Id ?? GeneralManager,
        };
    }
}
