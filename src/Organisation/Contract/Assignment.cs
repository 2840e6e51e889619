using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>
/// Somebody held a post at a place from one instant to before another. A change of holder ends one assignment and begins
/// another; nothing is rewritten, so that who was answerable at an instant can be asked for ever.
/// </summary>
public sealed class Assignment
{
    public long Id { get; init; }
    public required string StaffId { get; init; }
    public required Post Post { get; init; }
    public required string Place { get; init; }

    /// <summary>The code of the department in the rule book's terms; empty for all departments of the place.</summary>
    public string Department { get; init; } = "";
    public required Instant From { get; init; }

    /// <summary>The first instant at which it is over; null while no end is known.</summary>
    public Instant? Until { get; set; }

    /// <summary>As the person has it since before the records begin.</summary>
    public static Assignment Always(string staffId, Post post, string place, string department = "") =>
        new()
        {
            StaffId = staffId,
            Post = post,
            Place = place,
            Department = department,
            From = Instant.Earliest,
        };

    public bool HoldsAt(Instant at) => From <= at && (Until is not { } until || at < until);

    public bool Overlaps(Instant from, Instant? until) => (until is not { } end || From < end) && (Until is not { } own || from < own);

    /// <summary>The same seat: a post of one department or place, whoever sits in it.</summary>
    public bool IsSeatOf(Post post, string place, string department) =>
        Post == post && Place == place && (!post.MayHaveDepartment() || Department == department);
}

/// <summary>Somebody does the work of an absent holder; recorded as such, the post stays the holder's.</summary>
public sealed class StandIn
{
    public long Id { get; init; }

    /// <summary>The assignment whose holder is away.</summary>
    public required long AssignmentId { get; init; }
    public required string StaffId { get; init; }
    public required Instant From { get; init; }
    public required Instant Until { get; set; }

    /// <summary>Why, in the words of whoever entered it.</summary>
    public string Reason { get; init; } = "";

    public bool HoldsAt(Instant at) => From <= at && at < Until;
}

/// <summary>Who answers for a post at an instant.</summary>
/// <param name="StaffId">The one who acts.</param>
/// <param name="Assignment">The post, which is the holder's.</param>
public sealed record Holder(string StaffId, Assignment Assignment)
{
    /// <summary>The absent holder, when another stands in.</summary>
    public string? InPlaceOf => StaffId == Assignment.StaffId ? null : Assignment.StaffId;
}
