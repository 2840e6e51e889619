using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>One figure that a case puts into the ranking of a month; a projection like its clocks.</summary>
internal sealed class IndicatorRow
{
    /// <summary>What a quotient of 1 is stored as.</summary>
    public const long One = 1_000_000;

    /// <summary>Scores come after whatever clocks a case has.</summary>
    private const int FirstScore = 1_000_000;

    private const string Resolve = "resolve";

    public static readonly IReadOnlyList<string> Columns = ["case_id", "ordinal", "month", "indicator", "project", "value"];

    public required long CaseId { get; init; }
    public required int Ordinal { get; init; }
    public required int Month { get; init; }
    public required Indicator Indicator { get; init; }
    public required string Project { get; init; }
    public required long Value { get; init; }

    /// <summary>
    /// An imported case was handled under no measures of ours and is not ranked; one of no project is nobody's. A limit that
    /// ended before it began (a required time in the past) can be kept or missed, but nothing can be divided by it.
    /// </summary>
    public static IReadOnlyList<IndicatorRow> Of(CaseRow row, CaseHistory history, Judgement judgement)
    {
        if (history.Book.Procedure == Procedure.Historic || row.Project is not { } project)
        {
            return [];
        }

        var rows = new List<IndicatorRow>();
        foreach (var (ordinal, clock) in judgement.Clocks.Index().Where(each => each.Item.Id == Resolve))
        {
            if (clock.State is not (ClockState.Met or ClockState.Breached))
            {
                continue;
            }

            Add(2 * ordinal, clock.DueAt.Month, Indicator.OnTime, clock.State == ClockState.Met ? 1 : 0);
            if (clock.StoppedAt is { } stopped && clock.DueAt > clock.StartedAt)
            {
                var quotient = (stopped.Micros - clock.StartedAt.Micros) * (decimal)One / (clock.DueAt.Micros - clock.StartedAt.Micros);
                Add((2 * ordinal) + 1, stopped.Month, Indicator.Efficiency, (long)quotient);
            }
        }

        foreach (var (i, call) in Scored(history).Index())
        {
            Add(FirstScore + i, call.At.Month, Indicator.Satisfaction, call.Score!.Value);
        }

        return rows;

        void Add(int ordinal, Month month, Indicator indicator, long value) =>
            rows.Add(
                new IndicatorRow
                {
                    CaseId = row.CaseId,
                    Ordinal = ordinal,
                    Month = month.Index,
                    Indicator = indicator,
                    Project = project,
                    Value = value,
                }
            );
    }

    public object?[] Values() => [CaseId, (long)Ordinal, (long)Month, EnumCode.Of(Indicator), Project, Value];

    private static IEnumerable<CallbackMade> Scored(CaseHistory history) =>
        history.Events.OfType<CallbackMade>().Where(call => call is { Purpose: CallbackPurpose.Closure, Score: not null });
}

internal sealed class IndicatorTable : IEntityTypeConfiguration<IndicatorRow>
{
    public void Configure(EntityTypeBuilder<IndicatorRow> builder)
    {
        builder.ToTable("case_indicator");
        builder.HasKey(row => new { row.CaseId, row.Ordinal });
        builder.Property(row => row.Indicator).HasConversion<AsCode<Indicator>>();

        // Serves: a month's ranking of the whole group, and the cases behind one figure; all that is read stands in it.
        builder
            .HasIndex(row => new
            {
                row.Month,
                row.Indicator,
                row.Project,
                row.Value,
                row.CaseId,
            })
            .HasDatabaseName("ix_case_indicator_month");
    }
}
