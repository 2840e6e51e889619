using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

internal static class OwnTexts
{
    private static readonly TextFile Texts = new(typeof(OwnTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words SignOut = Texts[nameof(SignOut)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words Case = Texts[nameof(Case)];
    public static readonly Words Promise = Texts[nameof(Promise)];
    public static readonly Words Report = Texts[nameof(Report)];
    public static readonly Words Erased = Texts[nameof(Erased)];
    public static readonly Words Photo = Texts[nameof(Photo)];
    public static readonly Words WhatComesNext = Texts[nameof(WhatComesNext)];
    public static readonly Words Progress = Texts[nameof(Progress)];
    public static readonly Words Submit = Texts[nameof(Submit)];
    public static readonly Words HowWasIt = Texts[nameof(HowWasIt)];
    public static readonly Words Handling = Texts[nameof(Handling)];
    public static readonly Words Remark = Texts[nameof(Remark)];
    public static readonly Words SendRating = Texts[nameof(SendRating)];
    public static readonly Words NotSolved = Texts[nameof(NotSolved)];
    public static readonly Words WhatIsWrong = Texts[nameof(WhatIsWrong)];
    public static readonly Words Reopen = Texts[nameof(Reopen)];
    public static readonly Words NotToReopen = Texts[nameof(NotToReopen)];
    public static readonly Words SayWhat = Texts[nameof(SayWhat)];
    public static readonly Words WhichHome = Texts[nameof(WhichHome)];
    public static readonly Words WhatAbout = Texts[nameof(WhatAbout)];
    public static readonly Words Demand = Texts[nameof(Demand)];
    public static readonly Words DemandHint = Texts[nameof(DemandHint)];
    public static readonly Words TakePhoto = Texts[nameof(TakePhoto)];
    public static readonly Words ChoosePhotos = Texts[nameof(ChoosePhotos)];
    public static readonly Words PhotosHint = Texts[nameof(PhotosHint)];
    public static readonly Words NoHome = Texts[nameof(NoHome)];
    public static readonly Words NoHomeHint = Texts[nameof(NoHomeHint)];
    public static readonly Words ChooseHome = Texts[nameof(ChooseHome)];
    public static readonly Words ChooseCategory = Texts[nameof(ChooseCategory)];
    public static readonly Words SayDemand = Texts[nameof(SayDemand)];
    public static readonly Words NotNow = Texts[nameof(NotNow)];

    /// <summary>What happened, for the owner; null for what is the company's own matter.</summary>
    public static Words? Step(string name) => Texts.Find($"step.{name}");

    public static Words State(Procedure procedure, string stage) => Of("state", procedure, stage) ?? Case;

    public static Words Next(Procedure procedure, string stage) => Of("next", procedure, stage) ?? Case;

    /// <summary>The sentence after a form; null for one the address made up.</summary>
    public static Words? Done(string what, string number) => Texts.Find($"done.{what}") is null ? null : Texts.With($"done.{what}", number);

    public static Words PleaseSign(Words what) => Texts.With(nameof(PleaseSign), what);

    public static Words ReopenUntil(Words date) => Texts.With(nameof(ReopenUntil), date);

    public static Words TooLong(int most) => Texts.With(nameof(TooLong), most);

    public static Words WeCall(string phone) => Texts.With(nameof(WeCall), phone);

    public static Words Handles(Words department) => Texts.With(nameof(Handles), department);

    public static Words Promised(Words date) => Texts.With(nameof(Promised), date);

    public static Words Stars(int score) => Texts.With(nameof(Stars), score);

    private static Words? Of(string kind, Procedure procedure, string stage) => Texts.Find($"{kind}.{EnumCode.Of(procedure)}.{stage}");
}
