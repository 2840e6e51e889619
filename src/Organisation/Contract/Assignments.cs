using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>Who held which post where and when: questions without a database, over what was read before.</summary>
public sealed class Assignments
{
    private const string OfPlace = "SELECT id, staff_id, post, department, from_at, until_at FROM assignment WHERE place = @place";

    private const string StandInsOfPlace =
        "SELECT stand_in.id, assignment_id, stand_in.staff_id, stand_in.from_at, stand_in.until_at, reason FROM stand_in "
        + "JOIN assignment ON assignment.id = assignment_id WHERE place = @place";

    private readonly List<Assignment> all;
    private readonly ILookup<long, StandIn> standIns;

    public Assignments(IEnumerable<Assignment> assignments, IEnumerable<StandIn> standIns)
    {
        all = [.. assignments.OrderBy(each => each.From).ThenBy(each => each.Id)];
        this.standIns = standIns.ToLookup(each => each.AssignmentId);
    }

    public IReadOnlyList<Assignment> All => all;

    /// <summary>What concerns some places; a company has some thousands in all its years.</summary>
    public static Assignments At(Session session, IReadOnlyList<string> places) =>
        new(places.SelectMany(place => Seats(session, place)), places.SelectMany(place => Acting(session, place)));

    private static List<Assignment> Seats(Session session, string place) =>
        session.Query(
            OfPlace,
            row => new Assignment
            {
                Id = row.Long(0),
                StaffId = row.Text(1),
                Post = EnumCode.Parse<Post>(row.Text(2)),
                Place = place,
                Department = row.Text(3),
                From = Instant.FromMicros(row.Long(4)),
                Until = row.IsNull(5) ? null : Instant.FromMicros(row.Long(5)),
            },
            place
        );

    private static List<StandIn> Acting(Session session, string place) =>
        session.Query(
            StandInsOfPlace,
            row => new StandIn
            {
                Id = row.Long(0),
                AssignmentId = row.Long(1),
                StaffId = row.Text(2),
                From = Instant.FromMicros(row.Long(3)),
                Until = Instant.FromMicros(row.Long(4)),
                Reason = row.Text(5),
            },
            place
        );

    public IEnumerable<StandIn> StandInsOf(Assignment assignment) => standIns[assignment.Id].OrderBy(each => each.From);

    /// <summary>
    /// Who answers for a post at an instant, asked from a place upwards. Whoever has it for the very department, however
    /// high, comes before one who has it for all: the property company has a leader and a chairman of its own (EG-21).
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="department">The department an order goes to; empty when it is not about one.</param>
    /// <param name="path">The place and those above it, the nearest first.</param>
    /// <param name="at">When.</param>
    public Holder? HolderOf(Post post, string department, IReadOnlyList<string> path, Instant at)
    {
        var holders = path.SelectMany(place => all.Where(each => each.Place == place && each.Post == post && each.HoldsAt(at))).ToList();
        var found = post.MayHaveDepartment()
            ? holders.Find(each => each.Department == department)
                ?? (post.NeedsDepartment() ? null : holders.Find(each => each.Department.Length == 0))
            : holders.FirstOrDefault();
        return found is null ? null : ActingFor(found, at);
    }

    /// <summary>The holder, or whoever stands in at that instant.</summary>
    public Holder ActingFor(Assignment assignment, Instant at) =>
        new(standIns[assignment.Id].FirstOrDefault(each => each.HoldsAt(at))?.StaffId ?? assignment.StaffId, assignment);

    /// <summary>
    /// The whole history of a post at one place, stand-ins included: EG-18(2) charges the minutes to whoever held the
    /// order in them.
    /// </summary>
    public PostHistory HistoryOf(Post post, string place, string vacant)
    {
        var seats = all.Where(each => each.Post == post && each.Place == place).ToList();
        var moments = seats
            .SelectMany(seat =>
                (Instant?[])[seat.From, seat.Until, .. standIns[seat.Id].SelectMany(each => (Instant?[])[each.From, each.Until])]
            )
            .OfType<Instant>()
            .Distinct()
            .Order();
        return PostHistory.Of(vacant, moments.Select(at => (at, HolderOf(post, "", [place], at)?.StaffId)));
    }
}
