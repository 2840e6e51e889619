using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

internal enum ClockKind
{
    Elapsed,
    WorkingDays,
    Daily,
    Deadline,
}

/// <param name="Key">The clock's key in the book.</param>
/// <param name="Id">Its id in results: three limits of different classes may all be the clock "resolve".</param>
/// <param name="Kind">Which values the book gives for it.</param>
internal sealed record ClockShape(string Key, string Id, ClockKind Kind)
{
    public ClockShape(string key, ClockKind kind)
        : this(key, key, kind) { }
}

/// <summary>
/// What a state machine in code asks of its book: exactly these clocks, events, messages and words. A book that leaves
/// one out or adds one promises something nobody would compute.
/// </summary>
/// <param name="Procedure">The state machine.</param>
/// <param name="Clocks">The clocks it runs.</param>
/// <param name="Messages">The messages it sends.</param>
/// <param name="States">The states it knows.</param>
/// <param name="OpenTerms">Groups of terms whose codes the book chooses; those of all other groups are fixed by code.</param>
internal sealed record ProcedureShape(
    Procedure Procedure,
    IReadOnlyList<ClockShape> Clocks,
    IReadOnlyList<string> Messages,
    IReadOnlyList<CaseStage> States,
    IReadOnlyList<string> OpenTerms
)
{
    private const string CategoryField = "category";

    private static readonly Dictionary<string, string> TermGroups = new(StringComparer.Ordinal)
    {
        ["channel"] = "channels",
        ["nature"] = "natures",
        ["cause"] = "causes",
        ["purpose"] = "purposes",
        ["visitQuality"] = "visitQualities",
        ["class"] = "classes",
    };

    private static readonly ProcedureShape Group = new(
        Procedure.Group,
        [
            new("order.submit", ClockKind.Elapsed),
            new("order.issue", ClockKind.Elapsed),
            new("visit", ClockKind.Elapsed),
            new("plan", ClockKind.Elapsed),
            new("refusal.record", ClockKind.Elapsed),
            new("refusal.callback", ClockKind.Elapsed),
            new("progress", ClockKind.Daily),
            new("resolve", ClockKind.Deadline),
            new("closure.check", ClockKind.Elapsed),
            new("claim.report", ClockKind.Elapsed),
            new("claim.file", ClockKind.Elapsed),
            new("meeting", ClockKind.Elapsed),
            new("minutes", ClockKind.Elapsed),
        ],
        ["order.issued", "daily.reminder", "centre.closing", "daily.slow", "daily.serious", "statement.draft", "statement.delivered"],
        [.. Enum.GetValues<CaseStage>().Where(stage => stage != CaseStage.None)],
        ["roles", "departments", "milestones", "measures"]
    );

    private static readonly ProcedureShape Property = new(
        Procedure.Property,
        [
            new("arrive", ClockKind.Elapsed),
            new("reply", ClockKind.Elapsed),
            new("promise", ClockKind.Deadline),
            new("forward", ClockKind.Elapsed),
            new("resolve.minor", "resolve", ClockKind.Elapsed),
            new("resolve.important", "resolve", ClockKind.WorkingDays),
            new("answer", ClockKind.WorkingDays),
            new("resolve.major", "resolve", ClockKind.WorkingDays),
        ],
        [],
        [CaseStage.Open, CaseStage.Resolved, CaseStage.Closed],
        ["roles", "departments", "milestones"]
    );

    private static readonly ProcedureShape Historic = new(
        Procedure.Historic,
        [new("resolve", ClockKind.Elapsed)],
        [],
        [CaseStage.Open, CaseStage.Closed],
        ["roles"]
    );

    public IEnumerable<EventType> Events => Vocabulary.Shapes.Select(shape => shape.Type);

    /// <summary>The codes an event may name as category; none when the procedure takes any text.</summary>
    public IReadOnlyList<string> Categories => Choices().FirstOrDefault(choice => choice.Name == CategoryField)?.Choices ?? [];

    /// <summary>The fields of events that name a person.</summary>
    public IEnumerable<string> People =>
        Vocabulary
            .Shapes.SelectMany(shape => shape.Fields)
            .Where(each => each.NamesPerson)
            .Select(each => each.Name)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Groups whose codes are fixed: the states, and every choice an event can make.</summary>
    public Dictionary<string, IReadOnlyList<string>> ClosedTerms()
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["states"] = [.. States.Select(Scalars.Code)],
        };
        foreach (var field in Choices().Where(field => field.Name != CategoryField))
        {
            groups[TermGroups[field.Name]] = field.Choices;
        }

        return groups;
    }

    public static ProcedureShape Of(Procedure procedure) =>
        procedure switch
        {
            Procedure.Group => Group,
            Procedure.Property => Property,
            Procedure.Historic => Historic,
        };

    private EventVocabulary Vocabulary => EventVocabulary.Of(Procedure);

    private IEnumerable<Field> Choices() =>
        Vocabulary.Shapes.SelectMany(shape => shape.Fields).Where(field => field.Kind == FieldKind.Choice);
}
