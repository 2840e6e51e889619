using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shouwen.Platform.Contract;

/// <summary>Somebody looked at what is not shown to everybody, or took data out.</summary>
public sealed class AccessNote
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Staff { get; init; }

    /// <summary>What was done: "phone.shown", "cases.exported".</summary>
    public required string Action { get; init; }

    /// <summary>To what: a case's number, the address of an export.</summary>
    public required string Subject { get; init; }
}

/// <summary>Writes down who looked.</summary>
public sealed class AccessLog(Database database, TimeProvider clock)
{
    private const string Add = "INSERT INTO access_note (at, staff, action, subject) VALUES (@at, @staff, @action, @subject)";

    /// <summary>Done before the thing is shown: what could not be written down is not shown.</summary>
    public Task Note(Me me, string action, string subject, CancellationToken cancellation = default)
    {
        var at = clock.GetUtcNow();
        return database.Writer.Write(
            session =>
                session.Run(
                    Add,
                    (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
                    me.StaffId,
                    action,
                    subject
                ),
            cancellation
        );
    }
}

internal sealed class AccessNoteTable : IEntityTypeConfiguration<AccessNote>
{
    public void Configure(EntityTypeBuilder<AccessNote> builder)
    {
        builder.ToTable("access_note");
        builder.HasKey(note => note.Id);

        // Serves: who looked at this case.
        builder.HasIndex(note => note.Subject).HasDatabaseName("ix_access_note_subject");
    }
}
