using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>
/// A member of staff: the person whose id stands behind <c>by</c>, an order's accountable or a penalty's subject. Where and
/// as what the person works stands in the assignments.
/// </summary>
public sealed class Staff
{
    private const string Find = "SELECT name, post, phone FROM staff WHERE id = @id";

    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>What the person is, as colleagues say it.</summary>
    public string Post { get; set; } = "";
    public string? Phone { get; set; }

    /// <summary>Those of them who are known, by name.</summary>
    public static List<Staff> Known(Session session, IEnumerable<string> ids) =>
        [
            .. ids.Distinct(StringComparer.Ordinal)
                .SelectMany(id =>
                    session.Query(
                        Find,
                        row => new Staff
                        {
                            Id = id,
                            Name = row.Text(0),
                            Post = row.Text(1),
                            Phone = row.TextOrNull(2),
                        },
                        id
                    )
                )
                .OrderBy(staff => staff.Name, StringComparer.Ordinal),
        ];
}
