using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Posts;

internal static class RefusalTexts
{
    private static readonly TextFile Texts = new(typeof(RefusalTexts));

    public static readonly Words NobodyThere = Texts[nameof(NobodyThere)];
    public static readonly Words NoSuchPlace = Texts[nameof(NoSuchPlace)];
    public static readonly Words NoSuchPost = Texts[nameof(NoSuchPost)];
    public static readonly Words PlaceClosed = Texts[nameof(PlaceClosed)];
    public static readonly Words EndsFirst = Texts[nameof(EndsFirst)];
    public static readonly Words TimeMissing = Texts[nameof(TimeMissing)];
    public static readonly Words DepartmentMissing = Texts[nameof(DepartmentMissing)];
    public static readonly Words DepartmentUnknown = Texts[nameof(DepartmentUnknown)];
    public static readonly Words OnlyAtGroup = Texts[nameof(OnlyAtGroup)];
    public static readonly Words OverBefore = Texts[nameof(OverBefore)];
    public static readonly Words BeforeBeginning = Texts[nameof(BeforeBeginning)];
    public static readonly Words Begun = Texts[nameof(Begun)];
    public static readonly Words SamePerson = Texts[nameof(SamePerson)];
    public static readonly Words StandInForOneself = Texts[nameof(StandInForOneself)];
    public static readonly Words StandInOutside = Texts[nameof(StandInOutside)];
    public static readonly Words StandInOver = Texts[nameof(StandInOver)];
    public static readonly Words IdMissing = Texts[nameof(IdMissing)];
    public static readonly Words IdWrong = Texts[nameof(IdWrong)];
    public static readonly Words NameMissing = Texts[nameof(NameMissing)];
    public static readonly Words TooLong = Texts[nameof(TooLong)];
    public static readonly Words PhoneWrong = Texts[nameof(PhoneWrong)];
    public static readonly Words CodeTaken = Texts[nameof(CodeTaken)];
    public static readonly Words CodeWrong = Texts[nameof(CodeWrong)];
    public static readonly Words ParentWrong = Texts[nameof(ParentWrong)];
    public static readonly Words KindMissing = Texts[nameof(KindMissing)];
    public static readonly Words GroupStays = Texts[nameof(GroupStays)];
    public static readonly Words CentreOpen = Texts[nameof(CentreOpen)];
    public static readonly Words CentreMissing = Texts[nameof(CentreMissing)];
    public static readonly Words DateMissing = Texts[nameof(DateMissing)];
    public static readonly Words NoHandover = Texts[nameof(NoHandover)];
    public static readonly Words HandoverFirst = Texts[nameof(HandoverFirst)];
    public static readonly Words CentreClosed = Texts[nameof(CentreClosed)];

    public static Words Taken(string who, Words when) => Texts.With(nameof(Taken), who, when);

    public static Words AlreadyHeld(Words when) => Texts.With(nameof(AlreadyHeld), when);

    public static Words ChargedPast(string earliest) => Texts.With(nameof(ChargedPast), earliest);

    public static Words StandInTaken(string who) => Texts.With(nameof(StandInTaken), who);

    public static Words IdTaken(string who) => Texts.With(nameof(IdTaken), who);

    public static Words ChildrenOpen(int count) => Texts.With(nameof(ChildrenOpen), count);

    public static Words StillPosted(int count) => Texts.With(nameof(StillPosted), count);

    public static Words OpenCases(long count) => Texts.With(nameof(OpenCases), count);

    public static Words CentreTooEarly(string date) => Texts.With(nameof(CentreTooEarly), date);

    public static Words TransferTooEarly(string day) => Texts.With(nameof(TransferTooEarly), day);

    public static Words TakerWithoutCentre(string name) => Texts.With(nameof(TakerWithoutCentre), name);
}
