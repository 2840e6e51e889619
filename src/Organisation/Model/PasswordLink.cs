using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Model;

/// <summary>The one-time address at which somebody sets the password of an account. Only the digest of its secret is kept.</summary>
internal sealed class PasswordLink
{
    public required string AccountId { get; init; }
    public required byte[] Hash { get; init; }
    public required Instant ExpiresAt { get; init; }
}

internal sealed class PasswordLinkTable : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.ToTable("password_link");

        // One for an account: a new link puts out the old one.
        builder.HasKey(link => link.AccountId);

        // Serves: opening the link.
        builder.HasIndex(link => link.Hash).IsUnique();
    }
}
