using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Orders;

internal static class OrderTexts
{
    private static readonly TextFile Texts = new(typeof(OrderTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Draft = Texts[nameof(Draft)];
    public static readonly Words Print = Texts[nameof(Print)];
    public static readonly Words PrintHint = Texts[nameof(PrintHint)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words Number = Texts[nameof(Number)];
    public static readonly Words Round = Texts[nameof(Round)];
    public static readonly Words Project = Texts[nameof(Project)];
    public static readonly Words Customer = Texts[nameof(Customer)];
    public static readonly Words Phone = Texts[nameof(Phone)];
    public static readonly Words Channel = Texts[nameof(Channel)];
    public static readonly Words Category = Texts[nameof(Category)];
    public static readonly Words Nature = Texts[nameof(Nature)];
    public static readonly Words Demand = Texts[nameof(Demand)];
    public static readonly Words RequiredBy = Texts[nameof(RequiredBy)];
    public static readonly Words Department = Texts[nameof(Department)];
    public static readonly Words Supports = Texts[nameof(Supports)];
    public static readonly Words Accountable = Texts[nameof(Accountable)];
    public static readonly Words Leader = Texts[nameof(Leader)];
    public static readonly Words Chairman = Texts[nameof(Chairman)];
    public static readonly Words Steps = Texts[nameof(Steps)];
    public static readonly Words Limits = Texts[nameof(Limits)];
    public static readonly Words Duties = Texts[nameof(Duties)];
    public static readonly Words Agreed = Texts[nameof(Agreed)];
    public static readonly Words Plan = Texts[nameof(Plan)];
    public static readonly Words CustomerSigns = Texts[nameof(CustomerSigns)];
    public static readonly Words Finished = Texts[nameof(Finished)];
    public static readonly Words NotYet = Texts[nameof(NotYet)];
    public static readonly Words Open = Texts[nameof(Open)];

    public static Words QrLabel(string number) => Texts.With(nameof(QrLabel), number);

    public static Words Rule(Words book, string version) => Texts.With(nameof(Rule), book, version);
}
