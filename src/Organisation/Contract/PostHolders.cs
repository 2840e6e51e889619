using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>
/// Who held the two posts of the group centre that EG-18(2) names, and when. Everybody who judges stored cases asks here.
/// A change of these posts never begins before the next minute (see <see cref="AssignmentRefusals"/>), so a picture some
/// seconds old is right about every instant up to now, in this process and in any other.
/// </summary>
public sealed class PostHolders(Database database, TimeProvider clock)
{
    private const string Posts =
        "SELECT id, staff_id, post, from_at, until_at FROM assignment WHERE place = @place AND post IN (@deputy, @general) ORDER BY id";

    private const string StandIns =
        "SELECT stand_in.id, assignment_id, stand_in.staff_id, stand_in.from_at, stand_in.until_at FROM stand_in "
        + "JOIN assignment ON assignment.id = assignment_id WHERE place = @place AND post IN (@deputy, @general) ORDER BY stand_in.id";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly object[] Charged = [Place.Group, EnumCode.Of(Post.DeputyManager), EnumCode.Of(Post.GeneralManager)];

    private Picture? picture;

    /// <summary>A picture begun before a change and finished after it is not kept.</summary>
    private int changes;

    public Context Now()
    {
        if (picture is { } known && clock.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known.Context;
        }

        var before = Volatile.Read(ref changes);
        var read = new Picture(clock.GetTimestamp(), Load(database));
        picture = before == Volatile.Read(ref changes) ? read : null;
        return read.Context;
    }

    /// <summary>After a change of assignments.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref changes);
        picture = null;
    }

    public static Context Load(Database database)
    {
        using var session = database.Read();
        var posts = session.Query(
            Posts,
            row => new Assignment
            {
                Id = row.Long(0),
                StaffId = row.Text(1),
                Post = EnumCode.Parse<Post>(row.Text(2)),
                Place = Place.Group,
                From = Instant.FromMicros(row.Long(3)),
                Until = row.IsNull(4) ? null : Instant.FromMicros(row.Long(4)),
            },
            Charged
        );
        var standIns = session.Query(
            StandIns,
            row => new StandIn
            {
                Id = row.Long(0),
                AssignmentId = row.Long(1),
                StaffId = row.Text(2),
                From = Instant.FromMicros(row.Long(3)),
                Until = Instant.FromMicros(row.Long(4)),
            },
            Charged
        );
        var assignments = new Assignments(posts, standIns);
        return Context.Unknown with
        {
            DeputyManager = assignments.HistoryOf(Post.DeputyManager, Place.Group, Context.NoDeputyManager),
            GeneralManager = assignments.HistoryOf(Post.GeneralManager, Place.Group, Context.NoGeneralManager),
        };
    }

    private sealed record Picture(long ReadAt, Context Context);
}
