using System.Collections.Concurrent;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>
/// The tree of places, kept in memory: every request asks it for somebody's scope. What another process changes is seen
/// within <see cref="Fresh"/>; what this one changes, at once.
/// </summary>
public sealed class OrganisationTree(Database database, TimeProvider clock)
{
    private const string AllPlaces = "SELECT id, parent_id, kind FROM place ORDER BY id";
    private const string AllHandedOver = "SELECT place, handed_to FROM service_centre WHERE handed_to IS NOT NULL ORDER BY place";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private Picture? picture;

    public Scope ScopeOf(string place) => place == Place.Group ? Scope.WholeGroup : Current().ScopeOf(place);

    /// <summary>The place and all above it, the root last; only the root for one that is not in the tree.</summary>
    public IReadOnlyList<string> UpFrom(string? place) => Current().UpFrom(place);

    /// <summary>The place and all below it; none for one that is not in the tree.</summary>
    public IReadOnlyList<string> DownFrom(string place) => Current().DownFrom(place);

    /// <summary>After a change of the tree.</summary>
    public void Forget() => picture = null;

    private Picture Current()
    {
        if (picture is { } known && clock.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known;
        }

        using var session = database.Read();
        var places = session.Query(AllPlaces, row => new Node(row.Text(0), row.TextOrNull(1), row.Text(2)));
        var handedOver = session
            .Query(AllHandedOver, row => (From: row.Text(0), To: row.Text(1)))
            .ToLookup(each => each.To, each => each.From, StringComparer.Ordinal);
        return picture = new Picture(clock.GetTimestamp(), places, handedOver);
    }

    private sealed record Node(string Id, string? Parent, string Kind);

    private sealed class Picture(long readAt, IReadOnlyList<Node> places, ILookup<string, string> handedOver)
    {
        private static readonly string ProjectKind = EnumCode.Of(PlaceKind.Project);

        private readonly ILookup<string?, Node> children = places.ToLookup(place => place.Parent, StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, Scope> scopes = new(StringComparer.Ordinal);

        public long ReadAt => readAt;

        public Scope ScopeOf(string place) =>
            scopes.GetOrAdd(place, id => new Scope([.. ProjectsUnder(places.FirstOrDefault(node => node.Id == id))]));

        public List<string> UpFrom(string? place)
        {
            var path = new List<string>();
            var id = place;
            while (id is not null && !path.Contains(id, StringComparer.Ordinal) && places.FirstOrDefault(node => node.Id == id) is { } node)
            {
                path.Add(id);
                id = node.Parent;
            }

            if (path is not [.., Place.Group])
            {
                path.Add(Place.Group);
            }

            return path;
        }

        public List<string> DownFrom(string place) =>
            [.. NodesUnder(places.FirstOrDefault(node => node.Id == place)).Select(node => node.Id)];

        private IEnumerable<string> ProjectsUnder(Node? start) =>
            NodesUnder(start).Where(node => node.Kind == ProjectKind).Select(node => node.Id);

        /// <summary>A place reached twice would be a circle: the tables do not forbid it, so it ends there.</summary>
        private IEnumerable<Node> NodesUnder(Node? start)
        {
            var met = new HashSet<Node>();
            var open = new Stack<Node>(start is null ? [] : [start]);
            while (open.TryPop(out var node))
            {
                if (!met.Add(node))
                {
                    continue;
                }

                yield return node;
                foreach (var child in children[node.Id])
                {
                    open.Push(child);
                }

                // Whoever took over the work of a service centre sees its project (EG-7).
                foreach (var taken in handedOver[node.Id].Select(id => places.FirstOrDefault(each => each.Id == id)).OfType<Node>())
                {
                    open.Push(taken);
                }
            }
        }
    }
}
