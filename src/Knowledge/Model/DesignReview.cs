using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>SN-3: the review of a new project's design, which goes through what defects elsewhere have taught.</summary>
internal sealed class DesignReview
{
    public long Id { get; init; }

    /// <summary>The project whose design it is.</summary>
    public required string Project { get; init; }
    public required string Title { get; init; }
    public required string By { get; init; }
    public required Instant At { get; init; }
    public string? FinishedBy { get; set; }
    public Instant? FinishedAt { get; set; }

    public bool IsOpen => FinishedAt is null;
}

/// <summary>What a review has made of an entry.</summary>
internal enum Verdict
{
    /// <summary>The design takes the prevention over.</summary>
    Taken,

    /// <summary>It does not concern this project; the remark says why.</summary>
    NotApplicable,
}

/// <summary>One entry of the casebook, ticked by one review. Ticked again while the review is open, the last word counts.</summary>
internal sealed class ReviewTick
{
    public required long ReviewId { get; init; }
    public required long EntryId { get; init; }
    public required Verdict Verdict { get; set; }
    public required string Remark { get; set; }
    public required string By { get; set; }
    public required Instant At { get; set; }
}
