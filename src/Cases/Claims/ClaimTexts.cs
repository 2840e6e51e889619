using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

internal static class ClaimTexts
{
    private static readonly TextFile Texts = new(typeof(ClaimTexts));

    public static readonly Words WaitingForMe = Texts[nameof(WaitingForMe)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Open = Texts[nameof(Open)];
    public static readonly Words Claims = Texts[nameof(Claims)];
    public static readonly Words None = Texts[nameof(None)];
    public static readonly Words NoneHint = Texts[nameof(NoneHint)];
    public static readonly Words Done = Texts[nameof(Done)];
    public static readonly Words Chain = Texts[nameof(Chain)];
    public static readonly Words Waits = Texts[nameof(Waits)];
    public static readonly Words File = Texts[nameof(File)];
    public static readonly Words Files = Texts[nameof(Files)];
    public static readonly Words FilesHint = Texts[nameof(FilesHint)];
    public static readonly Words Raised = Texts[nameof(Raised)];
    public static readonly Words Reported = Texts[nameof(Reported)];
    public static readonly Words Returned = Texts[nameof(Returned)];
    public static readonly Words Granted = Texts[nameof(Granted)];
    public static readonly Words Paid = Texts[nameof(Paid)];
    public static readonly Words Refused = Texts[nameof(Refused)];
    public static readonly Words Filed = Texts[nameof(Filed)];
    public static readonly Words RaisedAt = Texts[nameof(RaisedAt)];
    public static readonly Words Claimed = Texts[nameof(Claimed)];
    public static readonly Words Cause = Texts[nameof(Cause)];
    public static readonly Words Contractor = Texts[nameof(Contractor)];
    public static readonly Words Proposed = Texts[nameof(Proposed)];
    public static readonly Words Basis = Texts[nameof(Basis)];
    public static readonly Words Reporter = Texts[nameof(Reporter)];
    public static readonly Words GrantedAmount = Texts[nameof(GrantedAmount)];
    public static readonly Words PaidAmount = Texts[nameof(PaidAmount)];
    public static readonly Words PaidAt = Texts[nameof(PaidAt)];
    public static readonly Words FiledAt = Texts[nameof(FiledAt)];
    public static readonly Words Unsigned = Texts[nameof(Unsigned)];
    public static readonly Words Statistics = Texts[nameof(Statistics)];
    public static readonly Words Export = Texts[nameof(Export)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words CaseNumber = Texts[nameof(CaseNumber)];
    public static readonly Words Home = Texts[nameof(Home)];
    public static readonly Words State = Texts[nameof(State)];
    public static readonly Words Clock = Texts[nameof(Clock)];
    public static readonly Words ChoiceOpen = Texts[nameof(ChoiceOpen)];
    public static readonly Words ChoiceMine = Texts[nameof(ChoiceMine)];
    public static readonly Words ChoiceUnsigned = Texts[nameof(ChoiceUnsigned)];
    public static readonly Words ChoiceAll = Texts[nameof(ChoiceAll)];
    public static readonly Words NoCause = Texts[nameof(NoCause)];
    public static readonly Words ReportClock = Texts[nameof(ReportClock)];
    public static readonly Words FileClock = Texts[nameof(FileClock)];
    public static readonly Words LastYear = Texts[nameof(LastYear)];
    public static readonly Words NothingPaid = Texts[nameof(NothingPaid)];
    public static readonly Words NothingPaidHint = Texts[nameof(NothingPaidHint)];
    public static readonly Words Count = Texts[nameof(Count)];
    public static readonly Words PaidYuan = Texts[nameof(PaidYuan)];
    public static readonly Words ByCause = Texts[nameof(ByCause)];
    public static readonly Words ByContractor = Texts[nameof(ByContractor)];
    public static readonly Words ByProject = Texts[nameof(ByProject)];
    public static readonly Words ByMonth = Texts[nameof(ByMonth)];
    public static readonly Words Project = Texts[nameof(Project)];
    public static readonly Words Month = Texts[nameof(Month)];

    public static Words Nth(object a) => Texts.With(nameof(Nth), a);

    public static Words Level(object a) => Texts.With(nameof(Level), a);

    public static Words ByPhone(object a) => Texts.With(nameof(ByPhone), a);

    public static Words Signed(object a) => Texts.With(nameof(Signed), a);

    public static Words WaitsFor(object a) => Texts.With(nameof(WaitsFor), a);

    public static Words UnsignedBy(object a) => Texts.With(nameof(UnsignedBy), a);
}
