using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Model;

/// <summary>
/// The changes of assignments, each inside a request of the caller's own. All of them add or end; none changes who held a
/// post at an instant that has passed and that anything was judged by.
/// </summary>
internal static class Appointments
{
    /// <summary>A change of a charged post begins in the next minute at the earliest: by then every process has seen it.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

    private const string AnythingRecorded = "SELECT 1 FROM log_tip WHERE position > 0 LIMIT 1";

    public static Refusal? Assign(WriteSession session, Assignment wanted, Instant now)
    {
        if (Refuse(session, wanted, now) is { } refusal)
        {
            return refusal;
        }

        session.Db.Add(wanted);
        session.Db.SaveChanges();
        return null;
    }

    /// <summary>Why an assignment cannot be; <paramref name="ending"/> is the one it follows.</summary>
    private static Refusal? Refuse(WriteSession session, Assignment wanted, Instant now, long ending = 0)
    {
        var db = session.Db;
        if (!db.Set<Staff>().Any(staff => staff.Id == wanted.StaffId))
        {
            return Refusals.NobodyThere;
        }

        if (db.Set<Place>().AsNoTracking().FirstOrDefault(each => each.Id == wanted.Place) is not { } place)
        {
            return Refusals.NoSuchPlace;
        }

        if (Misfit(wanted, place) is { } misfit)
        {
            return misfit;
        }

        if (wanted.Post.IsCharged() && wanted.From < now + Notice && session.Number(AnythingRecorded) is not null)
        {
            return Refusals.ChargedPast(now + Notice);
        }

        var others = db.Set<Assignment>()
            .AsNoTracking()
            .Where(each => each.Place == wanted.Place && each.Post == wanted.Post && each.Id != ending)
            .ToList();
        return Collision(wanted, others) is not { } other ? null
            : other.StaffId == wanted.StaffId ? Refusals.AlreadyHeld(other)
            : Refusals.Taken(NameOf(db, other.StaffId), other);
    }

    /// <summary>Ends an assignment at an instant and, if there is a successor, begins the next at the same instant.</summary>
    public static Refusal? HandOver(WriteSession session, Assignment assignment, string? successor, Instant at, Instant now)
    {
        var db = session.Db;
        if (assignment.Until is { } until && until <= at)
        {
            return Refusals.OverBefore;
        }

        if (at <= assignment.From)
        {
            return Refusals.BeforeBeginning;
        }

        if (successor == assignment.StaffId)
        {
            return Refusals.SamePerson;
        }

        if (assignment.Post.IsCharged() && at < now + Notice && session.Number(AnythingRecorded) is not null)
        {
            return Refusals.ChargedPast(now + Notice);
        }

        var next = successor is null
            ? null
            : new Assignment
            {
                StaffId = successor,
                Post = assignment.Post,
                Place = assignment.Place,
                Department = assignment.Department,
                From = at,
                Until = assignment.Until,
            };
        if (next is not null && Refuse(session, next, now, assignment.Id) is { } refusal)
        {
            return refusal;
        }

        End(db, assignment, at);
        if (next is not null)
        {
            db.Add(next);
            db.SaveChanges();
        }

        return null;
    }

    /// <summary>Takes back an assignment that has not begun.</summary>
    public static Refusal? Withdraw(WriteSession session, Assignment assignment, Instant now)
    {
        if (assignment.From <= now)
        {
            return Refusals.Begun;
        }

        session.Db.Set<StandIn>().Where(each => each.AssignmentId == assignment.Id).ExecuteDelete();
        session.Db.Set<Assignment>().Where(each => each.Id == assignment.Id).ExecuteDelete();
        return null;
    }

    public static Refusal? StandIn(WriteSession session, Assignment assignment, StandIn wanted, Instant now)
    {
        var db = session.Db;
        if (!db.Set<Staff>().Any(staff => staff.Id == wanted.StaffId))
        {
            return Refusals.NobodyThere;
        }

        if (wanted.Until <= wanted.From)
        {
            return Refusals.EndsFirst;
        }

        if (wanted.StaffId == assignment.StaffId)
        {
            return Refusals.StandInForOneself;
        }

        if (wanted.From < assignment.From || assignment.Until < wanted.Until)
        {
            return Refusals.StandInOutside;
        }

        if (assignment.Post.IsCharged() && wanted.From < now + Notice && session.Number(AnythingRecorded) is not null)
        {
            return Refusals.ChargedPast(now + Notice);
        }

        var taken = db.Set<StandIn>()
            .AsNoTracking()
            .FirstOrDefault(each => each.AssignmentId == assignment.Id && each.From < wanted.Until && wanted.From < each.Until);
        if (taken is not null)
        {
            return Refusals.StandInTaken(NameOf(db, taken.StaffId));
        }

        db.Add(wanted);
        db.SaveChanges();
        return null;
    }

    /// <summary>The holder is back sooner: the time that was stood in for stays on record.</summary>
    public static Refusal? EndStandIn(WriteSession session, Post post, StandIn standIn, Instant now)
    {
        var at = post.IsCharged() ? now + Notice : now;
        if (standIn.Until <= at)
        {
            return Refusals.StandInOver;
        }

        var begun = standIn.From < at;
        var rows = session.Db.Set<StandIn>().Where(each => each.Id == standIn.Id);
        _ = begun ? rows.ExecuteUpdate(set => set.SetProperty(each => each.Until, at)) : rows.ExecuteDelete();
        return null;
    }

    private static Refusal? Misfit(Assignment wanted, Place place) =>
        place.ClosedAt is not null ? Refusals.PlaceClosed
        : wanted.Until <= wanted.From ? Refusals.EndsFirst
        : wanted.Post.NeedsDepartment() && wanted.Department.Length == 0 ? Refusals.DepartmentMissing
        : wanted.Post.IsCharged() && wanted.Place != Place.Group ? Refusals.OnlyAtGroup
        : null;

    /// <summary>A seat has one holder at a time; nobody holds the same seat twice.</summary>
    private static Assignment? Collision(Assignment wanted, List<Assignment> others) =>
        others.Find(other =>
            other.IsSeatOf(wanted.Post, wanted.Place, wanted.Department)
            && other.Overlaps(wanted.From, wanted.Until)
            && (wanted.Post.HasOneHolder() || other.StaffId == wanted.StaffId)
        );

    /// <summary>Stand-ins that would outlive the assignment end with it.</summary>
    private static void End(Db db, Assignment assignment, Instant at)
    {
        db.Set<Assignment>().Where(each => each.Id == assignment.Id).ExecuteUpdate(set => set.SetProperty(each => each.Until, at));
        var standIns = db.Set<StandIn>().Where(each => each.AssignmentId == assignment.Id);
        standIns.Where(each => each.From >= at).ExecuteDelete();
        standIns.Where(each => each.Until > at).ExecuteUpdate(set => set.SetProperty(each => each.Until, at));
    }

    private static string NameOf(Db db, string id) => db.Set<Staff>().Where(staff => staff.Id == id).Select(staff => staff.Name).First();
}
