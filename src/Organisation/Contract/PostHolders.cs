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
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

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
        var assignments = Assignments.At(session, [Place.Group]);
        return Context.Unknown with
        {
            DeputyManager = assignments.HistoryOf(Post.DeputyManager, Place.Group, Context.NoDeputyManager),
            GeneralManager = assignments.HistoryOf(Post.GeneralManager, Place.Group, Context.NoGeneralManager),
        };
    }

    private sealed record Picture(long ReadAt, Context Context);
}
