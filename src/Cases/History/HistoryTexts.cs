using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.History;

internal static class HistoryTexts
{
    private static readonly TextFile Texts = new(typeof(HistoryTexts));

    public static readonly Words FirstDue = Texts[nameof(FirstDue)];
    public static readonly Words Number = Texts[nameof(Number)];
    public static readonly Words UnitAndCustomer = Texts[nameof(UnitAndCustomer)];
    public static readonly Words Demand = Texts[nameof(Demand)];
    public static readonly Words Opened = Texts[nameof(Opened)];
    public static readonly Words Step = Texts[nameof(Step)];
    public static readonly Words Erased = Texts[nameof(Erased)];
    public static readonly Words NothingDue = Texts[nameof(NothingDue)];
    public static readonly Words Closed = Texts[nameof(Closed)];

    public static readonly Words Cases = Texts[nameof(Cases)];
    public static readonly Words CasesOfHomes = Texts[nameof(CasesOfHomes)];
    public static readonly Words CasesReported = Texts[nameof(CasesReported)];
    public static readonly Words NoCases = Texts[nameof(NoCases)];
    public static readonly Words OnlyNewest = Texts[nameof(OnlyNewest)];
    public static readonly Words Merged = Texts[nameof(Merged)];

    public static Words MergedInto(string number) => Texts.With(nameof(MergedInto), number);
}
