using Shouwen.Knowledge.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Reviews;

internal static class ReviewTexts
{
    private static readonly TextFile Texts = new(typeof(ReviewTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Casebook = Texts[nameof(Casebook)];
    public static readonly Words Begin = Texts[nameof(Begin)];
    public static readonly Words Doing = Texts[nameof(Doing)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Project = Texts[nameof(Project)];
    public static readonly Words Name = Texts[nameof(Name)];
    public static readonly Words NameHint = Texts[nameof(NameHint)];
    public static readonly Words ProjectMissing = Texts[nameof(ProjectMissing)];
    public static readonly Words Cancel = Texts[nameof(Cancel)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words Open = Texts[nameof(Open)];
    public static readonly Words Finished = Texts[nameof(Finished)];
    public static readonly Words Finish = Texts[nameof(Finish)];
    public static readonly Words FinishHint = Texts[nameof(FinishHint)];
    public static readonly Words Print = Texts[nameof(Print)];
    public static readonly Words Ticked = Texts[nameof(Ticked)];
    public static readonly Words NothingTicked = Texts[nameof(NothingTicked)];
    public static readonly Words Entries = Texts[nameof(Entries)];
    public static readonly Words NoEntries = Texts[nameof(NoEntries)];
    public static readonly Words Entry = Texts[nameof(Entry)];
    public static readonly Words Result = Texts[nameof(Result)];
    public static readonly Words Remark = Texts[nameof(Remark)];
    public static readonly Words RemarkHint = Texts[nameof(RemarkHint)];
    public static readonly Words WhyMissing = Texts[nameof(WhyMissing)];
    public static readonly Words VerdictMissing = Texts[nameof(VerdictMissing)];
    public static readonly Words Tick = Texts[nameof(Tick)];
    public static readonly Words TickAgain = Texts[nameof(TickAgain)];
    public static readonly Words Prevention = Texts[nameof(Prevention)];
    public static readonly Words QrLabel = Texts[nameof(QrLabel)];
    public static readonly Words Signed = Texts[nameof(Signed)];
    public static readonly Words Day = Texts[nameof(Day)];

    private static readonly Dictionary<Verdict, Words> Verdicts = Enum.GetValues<Verdict>()
        .ToDictionary(verdict => verdict, verdict => Texts[$"Verdict.{EnumCode.Of(verdict)}"]);

    public static Words Of(Verdict verdict) => Verdicts[verdict];

    public static Words Count(int taken, int left) => Texts.With(nameof(Count), taken, left);
}
