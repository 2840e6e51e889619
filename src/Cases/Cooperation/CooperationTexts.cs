using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Cooperation;

internal static class CooperationTexts
{
    private static readonly TextFile Texts = new(typeof(CooperationTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Department = Texts[nameof(Department)];
    public static readonly Words AllDepartments = Texts[nameof(AllDepartments)];
    public static readonly Words Month = Texts[nameof(Month)];
    public static readonly Words AllMonths = Texts[nameof(AllMonths)];
    public static readonly Words Show = Texts[nameof(Show)];
    public static readonly Words At = Texts[nameof(At)];
    public static readonly Words Case = Texts[nameof(Case)];
    public static readonly Words Asked = Texts[nameof(Asked)];
    public static readonly Words Answer = Texts[nameof(Answer)];
    public static readonly Words Erased = Texts[nameof(Erased)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
}
