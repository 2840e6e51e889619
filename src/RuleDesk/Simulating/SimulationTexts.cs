using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Simulating;

internal static class SimulationTexts
{
    private static readonly TextFile Texts = new(typeof(SimulationTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Hint = Texts[nameof(Hint)];
    public static readonly Words From = Texts[nameof(From)];
    public static readonly Words To = Texts[nameof(To)];
    public static readonly Words Begin = Texts[nameof(Begin)];
    public static readonly Words BadPeriod = Texts[nameof(BadPeriod)];
    public static readonly Words Earlier = Texts[nameof(Earlier)];
    public static readonly Words Waiting = Texts[nameof(Waiting)];
    public static readonly Words Running = Texts[nameof(Running)];
    public static readonly Words Done = Texts[nameof(Done)];
    public static readonly Words Cancelled = Texts[nameof(Cancelled)];
    public static readonly Words Failed = Texts[nameof(Failed)];
    public static readonly Words MayLeave = Texts[nameof(MayLeave)];
    public static readonly Words Cancel = Texts[nameof(Cancel)];
    public static readonly Words Refresh = Texts[nameof(Refresh)];
    public static readonly Words BackToDraft = Texts[nameof(BackToDraft)];
    public static readonly Words Now = Texts[nameof(Now)];
    public static readonly Words UnderDraft = Texts[nameof(UnderDraft)];
    public static readonly Words Difference = Texts[nameof(Difference)];
    public static readonly Words Total = Texts[nameof(Total)];
    public static readonly Words ByClause = Texts[nameof(ByClause)];
    public static readonly Words ByPerson = Texts[nameof(ByPerson)];
    public static readonly Words ByCase = Texts[nameof(ByCase)];
    public static readonly Words Clause = Texts[nameof(Clause)];
    public static readonly Words Person = Texts[nameof(Person)];
    public static readonly Words Case = Texts[nameof(Case)];
    public static readonly Words NoDifference = Texts[nameof(NoDifference)];
    public static readonly Words NoDifferenceHint = Texts[nameof(NoDifferenceHint)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];

    public static Words StateOf(Model.SimulationState state) =>
        state switch
        {
            Model.SimulationState.Waiting => Waiting,
            Model.SimulationState.Running => Running,
            Model.SimulationState.Done => Done,
            Model.SimulationState.Cancelled => Cancelled,
            Model.SimulationState.Failed => Failed,
        };

    public static Words Period(string from, string to) => Texts.With(nameof(Period), from, to);

    public static Words Progress(int done, int all) => Texts.With(nameof(Progress), done, all);

    public static Words Judged(int cases, int different) => Texts.With(nameof(Judged), cases, different);

    public static Words Impossible(string numbers) => Texts.With(nameof(Impossible), numbers);

    public static Words Percent(string sign, int percent) => Texts.With(nameof(Percent), sign, percent);

    public static Words Decisions(string sign, int count) => Texts.With(nameof(Decisions), sign, count);
}
