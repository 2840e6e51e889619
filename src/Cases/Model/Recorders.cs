using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Who may do what with a case: the rule book's tables of roles, and nothing beside them.</summary>
internal static class Recorders
{
    private const string Accountable = "accountable";
    private const string Leader = "leader";
    private const string Chairman = "chairman";

    /// <summary>What the department does in a cycle.</summary>
    private static readonly EventType[] Handling =
    [
        EventType.VisitMade,
        EventType.VisitPrevented,
        EventType.PlanRecorded,
        EventType.RefusalRecorded,
        EventType.ProgressRecorded,
        EventType.ClosureApplied,
    ];

    /// <param name="me">Who asks.</param>
    /// <param name="version">The book as it stands now.</param>
    /// <param name="type">What is to be recorded.</param>
    /// <param name="events">What the case holds already.</param>
    public static Refusal? MayNotRecord(this Me me, RuleVersion version, EventType type, IReadOnlyList<CaseEvent> events) =>
        version.Events.TryGetValue(type, out var rule) && me.HasOneOf(rule.Roles, events) ? null : Refusals.NotYours(version, type);

    /// <summary>The same for an event with its data: some are refused for what they say.</summary>
    public static Refusal? MayNotRecord(this Me me, RuleBook book, Instant now, NewEvent happened, IReadOnlyList<CaseEvent> events)
    {
        var version = book.At(now);
        var data = happened.Data.IsEmpty ? "{}"u8 : happened.Data.Span;
        return
            happened.Type == EventType.CallbackMade
            && new EventReader(book.Procedure).ReadData(happened.Type, happened.At, me.StaffId, data, out var read) is null
            ? me.MayNotRecord(version, read!, events)
            : me.MayNotRecord(version, happened.Type, events);
    }

    public static Refusal? MayNotRecord(this Me me, RuleVersion version, CaseEvent happened, IReadOnlyList<CaseEvent> events) =>
        me.MayNotRecord(version, happened.Type, events)
        ?? (
            happened is CallbackMade { Purpose: CallbackPurpose.Closure }
            && version.Group is { Callback: { ByAnother: true } terms }
            && Handled(events).Contains(me.StaffId, StringComparer.Ordinal)
                ? Refusals.HandledIt(terms.Clause)
                : null
        );

    /// <summary>Who did the work of the present cycle.</summary>
    private static IEnumerable<string> Handled(IReadOnlyList<CaseEvent> events) =>
        events
            .Reverse()
            .TakeWhile(happened => happened.Type != EventType.CaseReopened)
            .Where(happened => Handling.Contains(happened.Type))
            .Select(happened => happened.By)
            .OfType<string>();

    /// <summary>The same for a record; one that nobody records by hand comes with something else only.</summary>
    public static Refusal? MayNotRecord(this Me me, RuleVersion version, RecordRule rule, IReadOnlyList<CaseEvent> events) =>
        me.HasOneOf(rule.Roles, events) ? null : Refusals.NotYours(version, rule.Title, rule.Clause, rule.Roles);

    /// <summary>The books under which this person may open a case; imported history has its own way in.</summary>
    public static IEnumerable<RuleBook> MayOpen(this RuleLibrary rules, Me me, Instant now) =>
        rules.Books.Values.Where(book =>
            book.Procedure != Procedure.Historic && me.MayNotRecord(book.At(now), EventType.CaseOpened, []) is null
        );

    /// <summary>Whether the rule of a relation names one of this person's roles.</summary>
    public static bool IsOneOf(this Me me, RelationRule rule) => rule.Roles.Any(me.Is);

    public static bool MaySeeCharges(this Me me, RuleVersion version, IReadOnlyList<CaseEvent> events) =>
        me.HasOneOf(version.Access.Charges, events);

    public static bool MaySeePhones(this Me me, RuleVersion version, IReadOnlyList<CaseEvent> events) =>
        me.HasOneOf(version.Access.Phones, events);

    public static bool MayRecordThePast(this Me me, RuleVersion version, IReadOnlyList<CaseEvent> events) =>
        me.HasOneOf(version.Access.PastEvents, events);

    /// <summary>Who receives customers may hand them the link to their case, where the book has links.</summary>
    public static bool MayShowLink(this Me me, RuleVersion version, IReadOnlyList<CaseEvent> events) =>
        version.Owners.Link is not null && me.MayNotRecord(version, EventType.CaseOpened, events) is null;

    /// <summary>EG-16: and the terminal, to be rated.</summary>
    public static bool MayHandOverForRating(this Me me, RuleVersion version, IReadOnlyList<CaseEvent> events) =>
        version.Records.ContainsKey(Contract.DeskRatings.Record) && me.MayNotRecord(version, EventType.CaseOpened, events) is null;

    /// <summary>Whoever may record anything in a case may also add files to it.</summary>
    public static bool MayAttach(this Me me, RuleVersion version, IReadOnlyList<CaseEvent> events) =>
        me.HasOneOf(
            [.. version.Events.Values.SelectMany(rule => rule.Roles), .. version.Records.Values.SelectMany(rule => rule.Roles)],
            events
        );

    private static bool HasOneOf(this Me me, IReadOnlyList<string> roles, IReadOnlyList<CaseEvent> events) =>
        roles.Intersect(me.RolesIn(events), StringComparer.Ordinal).Any();

    /// <summary>The roles of the staff record, and those the case's last order gives to the people it names.</summary>
    public static IEnumerable<string> RolesIn(this Me me, IReadOnlyList<CaseEvent> events)
    {
        if (events.OfType<OrderIssued>().LastOrDefault() is not { } order)
        {
            return me.Roles;
        }

        (string Role, string Person)[] named = [(Accountable, order.Accountable), (Leader, order.Leader), (Chairman, order.Chairman)];
        return me.Roles.Concat(named.Where(each => each.Person == me.StaffId).Select(each => each.Role));
    }
}
