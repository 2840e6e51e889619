using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Judging;

/// <summary>
/// The stretches in which an order waited for the centre: from each submission to its rejection, its issue, or now.
/// Within a stretch the deputy manager holds it until approval, the general manager after.
/// </summary>
internal sealed class RunningTime
{
    private static readonly TypeSet Submitted = TypeSet.Of(EventType.OrderSubmitted);
    private static readonly TypeSet Approved = TypeSet.Of(EventType.OrderApproved);
    private static readonly TypeSet Leaves = TypeSet.Of(EventType.OrderRejected, EventType.OrderIssued);

    /// <summary>Most orders are issued in the first.</summary>
    private readonly List<Stretch> stretches = new(1);

    public IReadOnlyList<Stretch> Stretches => stretches;

    public TimeSpan Total { get; private set; }

    public static RunningTime Of(Past past, GroupCycle cycle)
    {
        var running = new RunningTime();
        for (var i = cycle.FirstSubmission; i >= 0; )
        {
            var leaves = past.Next(Leaves, i, cycle.To);
            var approved = past.Next(Approved, i, leaves < 0 ? cycle.To : leaves);
            var end = leaves < 0 ? past.Until : past[leaves].At;
            Instant? approvedAt = approved < 0 ? null : past[approved].At;
            running.stretches.Add(new Stretch(i, past[i].At, approvedAt, end, running.Total, leaves < 0, approved, leaves));
            running.Total += end - past[i].At;
            i = leaves < 0 ? -1 : past.Next(Submitted, leaves, cycle.To);
        }

        return running;
    }

    /// <summary>
    /// When the running time reached the limit, or would have reached it had the last stretch gone on. Used up exactly at
    /// a rejection, it is that rejection.
    /// </summary>
    public Instant WhenReached(TimeSpan limit)
    {
        foreach (var stretch in stretches)
        {
            if (stretch.Before + (stretch.End - stretch.Start) >= limit)
            {
                return stretch.Start + (limit - stretch.Before);
            }
        }

        var last = stretches[^1];
        return last.Start + (limit - last.Before);
    }

    public int[] Positions()
    {
        var positions = new List<int>(stretches.Count * 3);
        foreach (var stretch in stretches)
        {
            positions.Add(stretch.Submission);
            if (stretch.Approval >= 0)
            {
                positions.Add(stretch.Approval);
            }

            if (stretch.Leave >= 0)
            {
                positions.Add(stretch.Leave);
            }
        }

        return [.. positions];
    }

    /// <param name="Submission">The position of the submission.</param>
    /// <param name="Start">When it was submitted.</param>
    /// <param name="ApprovedAt">When the deputy manager handed it on.</param>
    /// <param name="End">Rejection, issue, or the judged moment.</param>
    /// <param name="Before">The running time used up before this stretch.</param>
    /// <param name="Runs">It still goes on.</param>
    /// <param name="Approval">The position of the approval, or −1.</param>
    /// <param name="Leave">The position of the rejection or issue, or −1.</param>
    internal readonly record struct Stretch(
        int Submission,
        Instant Start,
        Instant? ApprovedAt,
        Instant End,
        TimeSpan Before,
        bool Runs,
        int Approval,
        int Leave
    );
}
