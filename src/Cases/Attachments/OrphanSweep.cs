using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>
/// Removes files that no row names: an upload that was refused after its files were kept, or was cut off. Asked and removed
/// inside the writer, so that nobody names a file while it goes. Safe to run twice.
/// </summary>
internal sealed class OrphanSweep(Database database, FileStore store, TimeProvider clock, ILogger<OrphanSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary>Younger files may belong to an upload that is still under way.</summary>
    internal static readonly TimeSpan Young = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(database, store, TimeProvider.System.GetUtcNow() - Young, stoppingToken);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DatabaseException)
            {
                log.LogError(problem, "Files without a case were not removed; it is tried again in {Every}", Every);
            }
        }
    }

    /// <summary>Returns how many files went.</summary>
    internal static async Task<int> Sweep(Database database, FileStore store, DateTimeOffset olderThan, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var file in store.NotTouchedSince(olderThan).ToList())
        {
            removed += await database.Writer.Write(session => RemoveUnused(session, store, file), cancellation);
        }

        store.RemoveUnfinishedSince(olderThan);
        return removed;
    }

    private static int RemoveUnused(WriteSession session, FileStore store, string file)
    {
        if (AttachmentSql.IsUsed(session, file))
        {
            return 0;
        }

        store.Remove(file);
        return 1;
    }
}
