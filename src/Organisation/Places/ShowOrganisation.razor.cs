using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Posts;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Places;

/// <summary>For administrators: the tree of the organisation, and the service centres that ask for something.</summary>
public sealed partial class ShowOrganisation
{
    public const string Page = "/organisation";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Administrator);

    public sealed record View(IReadOnlyList<View.Line> Lines, IReadOnlyList<Words> Warnings)
    {
        /// <param name="Depth">How far below the group.</param>
        public sealed record Line(string Id, string Name, Words Kind, int Depth, bool Closed, Words? Centre, bool Asks);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(Db db, RuleLibrary rules, Reader reader, CancellationToken cancellation)
    {
        var places = await db.Set<Place>().AsNoTracking().OrderBy(place => place.Id).ToListAsync(cancellation);
        var centres = await db.Set<ServiceCentre>()
            .AsNoTracking()
            .ToDictionaryAsync(centre => centre.Place, StringComparer.Ordinal, cancellation);
        var terms = rules.CentreTermsAt(reader.Now);
        var warnings = new List<Words>();
        var lines = new List<View.Line>();
        foreach (var (place, depth) in InOrder(places))
        {
            CentreState? state =
                terms is not null && centres.TryGetValue(place.Id, out var centre) ? centre.StateAt(reader.Now, terms) : null;
            if (state is CentreState.ClosingSoon or CentreState.Overdue)
            {
                var day = PostTexts.Day(centres[place.Id].ClosesAt(terms!)!.Value);
                warnings.Add(
                    state == CentreState.Overdue ? PlaceTexts.ShouldClose(place.Name, day) : PlaceTexts.ClosesSoon(place.Name, day)
                );
            }

            lines.Add(
                new View.Line(
                    place.Id,
                    place.Name,
                    PlaceTexts.KindName(place.Kind),
                    depth,
                    place.ClosedAt is not null,
                    state is { } known ? PlaceTexts.State(known) : null,
                    state is CentreState.ClosingSoon or CentreState.Overdue
                )
            );
        }

        return Answer.Page<ShowOrganisation>(new View(lines, warnings));
    }

    /// <summary>Each place after the one above it. What hangs on nothing, or in a circle, comes last: it must be seen to be mended.</summary>
    internal static IEnumerable<(Place Place, int Depth)> InOrder(IReadOnlyList<Place> places)
    {
        var children = places.ToLookup(place => place.ParentId, StringComparer.Ordinal);
        var met = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(Place Place, int Depth)>(children[null].Reverse().Select(root => (root, 0)));
        while (open.TryPop(out var next))
        {
            met.Add(next.Place.Id);
            yield return next;
            foreach (var child in children[next.Place.Id].Reverse())
            {
                open.Push((child, next.Depth + 1));
            }
        }

        foreach (var lost in places.Where(place => !met.Contains(place.Id)))
        {
            yield return (lost, 0);
        }
    }
}
