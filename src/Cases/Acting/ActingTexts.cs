using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

internal static class ActingTexts
{
    private static readonly TextFile Texts = new(typeof(ActingTexts));

    public static readonly Words NewCase = Texts[nameof(NewCase)];
    public static readonly Words NewCaseTitle = Texts[nameof(NewCaseTitle)];
    public static readonly Words Save = Texts[nameof(Save)];
    public static readonly Words SaveRecord = Texts[nameof(SaveRecord)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words Actions = Texts[nameof(Actions)];
    public static readonly Words Choose = Texts[nameof(Choose)];
    public static readonly Words Yes = Texts[nameof(Yes)];
    public static readonly Words No = Texts[nameof(No)];
    public static readonly Words Optional = Texts[nameof(Optional)];
    public static readonly Words Rules = Texts[nameof(Rules)];
    public static readonly Words Project = Texts[nameof(Project)];
    public static readonly Words CustomerName = Texts[nameof(CustomerName)];
    public static readonly Words CustomerPhone = Texts[nameof(CustomerPhone)];
    public static readonly Words ShowPhone = Texts[nameof(ShowPhone)];
    public static readonly Words NoProjects = Texts[nameof(NoProjects)];
    public static readonly Words PhoneWrong = Texts[nameof(PhoneWrong)];
    public static readonly Words PhoneNoDigits = Texts[nameof(PhoneNoDigits)];
    public static readonly Words ContactTooLongAgo = Texts[nameof(ContactTooLongAgo)];
    public static readonly Words ProjectWrong = Texts[nameof(ProjectWrong)];
    public static readonly Words NothingNeeded = Texts[nameof(NothingNeeded)];

    public static readonly Words Script = Texts[nameof(Script)];
    public static readonly Words FillTogether = Texts[nameof(FillTogether)];

    /// <summary>The name of an event's field; the replay contract names them.</summary>
    public static Words Field(string name) => Texts.Find("field." + name) ?? new Words(name, name);

    public static Words Missing(Words field) => Texts.With(nameof(Missing), field);

    public static Words NotChosen(Words field) => Texts.With(nameof(NotChosen), field);

    public static Words NotATime(Words field) => Texts.With(nameof(NotATime), field);

    public static Words NotAnAmount(Words field) => Texts.With(nameof(NotAnAmount), field);

    public static Words NotAChoice(Words field) => Texts.With(nameof(NotAChoice), field);

    public static Words TooLong(Words field, int most) => Texts.With(nameof(TooLong), field, most);

    public static Words Recorded(Words name) => Texts.With(nameof(Recorded), name);
}
