using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Model;

/// <summary>What a program signs in with: it acts as one member of staff. Only the digest is kept; the token is shown once.</summary>
internal sealed class ApiToken
{
    public long Id { get; init; }
    public required byte[] Hash { get; init; }
    public required string StaffId { get; init; }

    /// <summary>What it is for, in the words of whoever made it.</summary>
    public required string Name { get; init; }
    public required Instant CreatedAt { get; init; }
    public Instant? ExpiresAt { get; init; }
    public Instant? RevokedAt { get; init; }

    /// <summary>The last call, to the minute.</summary>
    public Instant? UsedAt { get; init; }
}

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_token");
        builder.HasKey(token => token.Id);

        // Serves: a call with a token.
        builder.HasIndex(token => token.Hash).IsUnique();

        // Serves: the tokens of a member of staff.
        builder.HasIndex(token => token.StaffId);
    }
}
