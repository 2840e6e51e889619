using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

internal static class RegisterTexts
{
    private static readonly TextFile Texts = new(typeof(RegisterTexts));

    public static readonly Words OfAllProjects = Texts[nameof(OfAllProjects)];
    public static readonly Words Updated = Texts[nameof(Updated)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Open = Texts[nameof(Open)];
    public static readonly Words AllStates = Texts[nameof(AllStates)];
    public static readonly Words Overdue = Texts[nameof(Overdue)];
    public static readonly Words DueToday = Texts[nameof(DueToday)];
    public static readonly Words ByDue = Texts[nameof(ByDue)];
    public static readonly Words Order = Texts[nameof(Order)];
    public static readonly Words NewestFirst = Texts[nameof(NewestFirst)];
    public static readonly Words OldestFirst = Texts[nameof(OldestFirst)];
    public static readonly Words Project = Texts[nameof(Project)];
    public static readonly Words Category = Texts[nameof(Category)];
    public static readonly Words Nature = Texts[nameof(Nature)];
    public static readonly Words Any = Texts[nameof(Any)];
    public static readonly Words Number = Texts[nameof(Number)];
    public static readonly Words Finding = Texts[nameof(Finding)];
    public static readonly Words ClearFilter = Texts[nameof(ClearFilter)];
    public static readonly Words Filters = Texts[nameof(Filters)];
    public static readonly Words FirstDue = Texts[nameof(FirstDue)];
    public static readonly Words UnitAndCustomer = Texts[nameof(UnitAndCustomer)];
    public static readonly Words Demand = Texts[nameof(Demand)];
    public static readonly Words Department = Texts[nameof(Department)];
    public static readonly Words Step = Texts[nameof(Step)];
    public static readonly Words NothingDue = Texts[nameof(NothingDue)];
    public static readonly Words Closed = Texts[nameof(Closed)];
    public static readonly Words Erased = Texts[nameof(Erased)];

    public static readonly Words Channel = Texts[nameof(Channel)];
    public static readonly Words Accountable = Texts[nameof(Accountable)];
    public static readonly Words OpenedAt = Texts[nameof(OpenedAt)];
    public static readonly Words ClosedAt = Texts[nameof(ClosedAt)];
    public static readonly Words Clock = Texts[nameof(Clock)];
    public static readonly Words DueAt = Texts[nameof(DueAt)];
    public static readonly Words Home = Texts[nameof(Home)];
    public static readonly Words Customer = Texts[nameof(Customer)];
    public static readonly Words Views = Texts[nameof(Views)];
    public static readonly Words KeepView = Texts[nameof(KeepView)];
    public static readonly Words KeepOrArrange = Texts[nameof(KeepOrArrange)];
    public static readonly Words Columns = Texts[nameof(Columns)];
    public static readonly Words Export = Texts[nameof(Export)];
    public static readonly Words AsWorkbook = Texts[nameof(AsWorkbook)];
    public static readonly Words AsCsv = Texts[nameof(AsCsv)];
    public static readonly Words AsPaper = Texts[nameof(AsPaper)];
    public static readonly Words BackToRegister = Texts[nameof(BackToRegister)];
    public static readonly Words Print = Texts[nameof(Print)];
    public static readonly Words PrintHint = Texts[nameof(PrintHint)];
    public static readonly Words Ledger = Texts[nameof(Ledger)];
    public static readonly Words LookOn = Texts[nameof(LookOn)];
    public static readonly Words LookedThrough = Texts[nameof(LookedThrough)];
    public static readonly Words FoundTooMany = Texts[nameof(FoundTooMany)];
    public static readonly Words NoMatchYet = Texts[nameof(NoMatchYet)];
    public static readonly Words NoMatchYetHint = Texts[nameof(NoMatchYetHint)];

    public static readonly Words ChooseProject = Texts[nameof(ChooseProject)];
    public static readonly Words ProjectName = Texts[nameof(ProjectName)];
    public static readonly Words Find = Texts[nameof(Find)];
    public static readonly Words AllProjects = Texts[nameof(AllProjects)];
    public static readonly Words NoProject = Texts[nameof(NoProject)];
    public static readonly Words MoreProjects = Texts[nameof(MoreProjects)];
    public static readonly Words ColumnsTitle = Texts[nameof(ColumnsTitle)];
    public static readonly Words ColumnsHint = Texts[nameof(ColumnsHint)];
    public static readonly Words Save = Texts[nameof(Save)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words ViewsTitle = Texts[nameof(ViewsTitle)];
    public static readonly Words ViewName = Texts[nameof(ViewName)];
    public static readonly Words PreferView = Texts[nameof(PreferView)];
    public static readonly Words Preferred = Texts[nameof(Preferred)];
    public static readonly Words Prefer = Texts[nameof(Prefer)];
    public static readonly Words ForgetPreferred = Texts[nameof(ForgetPreferred)];
    public static readonly Words Rename = Texts[nameof(Rename)];
    public static readonly Words Remove = Texts[nameof(Remove)];
    public static readonly Words ViewNameMissing = Texts[nameof(ViewNameMissing)];
    public static readonly Words ViewNameLong = Texts[nameof(ViewNameLong)];
    public static readonly Words ViewNameTaken = Texts[nameof(ViewNameTaken)];
    public static readonly Words TooManyViews = Texts[nameof(TooManyViews)];
    public static readonly Words UnknownChange = Texts[nameof(UnknownChange)];

    public static readonly Words NothingYet = Texts[nameof(NothingYet)];
    public static readonly Words NothingYetHint = Texts[nameof(NothingYetHint)];
    public static readonly Words HowToFill = Texts[nameof(HowToFill)];
    public static readonly Words NoMatch = Texts[nameof(NoMatch)];
    public static readonly Words NoMatchHint = Texts[nameof(NoMatchHint)];

    public static Words CasesOnPaper(int count) => Texts.With(nameof(CasesOnPaper), count);

    public static Words CutOff(int count) => Texts.With(nameof(CutOff), count);

    public static Words OfMyProjects(int count) => Texts.Counted(nameof(OfMyProjects), count);
}
