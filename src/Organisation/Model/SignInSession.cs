using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Model;

/// <summary>A browser in which somebody is signed in. While the row is there the session lives; ending it removes the row.</summary>
internal sealed class SignInSession
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required string StaffId { get; init; }
    public required Instant StartedAt { get; init; }

    /// <summary>The last request, to the minute.</summary>
    public required Instant SeenAt { get; init; }
    public required string Address { get; init; }
    public required string Browser { get; init; }
}

internal sealed class SignInSessionTable : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("sign_in_session");
        builder.HasKey(session => session.Id);

        // Serves: the sessions of an account, to list and to end them.
        builder.HasIndex(session => session.AccountId);
    }
}
