using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Timers;

internal static class TimerTexts
{
    private static readonly TextFile Texts = new(typeof(TimerTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Hint = Texts[nameof(Hint)];
    public static readonly Words RunNow = Texts[nameof(RunNow)];
    public static readonly Words Last = Texts[nameof(Last)];
    public static readonly Words Next = Texts[nameof(Next)];
    public static readonly Words NotYet = Texts[nameof(NotYet)];
    public static readonly Words Failed = Texts[nameof(Failed)];
    public static readonly Words BackToAccount = Texts[nameof(BackToAccount)];
    public static readonly Words Send = Texts[nameof(Send)];

    public static Words Ran(Words timer) => Texts.With(nameof(Ran), timer);

    public static Words Done(long count) => Texts.Counted(nameof(Done), (int)Math.Min(count, int.MaxValue));

    public static Words Of(Rhythm rhythm) =>
        rhythm.At is { } at ? Texts.With("Daily", at.ToString("HH:mm", CultureInfo.InvariantCulture))
        : rhythm.Interval < TimeSpan.FromSeconds(1) ? Texts["Always"]
        : Texts.With("Every", Phrases.Length(rhythm.Interval));
}
