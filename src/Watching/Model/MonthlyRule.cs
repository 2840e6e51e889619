using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>A result of a month that calls for a decision, once it was reached so many months running.</summary>
internal sealed record MonthlyRule(PersonalResult Result, int Months)
{
    /// <summary>Of a ranking: among so many from the top, or from the bottom.</summary>
    public int? First { get; init; }
    public int? Last { get; init; }

    /// <summary>Of a ranking: it counts only where more than so many are ranked.</summary>
    public int OfMoreThan { get; init; }

    /// <summary>Of a figure: at least so much, made of so many cases.</summary>
    public int AtLeast { get; init; }
    public int Cases { get; init; }

    public bool IsMetBy(ResultOfPerson result) =>
        Result == PersonalResult.DeskRanking
            ? result.Of > OfMoreThan && (result.Rank <= First || result.FromBottom <= Last)
            : result.Value >= AtLeast && result.Cases >= Cases;
}

/// <summary>What a decision says of the result that called for it: the figures as they stood when it was proposed.</summary>
/// <param name="Result">Which result.</param>
/// <param name="Month">Of which month.</param>
/// <param name="Running">How many months running it was reached.</param>
/// <param name="Rank">The rank; null where there is no ranking.</param>
/// <param name="Of">How many are ranked, or cases counted.</param>
/// <param name="Value">The figure.</param>
internal sealed record MonthlyGround(PersonalResult Result, string Month, int Running, int? Rank, int Of, string Value)
{
    public static MonthlyGround For(MonthlyRule rule, Month month, ResultOfPerson result) =>
        new(
            rule.Result,
            month.ToString(),
            rule.Months,
            result.Rank,
            result.Rank is null ? result.Cases : result.Of,
            result.Value.ToString("0.##", CultureInfo.InvariantCulture)
        );

    public EventFields Into(EventFields fields) =>
        fields
            .With(DecisionItem.MonthName, Month)
            .With(DecisionItem.ResultName, EnumCode.Of(Result))
            .With(DecisionItem.RunningName, Text(Running))
            .With(DecisionItem.RankName, Rank is { } rank ? Text(rank) : null)
            .With(DecisionItem.OfName, Text(Of))
            .With(DecisionItem.ValueName, Value);

    public static MonthlyGround? Read(IReadOnlyDictionary<string, string> data) =>
        data.TryGetValue(DecisionItem.MonthName, out var month) && data.TryGetValue(DecisionItem.ResultName, out var result)
            ? new MonthlyGround(
                EnumCode.Parse<PersonalResult>(result),
                month,
                Number(data, DecisionItem.RunningName) ?? 1,
                Number(data, DecisionItem.RankName),
                Number(data, DecisionItem.OfName) ?? 0,
                data.GetValueOrDefault(DecisionItem.ValueName, "")
            )
            : null;

    private static int? Number(IReadOnlyDictionary<string, string> data, string name) =>
        int.TryParse(data.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
