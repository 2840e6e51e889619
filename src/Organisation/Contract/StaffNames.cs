using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>The names behind staff ids; an id without a record (an import, somebody who left) shows as itself.</summary>
public sealed class StaffNames
{
    private const string ByIds = "SELECT id, name FROM staff WHERE id IN (SELECT value FROM json_each(@ids))";

    private readonly Dictionary<string, string> names;

    private StaffNames(Dictionary<string, string> names) => this.names = names;

    public string Of(string id) => names.GetValueOrDefault(id, id);

    public static StaffNames Load(Session session, IEnumerable<string> ids)
    {
        var wanted = JsonSerializer.Serialize(ids.Distinct(StringComparer.Ordinal));
        var found = session.Query(ByIds, row => (Id: row.Text(0), Name: row.Text(1)), wanted);
        return new StaffNames(found.ToDictionary(staff => staff.Id, staff => staff.Name, StringComparer.Ordinal));
    }

    public static async Task<StaffNames> Load(Db db, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        var found = await db.Set<Staff>()
            .Where(staff => wanted.Contains(staff.Id))
            .Select(staff => new { staff.Id, staff.Name })
            .ToListAsync(cancellation);
        return new StaffNames(found.ToDictionary(staff => staff.Id, staff => staff.Name, StringComparer.Ordinal));
    }
}
