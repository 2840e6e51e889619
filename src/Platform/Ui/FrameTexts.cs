using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Ui;

/// <summary>The sentences of the frame around every page.</summary>
internal static class FrameTexts
{
    private static readonly TextFile Texts = new(typeof(FrameTexts));

    public static readonly Words Product = Texts[nameof(Product)];
    public static readonly Words Subtitle = Texts[nameof(Subtitle)];
    public static readonly Words SkipToContent = Texts[nameof(SkipToContent)];
    public static readonly Words Places = Texts[nameof(Places)];
    public static readonly Words FindAnything = Texts[nameof(FindAnything)];
    public static readonly Words Find = Texts[nameof(Find)];
    public static readonly Words OtherLanguage = Texts[nameof(OtherLanguage)];
    public static readonly Words SwitchLanguage = Texts[nameof(SwitchLanguage)];
    public static readonly Words MyAccount = Texts[nameof(MyAccount)];
    public static readonly Words Me = Texts[nameof(Me)];
    public static readonly Words More = Texts[nameof(More)];
    public static readonly Words SignOut = Texts[nameof(SignOut)];
    public static readonly Words Pages = Texts[nameof(Pages)];
    public static readonly Words FirstPage = Texts[nameof(FirstPage)];
    public static readonly Words NextPage = Texts[nameof(NextPage)];
    public static readonly Words KeptFiles = Texts[nameof(KeptFiles)];
    public static readonly Words BackHome = Texts[nameof(BackHome)];
    public static readonly Words Help = Texts[nameof(Help)];
    public static readonly Words Keys = Texts[nameof(Keys)];
    public static readonly Words Close = Texts[nameof(Close)];
    public static readonly Words KeySearch = Texts[nameof(KeySearch)];
    public static readonly Words KeyNew = Texts[nameof(KeyNew)];
    public static readonly Words KeyWalk = Texts[nameof(KeyWalk)];
    public static readonly Words KeyOpen = Texts[nameof(KeyOpen)];
    public static readonly Words KeyLeave = Texts[nameof(KeyLeave)];
    public static readonly Words KeyHelp = Texts[nameof(KeyHelp)];

    public static readonly Words NotFound = Texts[nameof(NotFound)];
    public static readonly Words NotFoundHint = Texts[nameof(NotFoundHint)];
    public static readonly Words Forbidden = Texts[nameof(Forbidden)];
    public static readonly Words ForbiddenHint = Texts[nameof(ForbiddenHint)];
    public static readonly Words BadRequest = Texts[nameof(BadRequest)];
    public static readonly Words BadRequestHint = Texts[nameof(BadRequestHint)];
    public static readonly Words TooMany = Texts[nameof(TooMany)];
    public static readonly Words TooManyHint = Texts[nameof(TooManyHint)];
    public static readonly Words Broken = Texts[nameof(Broken)];
    public static readonly Words BrokenHint = Texts[nameof(BrokenHint)];
    public static readonly Words Reference = Texts[nameof(Reference)];

    public static Words ToCorrect(int fields) => Texts.With(nameof(ToCorrect), fields);
}
