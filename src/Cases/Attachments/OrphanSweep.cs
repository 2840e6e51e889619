using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>
/// Removes files that no row names: an upload that was refused after its files were kept, or was cut off. Asked and removed
/// inside the writer, so that nobody names a file while it goes. Safe to run twice.
/// </summary>
internal sealed class OrphanSweep(Database database, FileStore store)
{
    /// <summary>Younger files may belong to an upload that is still under way.</summary>
    internal static readonly TimeSpan Young = TimeSpan.FromDays(1);

    /// <summary>The disk dates its files by the machine's clock.</summary>
    public async Task<long> Run(CancellationToken cancellation) =>
        await Sweep(database, store, TimeProvider.System.GetUtcNow() - Young, cancellation);

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
