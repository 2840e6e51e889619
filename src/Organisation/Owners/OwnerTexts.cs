using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Owners;

internal static class OwnerTexts
{
    private static readonly TextFile Texts = new(typeof(OwnerTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Phone = Texts[nameof(Phone)];
    public static readonly Words SendCode = Texts[nameof(SendCode)];
    public static readonly Words PhoneWrong = Texts[nameof(PhoneWrong)];
    public static readonly Words CodeTitle = Texts[nameof(CodeTitle)];
    public static readonly Words CodeLead = Texts[nameof(CodeLead)];
    public static readonly Words Code = Texts[nameof(Code)];
    public static readonly Words Continue = Texts[nameof(Continue)];
    public static readonly Words NewCode = Texts[nameof(NewCode)];
    public static readonly Words CodeWrong = Texts[nameof(CodeWrong)];
    public static readonly Words LinkOver = Texts[nameof(LinkOver)];
    public static readonly Words LinkOverHint = Texts[nameof(LinkOverHint)];
    public static readonly Words WithCode = Texts[nameof(WithCode)];
    public static readonly Words Board = Texts[nameof(Board)];
    public static readonly Words BoardLead = Texts[nameof(BoardLead)];
    public static readonly Words NoCodes = Texts[nameof(NoCodes)];
    public static readonly Words NoCodesHint = Texts[nameof(NoCodesHint)];
}
