using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>Something the desk looks up while on the phone. What it says stands in its versions; readers see the published one.</summary>
internal sealed class Article
{
    public long Id { get; init; }

    /// <summary>The number of the newest version.</summary>
    public int Latest { get; set; }

    /// <summary>The number of the version that is read; null before the first publication and after a withdrawal.</summary>
    public int? Published { get; set; }

    public bool HasDraft => Published != Latest;
}

/// <summary>What an article said from a moment on. Never changed: whoever edits writes the next one.</summary>
internal sealed class ArticleVersion
{
    public long ArticleId { get; set; }
    public required int Number { get; init; }

    /// <summary>A kind of the rule book; it says who publishes.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>Words to be found by, with a space between.</summary>
    public required string Tags { get; init; }

    /// <summary>A category of the matrix; null when it concerns all.</summary>
    public string? Category { get; init; }

    /// <summary>The first and the last day on which it is read; null without one.</summary>
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }

    public required string By { get; init; }
    public required Instant At { get; init; }
    public string? PublishedBy { get; set; }
    public Instant? PublishedAt { get; set; }

    public bool HoldsOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidUntil);
}
