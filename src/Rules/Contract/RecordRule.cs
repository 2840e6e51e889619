namespace Shouwen.Rules.Contract;

/// <summary>
/// A fact of a case beside the events it is judged by: what it is called, who records it when, and what is filled in. It
/// lies in the same log and never moves a clock.
/// </summary>
/// <param name="Name">Its key in the book, and its name on the wire.</param>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Roles">Who records it by hand; nobody when it only comes with something else.</param>
/// <param name="Fields">What is filled in, in order.</param>
public sealed record RecordRule(string Name, string Clause, Words Title, IReadOnlyList<string> Roles, IReadOnlyList<RecordField> Fields)
{
    /// <summary>What tells a record's row in the log from an event's.</summary>
    public const string Prefix = "record.";

    /// <summary>What to do, where the title is no verb.</summary>
    public Words? Verb { get; init; }

    /// <summary>What stands on buttons and forms.</summary>
    public Words Action => Verb ?? Title;

    /// <summary>The stages in which it may be recorded; any, when the book names none.</summary>
    public IReadOnlyList<CaseStage> During { get; init; } = [];

    /// <summary>Roles told by a message once it is recorded.</summary>
    public IReadOnlyList<string> Tells { get; init; } = [];

    /// <summary>The row's type in the log.</summary>
    public string Type => Prefix + Name;

    public bool IsPossibleAt(CaseStage stage) => During.Count == 0 || During.Contains(stage);

    public RecordField? Find(string field) => Fields.FirstOrDefault(each => each.Name == field);

    /// <summary>Whether a row of this type is a record: nothing the rules judge.</summary>
    public static bool Is(ReadOnlySpan<char> type) => type.StartsWith(Prefix, StringComparison.Ordinal);
}

/// <summary>What a field of a record may hold: a closed set, a new one is a change of code.</summary>
public enum RecordFieldKind : byte
{
    /// <summary>Words about people, several lines: kept apart from the log and erasable.</summary>
    Text,

    /// <summary>One line; erasable where the book says personal.</summary>
    Name,

    /// <summary>An instant.</summary>
    Time,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A whole number from 1 to 5.</summary>
    Score,

    /// <summary>Yuan, not negative, whole fen.</summary>
    Amount,

    /// <summary>A code of the book's departments.</summary>
    Department,

    /// <summary>The id of somebody who holds one of <see cref="RecordField.Roles"/> at the case's project or above it.</summary>
    Staff,

    /// <summary>An item of a checklist: <see cref="RecordField.Yes"/>, <see cref="RecordField.No"/> or <see cref="RecordField.NotApplicable"/>.</summary>
    Check,

    /// <summary>One of the field's own codes.</summary>
    Choice,
}

/// <param name="Name">The key in the record's data.</param>
/// <param name="Kind">What it may hold.</param>
/// <param name="Label">What people call it.</param>
public sealed record RecordField(string Name, RecordFieldKind Kind, Words Label)
{
    public const int LongestText = 4000;
    public const int LongestName = 200;
    public const int HighestScore = 5;

    public const string Yes = "yes";
    public const string No = "no";
    public const string NotApplicable = "notApplicable";

    public bool Required { get; init; } = true;

    /// <summary>Kept apart from the log and erasable.</summary>
    public bool Personal { get; init; }

    /// <summary>Stands above the field where a new part of the form begins.</summary>
    public Words? Heading { get; init; }

    /// <summary>The codes it may hold and their words: of a choice, a department, an item of a checklist.</summary>
    public IReadOnlyDictionary<string, Words> Choices { get; init; } = new Dictionary<string, Words>(StringComparer.Ordinal);

    /// <summary>The roles of those a staff field may name.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
