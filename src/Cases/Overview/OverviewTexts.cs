using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Overview;

internal static class OverviewTexts
{
    private static readonly TextFile Texts = new(typeof(OverviewTexts));

    public static readonly Words Waiting = Texts[nameof(Waiting)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words AsOf = Texts[nameof(AsOf)];
    public static readonly Words Open = Texts[nameof(Open)];
    public static readonly Words Overdue = Texts[nameof(Overdue)];
    public static readonly Words DueToday = Texts[nameof(DueToday)];
    public static readonly Words ClosedThisMonth = Texts[nameof(ClosedThisMonth)];
    public static readonly Words OnTimeRate = Texts[nameof(OnTimeRate)];
    public static readonly Words OnTimeNote = Texts[nameof(OnTimeNote)];
    public static readonly Words ByMonth = Texts[nameof(ByMonth)];
    public static readonly Words ByCategory = Texts[nameof(ByCategory)];
    public static readonly Words Month = Texts[nameof(Month)];
    public static readonly Words Opened = Texts[nameof(Opened)];
    public static readonly Words StillOpen = Texts[nameof(StillOpen)];
    public static readonly Words Closed = Texts[nameof(Closed)];
    public static readonly Words Due = Texts[nameof(Due)];
    public static readonly Words InTime = Texts[nameof(InTime)];
    public static readonly Words OpenedThisMonth = Texts[nameof(OpenedThisMonth)];
    public static readonly Words AllCases = Texts[nameof(AllCases)];
    public static readonly Words NoCategory = Texts[nameof(NoCategory)];
    public static readonly Words Download = Texts[nameof(Download)];
    public static readonly Words NothingYet = Texts[nameof(NothingYet)];
    public static readonly Words NothingYetHint = Texts[nameof(NothingYetHint)];
}
