using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Decisions;

internal static class DecisionTexts
{
    private static readonly TextFile Texts = new(typeof(DecisionTexts));

    public static readonly Words ToDecide = Texts[nameof(ToDecide)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Propose = Texts[nameof(Propose)];
    public static readonly Words Waiting = Texts[nameof(Waiting)];
    public static readonly Words All = Texts[nameof(All)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words Kind = Texts[nameof(Kind)];
    public static readonly Words Clause = Texts[nameof(Clause)];
    public static readonly Words Subject = Texts[nameof(Subject)];
    public static readonly Words ProposedAt = Texts[nameof(ProposedAt)];
    public static readonly Words Result = Texts[nameof(Result)];
    public static readonly Words Decide = Texts[nameof(Decide)];
    public static readonly Words Decider = Texts[nameof(Decider)];
    public static readonly Words Measures = Texts[nameof(Measures)];
    public static readonly Words Source = Texts[nameof(Source)];
    public static readonly Words ProposedBy = Texts[nameof(ProposedBy)];
    public static readonly Words Reason = Texts[nameof(Reason)];
    public static readonly Words DecidedBy = Texts[nameof(DecidedBy)];
    public static readonly Words Why = Texts[nameof(Why)];
    public static readonly Words Document = Texts[nameof(Document)];
    public static readonly Words Measure = Texts[nameof(Measure)];
    public static readonly Words Amount = Texts[nameof(Amount)];
    public static readonly Words AmountHint = Texts[nameof(AmountHint)];
    public static readonly Words Against = Texts[nameof(Against)];
    public static readonly Words Declined = Texts[nameof(Declined)];

    public static readonly Words MonthlyWork = Texts[nameof(MonthlyWork)];

    /// <summary>"2026-10：接待评分排名第 23 名，共 25 人；连续 3 个月".</summary>
    public static Words GroundOf(MonthlyGround ground)
    {
        var said =
            ground.Result == PersonalResult.DeskRanking
                ? Texts.With("Ground.DeskRanking", ground.Month, ground.Rank ?? 0, ground.Of)
                : Texts.With("Ground." + ground.Result, ground.Month, ground.Value, ground.Of);
        return ground.Running > 1 ? Texts.With("Running", said, ground.Running) : said;
    }

    public static readonly Words Follow = Texts[nameof(Follow)];
    public static readonly Words Cause = Texts[nameof(Cause)];
    public static readonly Words Due = Texts[nameof(Due)];
    public static readonly Words Led = Texts[nameof(Led)];
    public static readonly Words EraseHint = Texts[nameof(EraseHint)];
    public static readonly Words Sibling = Texts[nameof(Sibling)];

    public static Words CauseOf(SlownessCause cause) => Texts["cause." + EnumCode.Of(cause)];

    public static Words Counted(Words ledger, string count) => Texts.With(nameof(Counted), ledger, count);

    public static Words Lead(Words kind, string clause, string place) => Texts.With(nameof(Lead), kind, clause, place);

    /// <summary>A measure with the range its amount lies in.</summary>
    public static Words MeasureOf(Measure measure) =>
        measure.Unit is { } unit
            ? new Words(
                $"{measure.Name.Zh} {Range(measure)} {unit.Zh}".Replace(" %", "%", StringComparison.Ordinal),
                $"{measure.Name.En}: {Range(measure)} {unit.En}".Replace(" %", "%", StringComparison.Ordinal)
            )
            : measure.Name;

    public static Words RangeOf(DecisionKind kind)
    {
        var all = kind.Measures.Values.Select(MeasureOf).ToList();
        return new Words(string.Join(" / ", all.Select(each => each.Zh)), string.Join(" / ", all.Select(each => each.En)));
    }

    public static Words ResultOf(DecisionKind kind, DecisionState state, string? measure, int? amount) =>
        state switch
        {
            DecisionState.Proposed or DecisionState.Withdrawn => Waiting,
            DecisionState.Declined => Declined,
            DecisionState.Decided => measure is null || !kind.Measures.TryGetValue(measure, out var chosen)
                ? new Words(measure ?? "", measure ?? "")
                : With(chosen, amount),
        };

    private static Words With(Measure measure, int? amount) =>
        amount is { } number && measure.Unit is { } unit
            ? new Words(
                $"{measure.Name.Zh} {number} {unit.Zh}".Replace(" %", "%", StringComparison.Ordinal),
                $"{measure.Name.En}: {number} {unit.En}".Replace(" %", "%", StringComparison.Ordinal)
            )
            : measure.Name;

    private static string Range(Measure measure) => measure.From == measure.To ? $"{measure.From}" : $"{measure.From}–{measure.To}";
}
