using Shouwen.Rules.Contract;
using Shouwen.Rules.Tests.RuleBooks;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>A case told step by step, in Shanghai wall-clock times; judged by the shipped books.</summary>
internal sealed class Story
{
    public static readonly RuleLibrary Library = RuleFolder.Load(Shipped.Rules, Shipped.Calendars).Value!;

    private readonly CaseHistory history;

    private Story(string book) => history = new CaseHistory(Library.Books[book], Library.Calendar);

    public CaseHistory History => history;

    public static Context Context { get; } =
        Context.Of("dgm", "gm", new Dictionary<string, decimal>(StringComparer.Ordinal) { ["p1"] = 5000m, ["p3"] = 333.33m });

    public static Instant At(string text) => Instant.Parse((text.Length == 16 ? text + ":00" : text).Replace(' ', 'T') + "+08:00");

    public static Story Group(string openedAt = "2026-10-08 09:00", string? by = "s1")
    {
        var story = new Story("group");
        return story.Then(new CaseOpened(At(openedAt), by, ContactEndedAt: At(openedAt)));
    }

    /// <summary>A group case whose order was submitted, approved and issued ten minutes apart, issued at the given time.</summary>
    public static Story Issued(string at = "2026-10-08 10:00", string requiredBy = "2026-10-12 18:00")
    {
        var issue = At(at);
        var story = new Story("group");
        story.Then(new CaseOpened(issue - TimeSpan.FromMinutes(30), "s1", ContactEndedAt: issue - TimeSpan.FromMinutes(30)));
        story.Then(new OrderSubmitted(issue - TimeSpan.FromMinutes(20), "s1", At(requiredBy)));
        story.Then(new CaseEvent(EventType.OrderApproved, issue - TimeSpan.FromMinutes(10), "dgm"));
        return story.Then(new OrderIssued(issue, "gm", "property", "p1", "l1", "c1"));
    }

    public static Story Property(string openedAt = "2026-10-08 09:00", bool onSite = false, string? requiredBy = null)
    {
        var story = new Story("property");
        return story.Then(new CaseOpened(At(openedAt), "d1", RequiredBy: requiredBy is null ? null : At(requiredBy), OnSite: onSite));
    }

    public Story Then(CaseEvent happened)
    {
        if (history.Add(happened) is { } refusal)
        {
            throw new InvalidOperationException($"{happened.Type} at {happened.At}: {refusal.Sentence.En}");
        }

        return this;
    }

    public Story Then(EventType type, string at, string? by = "x1") => Then(new CaseEvent(type, At(at), by));

    /// <summary>Applied, called back, accepted, reviewed and approved within the hour.</summary>
    public Story Closed(string appliedAt)
    {
        var at = At(appliedAt);
        Then(new CaseEvent(EventType.ClosureApplied, at, "p1"));
        Then(new CallbackMade(at + TimeSpan.FromMinutes(10), "s1", CallbackPurpose.Closure, Reached: true, Score: 5));
        Then(new CaseEvent(EventType.ClosureAccepted, at + TimeSpan.FromMinutes(20), "s1"));
        Then(new CaseEvent(EventType.ClosureReviewed, at + TimeSpan.FromMinutes(30), "dgm"));
        return Then(new CaseEvent(EventType.ClosureApproved, at + TimeSpan.FromMinutes(40), "gm"));
    }

    public Judgement Judge(string until) => history.Judge(At(until), Context);

    public Clock Clock(string id, string until) => Judge(until).Clocks.Last(clock => clock.Id == id);

    public IReadOnlyList<Penalty> Penalties(string clause, string until) =>
        [.. Judge(until).Penalties.Where(item => item.Clause == clause)];
}
