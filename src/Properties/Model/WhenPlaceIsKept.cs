using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Properties.Model;

/// <summary>A project's place was added or renamed: the estate of the same code follows.</summary>
internal static class WhenPlaceIsKept
{
    private const string Put =
        "INSERT INTO project (code, name, region) VALUES (@code, @name, @region) ON CONFLICT (code) DO UPDATE SET name = excluded.name";

    public static void KeepProject(WriteSession session, Place place)
    {
        if (place.Kind == PlaceKind.Project)
        {
            session.Run(Put, place.Id, place.Name, place.ParentId ?? "");
        }
    }
}
