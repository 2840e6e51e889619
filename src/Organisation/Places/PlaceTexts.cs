using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Places;

internal static class PlaceTexts
{
    private static readonly TextFile Texts = new(typeof(PlaceTexts));

    public static readonly Words Organisation = Texts[nameof(Organisation)];
    public static readonly Words OrganisationLead = Texts[nameof(OrganisationLead)];
    public static readonly Words CloseCentres = Texts[nameof(CloseCentres)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words Add = Texts[nameof(Add)];
    public static readonly Words AddBelow = Texts[nameof(AddBelow)];
    public static readonly Words Export = Texts[nameof(Export)];
    public static readonly Words Import = Texts[nameof(Import)];
    public static readonly Words Code = Texts[nameof(Code)];
    public static readonly Words CodeHint = Texts[nameof(CodeHint)];
    public static readonly Words Name = Texts[nameof(Name)];
    public static readonly Words Kind = Texts[nameof(Kind)];
    public static readonly Words Parent = Texts[nameof(Parent)];
    public static readonly Words Save = Texts[nameof(Save)];
    public static readonly Words Rename = Texts[nameof(Rename)];
    public static readonly Words BackToTree = Texts[nameof(BackToTree)];
    public static readonly Words Closed = Texts[nameof(Closed)];
    public static readonly Words Posts = Texts[nameof(Posts)];
    public static readonly Words NoPosts = Texts[nameof(NoPosts)];
    public static readonly Words Vacant = Texts[nameof(Vacant)];
    public static readonly Words Earlier = Texts[nameof(Earlier)];
    public static readonly Words Appoint = Texts[nameof(Appoint)];
    public static readonly Words Change = Texts[nameof(Change)];
    public static readonly Words Close = Texts[nameof(Close)];
    public static readonly Words CloseLead = Texts[nameof(CloseLead)];
    public static readonly Words CloseNow = Texts[nameof(CloseNow)];
    public static readonly Words Centre = Texts[nameof(Centre)];
    public static readonly Words OpensAt = Texts[nameof(OpensAt)];
    public static readonly Words LastHandoverAt = Texts[nameof(LastHandoverAt)];
    public static readonly Words SaveDates = Texts[nameof(SaveDates)];
    public static readonly Words DeskBook = Texts[nameof(DeskBook)];
    public static readonly Words DeskBookHint = Texts[nameof(DeskBookHint)];
    public static readonly Words SaveBook = Texts[nameof(SaveBook)];
    public static readonly Words NoSuchBook = Texts[nameof(NoSuchBook)];
    public static readonly Words DoneBook = Texts[nameof(DoneBook)];
    public static readonly Words CloseCentre = Texts[nameof(CloseCentre)];
    public static readonly Words HandOver = Texts[nameof(HandOver)];
    public static readonly Words CloseCentreLead = Texts[nameof(CloseCentreLead)];
    public static readonly Words CloseCentreNow = Texts[nameof(CloseCentreNow)];
    public static readonly Words SoonTitle = Texts[nameof(SoonTitle)];
    public static readonly Words DoneAdded = Texts[nameof(DoneAdded)];
    public static readonly Words DoneRenamed = Texts[nameof(DoneRenamed)];
    public static readonly Words DoneClosed = Texts[nameof(DoneClosed)];
    public static readonly Words DoneDates = Texts[nameof(DoneDates)];
    public static readonly Words DoneCentreClosed = Texts[nameof(DoneCentreClosed)];

    public static Words ClosedOn(string day) => Texts.With(nameof(ClosedOn), day);

    public static Words CloseOf(string name) => Texts.With(nameof(CloseOf), name);

    public static Words CentreLead(int months, int days) => Texts.With(nameof(CentreLead), months, days);

    public static Words AsForAll(Words book) => Texts.With(nameof(AsForAll), book);

    public static Words ClosesAt(string day) => Texts.With(nameof(ClosesAt), day);

    public static Words OpenCases(long count) => Texts.With(nameof(OpenCases), count);

    public static Words CloseCentreOf(string name) => Texts.With(nameof(CloseCentreOf), name);

    public static Words ClosesSoon(string name, string day) => Texts.With(nameof(ClosesSoon), name, day);

    public static Words ShouldClose(string name, string day) => Texts.With(nameof(ShouldClose), name, day);

    public static Words KindName(PlaceKind kind) => Texts["kind." + EnumCode.Of(kind)];

    public static Words State(CentreState state) => Texts["centre." + EnumCode.Of(state)];

    public static Words? Done(string? what) => what is null ? null : Texts.Find("Done" + what);
}
