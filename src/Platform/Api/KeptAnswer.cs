using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Api;

/// <summary>The first answer to a request with an Idempotency-Key, committed together with what the request did.</summary>
internal sealed class KeptAnswer
{
    public required string Caller { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 over the method, the address and the body.</summary>
    public required byte[] Request { get; init; }
    public required int Status { get; init; }
    public string? Location { get; init; }
    public string? Tag { get; init; }
    public required byte[] Body { get; init; }
    public required Instant At { get; init; }
}

internal sealed class KeptAnswerTable : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("kept_answer");

        // Serves: "was this asked before?".
        builder.HasKey(kept => new { kept.Caller, kept.Key });

        // Serves: forgetting what is a week old.
        builder.HasIndex(kept => kept.At);
    }
}
