using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Model;

internal enum SimulationState
{
    Waiting,
    Running,
    Done,
    Cancelled,

    /// <summary>It could not be computed: the log of a case does not fold.</summary>
    Failed,
}

/// <summary>A draft being tried out on the cases of a period, in the background.</summary>
internal sealed class RuleSimulation
{
    public long Id { get; init; }
    public required long DraftId { get; init; }
    public required string Book { get; init; }

    /// <summary>The draft as it was when this began.</summary>
    public required string Text { get; init; }
    public required DateOnly FirstDay { get; init; }

    /// <summary>The first day that does not count any more.</summary>
    public required DateOnly EndDay { get; init; }
    public required string By { get; init; }
    public required Instant BegunAt { get; init; }

    /// <summary>The projects it looks at, as JSON; null for the whole group.</summary>
    public string? Projects { get; init; }
    public required SimulationState State { get; init; }
    public required int Done { get; init; }
    public required int Total { get; init; }

    /// <summary>Whoever computes it has it until then; a process that died leaves it to the next.</summary>
    public Instant? LeaseUntil { get; init; }
    public Instant? EndedAt { get; init; }

    /// <summary>Totals, by clause and by person, as JSON.</summary>
    public string? Result { get; init; }
}

/// <summary>One case that comes out otherwise under the draft.</summary>
internal sealed class SimulatedCase
{
    public required long SimulationId { get; init; }
    public required int Ordinal { get; init; }
    public required string Number { get; init; }
    public required long BeforeFen { get; init; }
    public required int BeforePercent { get; init; }
    public required int BeforeDecisions { get; init; }
    public required long AfterFen { get; init; }
    public required int AfterPercent { get; init; }
    public required int AfterDecisions { get; init; }
}

internal sealed class RuleSimulationTable : IEntityTypeConfiguration<RuleSimulation>
{
    public void Configure(EntityTypeBuilder<RuleSimulation> builder)
    {
        builder.ToTable("rule_simulation");
        builder.HasKey(simulation => simulation.Id);
        builder.Property(simulation => simulation.State).HasConversion<AsCode<SimulationState>>();

        // Serves: what is there to be computed, every second.
        builder
            .HasIndex(simulation => simulation.State)
            .HasFilter("state IN ('waiting', 'running')")
            .HasDatabaseName("ix_rule_simulation_to_do");

        // Serves: what was tried with a draft, on its page.
        builder.HasIndex(simulation => simulation.DraftId).HasDatabaseName("ix_rule_simulation_draft");
    }
}

internal sealed class SimulatedCaseTable : IEntityTypeConfiguration<SimulatedCase>
{
    public void Configure(EntityTypeBuilder<SimulatedCase> builder)
    {
        builder.ToTable("rule_simulation_case");

        // Serves: the differences of one simulation, page by page.
        builder.HasKey(row => new { row.SimulationId, row.Ordinal });
    }
}
