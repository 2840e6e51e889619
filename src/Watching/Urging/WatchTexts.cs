using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Urging;

internal static class WatchTexts
{
    private static readonly TextFile Texts = new(typeof(WatchTexts));

    public static readonly Words MineOverdue = Texts[nameof(MineOverdue)];
    public static readonly Words ToUrge = Texts[nameof(ToUrge)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Menu = Texts[nameof(Menu)];
    public static readonly Words Slow = Texts[nameof(Slow)];
    public static readonly Words Overdue = Texts[nameof(Overdue)];
    public static readonly Words Serious = Texts[nameof(Serious)];
    public static readonly Words Grave = Texts[nameof(Grave)];
    public static readonly Words Mine = Texts[nameof(Mine)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words NoProgress = Texts[nameof(NoProgress)];
    public static readonly Words VisitLate = Texts[nameof(VisitLate)];
    public static readonly Words PlanLate = Texts[nameof(PlanLate)];
    public static readonly Words NotUrgedToday = Texts[nameof(NotUrgedToday)];
    public static readonly Words Urge = Texts[nameof(Urge)];

    public static Words LastUrged(string person) => Texts.With(nameof(LastUrged), person);

    public static Words Days(int first, int last) => Texts.With(nameof(Days), first, last);

    public static Words DaysFrom(int first) => Texts.With(nameof(DaysFrom), first);

    /// <summary>A bracket of the ladder is explained as what it is part of.</summary>
    public static Words About(string list) => Texts.Find("about." + list) ?? Texts["about.overdue"];
}
