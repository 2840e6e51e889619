using System.Text;
using Shouwen.Rules.Events;

namespace Shouwen.Rules.Contract;

public enum FieldKind : byte
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A non-empty text: an id or a name.</summary>
    Name,

    /// <summary>An instant with offset.</summary>
    Time,

    /// <summary>Only the value true: a paper that must exist.</summary>
    True,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A whole number from 1 to 5.</summary>
    Score,

    /// <summary>Yuan, not negative.</summary>
    Amount,

    /// <summary>One of the codes in <see cref="Field.Choices"/>.</summary>
    Choice,
}

/// <param name="Name">The key in <c>data</c>.</param>
/// <param name="Kind">What it may hold.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Personal">Free text about people: kept apart from the log and erasable.</param>
public sealed record Field(string Name, FieldKind Kind, bool Required = true, bool Personal = false)
{
    public IReadOnlyList<string> Choices
    {
        get;
        init
        {
            field = value;
            Utf8Choices = [.. value.Select(Encoding.UTF8.GetBytes)];
        }
    } = [];

    /// <summary>It holds the id of a member of staff; the book says of which roles.</summary>
    public bool NamesPerson { get; init; }

    /// <summary>It holds the code of a department of the book.</summary>
    public bool NamesDepartment { get; init; }

    /// <summary>It says that the customer signed: at the desk only the signature itself says so.</summary>
    public bool ClaimsSignature { get; init; }

    /// <summary>The choices as they stand in a line.</summary>
    internal IReadOnlyList<byte[]> Utf8Choices { get; private init; } = [];

    /// <summary>The name as it stands in a line.</summary>
    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

    /// <summary>How a refusal names the field.</summary>
    internal string Path { get; } = $"data.{Name}";
}

/// <summary>The <c>data</c> of one event type under one procedure.</summary>
public sealed record EventShape(EventType Type, IReadOnlyList<Field> Fields)
{
    public bool NamesSomebody { get; } = Fields.Any(field => field.NamesPerson || field.NamesDepartment);
}

/// <summary>What a procedure understands: the tables of the replay contract as data.</summary>
public sealed class EventVocabulary
{
    private static readonly string[] Channels = ["visit", "phone", "letter", "web", "wechat", "app", "email"];

    private static readonly string[] Categories =
    [
        "sales.signing",
        "sales.licence",
        "handover.late.progress",
        "handover.late.quality",
        "design.planning",
        "estate.facilities",
        "leasing",
        "property.service",
        "property.repair",
    ];

    private static readonly EventVocabulary GroupWords = new(
        Shape(
            EventType.CaseOpened,
            Choice("channel", Channels),
            Choice("category", Categories),
            Time("contactEndedAt"),
            Text("unit"),
            Personal("demand"),
            Time("requiredBy", required: false)
        ),
        Shape(EventType.CaseResolvedOnSpot, Signed("signature")),
        Shape(EventType.CaseNatured, Choice("nature", "ordinary", "major", "group", "common")),
        Shape(EventType.OrderSubmitted, Time("requiredBy")),
        Shape(EventType.OrderApproved),
        Shape(EventType.OrderRejected, Personal("reason")),
        Shape(EventType.OrderIssued, Department(), Person("accountable"), Person("leader"), Person("chairman")),
        Shape(EventType.VisitMade),
        Shape(EventType.VisitPrevented, Choice("cause", "absent", "unreasonable")),
        Shape(EventType.PlanRecorded, Time("agreedBy", required: false)),
        Shape(EventType.RefusalRecorded),
        Shape(
            EventType.CallbackMade,
            Choice("purpose", "refusal", "closure"),
            Flag("reached"),
            new Field("score", FieldKind.Score, Required: false),
            Choice("visitQuality", "good", "poor") with
            {
                Required = false,
            }
        ),
        Shape(EventType.ProgressRecorded, Personal("text")),
        Shape(EventType.ClosureApplied, Signed("document")),
        Shape(EventType.ClosureAccepted),
        Shape(EventType.ClosureReviewed),
        Shape(EventType.ClosureApproved),
        Shape(EventType.ClosureRejected, Personal("reason")),
        Shape(EventType.CaseReopened, Personal("reason")),
        Shape(EventType.ClaimRaised, new Field("amount", FieldKind.Amount, Required: false)),
        Shape(EventType.ClaimReported),
        Shape(EventType.ClaimDecided, Flag("granted")),
        Shape(EventType.ClaimFiled),
        Shape(EventType.MeetingEnded),
        Shape(EventType.MinutesFiled)
    );

    private static readonly EventVocabulary PropertyWords = new(
        Shape(
            EventType.CaseOpened,
            Choice("channel", Channels),
            Choice("category", Categories),
            Text("unit"),
            Personal("demand"),
            Time("requiredBy", required: false),
            True("onSite") with
            {
                Required = false,
            }
        ),
        Shape(EventType.ArrivalAgreed, Time("for")),
        Shape(EventType.ArrivalMade),
        Shape(EventType.PromiseMade, Time("until")),
        Shape(EventType.PromisePostponed, Time("until"), Personal("reason")),
        Shape(EventType.CaseClassified, Choice("class", "minor", "important", "major", "impossible", "invalid"), Flag("otherDepartment")),
        Shape(EventType.CaseForwarded, Department()),
        Shape(EventType.CaseAnswered),
        Shape(EventType.CaseResolved),
        Shape(
            EventType.CallbackMade,
            Choice("purpose", "closure"),
            Flag("reached"),
            new Field("score", FieldKind.Score, Required: false),
            Flag("content")
        ),
        Shape(
            EventType.CaseClosed,
            Signed("signature") with
            {
                Required = false,
            },
            new Field("confirmedBy", FieldKind.Name, Required: false, Personal: true)
        )
    );

    private static readonly EventVocabulary HistoricWords = new(
        Shape(
            EventType.CaseOpened,
            Text("channel", required: false),
            Text("category", required: false),
            Text("project", required: false),
            Text("unit", required: false),
            Personal("demand") with
            {
                Required = false,
            }
        ),
        Shape(EventType.CaseClosed, Personal("text") with { Required = false }, Text("closedAtText", required: false))
    );

    private readonly EventShape?[] byType;
    private readonly Dictionary<byte[], EventShape> byName;

    private EventVocabulary(params EventShape[] shapes)
    {
        Shapes = shapes;
        byName = shapes.ToDictionary(shape => Encoding.UTF8.GetBytes(shape.Type.Name()), Utf8Keys.Comparer);
        byType = new EventShape?[Enum.GetValues<EventType>().Length];
        foreach (var shape in shapes)
        {
            byType[(int)shape.Type] = shape;
        }
    }

    public IReadOnlyList<EventShape> Shapes { get; }

    public static EventVocabulary Of(Procedure procedure) =>
        procedure switch
        {
            Procedure.Group => GroupWords,
            Procedure.Property => PropertyWords,
            Procedure.Historic => HistoricWords,
        };

    /// <summary>The shape of an event's data, or null when the procedure does not know the event.</summary>
    public EventShape? Find(EventType type) => byType[(int)type];

    /// <summary>The same by the name on the wire.</summary>
    public EventShape? Find(string name) => Find(Encoding.UTF8.GetBytes(name));

    internal EventShape? Find(ReadOnlySpan<byte> name) =>
        byName.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var shape) ? shape : null;

    private static EventShape Shape(EventType type, params Field[] fields) => new(type, fields);

    private static Field Text(string name, bool required = true) => new(name, FieldKind.Text, required);

    private static Field Personal(string name) => new(name, FieldKind.Text, Personal: true);

    private static Field Department() => new("department", FieldKind.Name) { NamesDepartment = true };

    private static Field Person(string name) => new(name, FieldKind.Name) { NamesPerson = true };

    private static Field Time(string name, bool required = true) => new(name, FieldKind.Time, required);

    private static Field True(string name) => new(name, FieldKind.True);

    private static Field Signed(string name) => True(name) with { ClaimsSignature = true };

    private static Field Flag(string name) => new(name, FieldKind.Flag);

    private static Field Choice(string name, params string[] choices) => new(name, FieldKind.Choice) { Choices = choices };
}
