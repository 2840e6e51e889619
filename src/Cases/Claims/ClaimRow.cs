using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>A claim as lists and figures need it: a projection of its events and records, replaced with its case.</summary>
internal sealed class ClaimRow
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "case_id",
        "ordinal",
        "progress",
        "raised_at",
        "cause",
        "contractor",
        "proposed_fen",
        "level",
        "person",
        "unsigned_by",
        "granted_fen",
        "paid_fen",
        "paid_at",
        "due_at",
    ];

    public required long CaseId { get; init; }
    public required int Ordinal { get; init; }
    public required ClaimProgress Progress { get; init; }
    public required Instant RaisedAt { get; init; }
    public string? Cause { get; init; }
    public string? Contractor { get; init; }

    /// <summary>What the report proposes; before it, what the customer asked for.</summary>
    public long? ProposedFen { get; init; }

    /// <summary>The role whose approval is awaited, and whom the order names for it.</summary>
    public string? Level { get; init; }
    public string? Person { get; init; }

    /// <summary>Who approved by telephone and has not signed.</summary>
    public string? UnsignedBy { get; init; }
    public long? GrantedFen { get; init; }
    public long? PaidFen { get; init; }
    public Instant? PaidAt { get; init; }

    /// <summary>The end of the clock that runs: of the report, or of the filing.</summary>
    public Instant? DueAt { get; init; }

    public object?[] Values() =>
        [
            CaseId,
            (long)Ordinal,
            EnumCode.Of(Progress),
            RaisedAt.Micros,
            Cause,
            Contractor,
            ProposedFen,
            Level,
            Person,
            UnsignedBy,
            GrantedFen,
            PaidFen,
            PaidAt?.Micros,
            DueAt?.Micros,
        ];
}

internal sealed class ClaimTable : IEntityTypeConfiguration<ClaimRow>
{
    public void Configure(EntityTypeBuilder<ClaimRow> builder)
    {
        builder.ToTable("claim");

        // Serves: the claims of one case.
        builder.HasKey(row => new { row.CaseId, row.Ordinal });
        builder.Property(row => row.Progress).HasConversion<AsCode<ClaimProgress>>();

        // Serves: the list of claims, newest first.
        builder
            .HasIndex(row => new
            {
                row.RaisedAt,
                row.CaseId,
                row.Ordinal,
            })
            .HasDatabaseName("ix_claim_raised");

        // Serves: the claims that wait for somebody.
        builder.HasIndex(row => row.Person).HasFilter("person IS NOT NULL").HasDatabaseName("ix_claim_person");

        // Serves: what was approved by telephone and not signed.
        builder.HasIndex(row => row.UnsignedBy).HasFilter("unsigned_by IS NOT NULL").HasDatabaseName("ix_claim_unsigned");
    }
}

/// <summary>Keeps the claims of a case: only a case that had one is looked at twice.</summary>
internal static class ClaimSql
{
    private const int FenPerYuan = 100;

    public static readonly RowSql Claims = new("claim", 2, ClaimRow.Columns);

    public static void Replace(WriteSession session, CaseKey key, CaseHistory history, Judgement judgement)
    {
        if (HasClaim(history))
        {
            Claims.Replace(session, key.CaseId, Rows(key, history, EventLog.Read(session, key), judgement), out _);
        }
    }

    /// <summary>The rows as they must stand: what Replace writes, and what verify compares with.</summary>
    public static List<object?[]> Rows(CaseKey key, CaseHistory history, IReadOnlyList<LogEvent> rows, Judgement judgement)
    {
        if (!HasClaim(history))
        {
            return [];
        }

        var version = history.Book.At(history.State.LastAt);
        var terms = version.Authority is null ? null : new ClaimTerms(version, history.Events);
        return [.. ClaimFold.Of(rows).Select(claim => Row(key.CaseId, claim, terms, judgement).Values())];
    }

    private static bool HasClaim(CaseHistory history) => history.Events.Any(happened => happened.Type == EventType.ClaimRaised);

    private static ClaimRow Row(long caseId, Claim claim, ClaimTerms? terms, Judgement judgement)
    {
        var level =
            claim.Progress == ClaimProgress.Reported && claim.Report is not null && terms is not null ? terms.Pending(claim)[0] : null;
        return new ClaimRow
        {
            CaseId = caseId,
            Ordinal = claim.Ordinal,
            Progress = claim.Progress,
            RaisedAt = claim.RaisedAt,
            Cause = claim.Report?.Cause,
            Contractor = claim.Report?.Contractor,
            ProposedFen = Fen(claim.Report?.Amount ?? claim.Claimed),
            Level = level,
            Person = level is null ? null : terms!.PersonOf(level),
            UnsignedBy = claim.Approvals.FirstOrDefault(each => each.IsUnsigned)?.Person,
            GrantedFen = Fen(claim.GrantedAmount),
            PaidFen = Fen(claim.Payment?.Amount),
            PaidAt = claim.Payment?.PaidAt,
            DueAt = DueAt(claim, judgement),
        };
    }

    /// <summary>EG-34 knows two clocks: until the report, and from the decision until the filing.</summary>
    private static Instant? DueAt(Claim claim, Judgement judgement)
    {
        var (clock, from) =
            claim.ReportedAt is null ? ("claim.report", claim.RaisedAt)
            : claim is { DecidedAt: { } decided, FiledAt: null } ? ("claim.file", decided)
            : ("", default);
        return judgement.Clocks.FirstOrDefault(each => each.Id == clock && each.StartedAt == from)?.DueAt;
    }

    private static long? Fen(decimal? yuan) => yuan is { } amount ? (long)(amount * FenPerYuan) : null;
}
