using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>Who holds which post at a place or above it: whom a message goes to.</summary>
internal sealed class Holders(Assignments assignments, IReadOnlyList<string> path, Instant at)
{
    public static Holders Of(Session session, OrganisationTree tree, string place, Instant at)
    {
        var path = tree.UpFrom(place);
        return new Holders(Assignments.At(session, path), path, at);
    }

    /// <summary>Everybody who holds the post at the nearest place that has it, or stands in there.</summary>
    public IEnumerable<string> With(string role) =>
        path.Select(place =>
                assignments
                    .All.Where(each => each.Place == place && EnumCode.Of(each.Post) == role && each.HoldsAt(at))
                    .Select(each => assignments.ActingFor(each, at).StaffId)
                    .Distinct(StringComparer.Ordinal)
                    .ToList()
            )
            .FirstOrDefault(found => found.Count > 0)
        ?? [];
}
