using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Hooks;

/// <summary>Another program that wants to be told. Its messages lie in the outbox under <see cref="Person"/>.</summary>
internal sealed class WebHook
{
    private const string Prefix = "hook:";

    public long Id { get; init; }
    public required string Url { get; init; }

    /// <summary>Signs every request. In clear, as it must be to sign; shown once.</summary>
    public required string Secret { get; init; }

    /// <summary>What it is told of, separated by spaces: see <see cref="Contract.WebHooks.Kinds"/>.</summary>
    public required string Kinds { get; init; }
    public required string MadeBy { get; init; }
    public required Instant MadeAt { get; init; }

    /// <summary>Since when no delivery has arrived; null while they do.</summary>
    public Instant? FailingSince { get; init; }
    public Instant? DisabledAt { get; init; }

    public static string PersonOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{id}");

    /// <summary>The hook a message is for; null when it is for a person.</summary>
    public static long? IdIn(string person) =>
        person.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(person.AsSpan(Prefix.Length), System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    public static bool Takes(string kinds, string kind) =>
        kinds
            .Split(' ')
            .Any(wanted =>
                wanted == kind
                || (wanted.EndsWith(".*", StringComparison.Ordinal) && kind.StartsWith(wanted[..^1], StringComparison.Ordinal))
            );
}

internal sealed class WebHookTable : IEntityTypeConfiguration<WebHook>
{
    public void Configure(EntityTypeBuilder<WebHook> builder)
    {
        builder.ToTable("web_hook");
        builder.HasKey(hook => hook.Id);

        // Serves: whom to tell, asked at every change of a case.
        builder.HasIndex(hook => hook.Id, "ix_web_hook_active").HasFilter("disabled_at IS NULL");
    }
}
