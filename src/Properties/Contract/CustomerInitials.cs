using Shouwen.Platform.Contract;

namespace Shouwen.Properties.Contract;

/// <summary>
/// Gives initials to customers that came without: a migration made them of the owners beside the homes, and SQL knows no
/// pinyin. Safe to run twice and beside other writers.
/// </summary>
public static class CustomerInitials
{
    private const int Batch = 500;

    // Served by ix_customer_initials: those without stand together.
    private const string Missing = "SELECT id, name FROM customer WHERE initials = '' AND id > @after ORDER BY id LIMIT @most";

    private const string Fill = "UPDATE customer SET initials = @initials WHERE id = @id AND name = @name AND initials = ''";

    /// <summary>Returns how many were given. A name without a letter in it stays without, and so does everybody while there is no collation.</summary>
    public static async Task<int> FillMissing(Database database, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (!Pinyin.IsAvailable)
        {
            return 0;
        }

        var (filled, after) = (0, 0L);
        while (true)
        {
            var batch = Read(database, after);
            if (batch.Count == 0)
            {
                return filled;
            }

            var readable = batch
                .Select(each => (each.Id, each.Name, Initials: Pinyin.Initials(each.Name)))
                .Where(each => each.Initials.Length > 0)
                .ToList();
            filled += readable.Count == 0 ? 0 : await database.Writer.Write(session => Write(session, readable), cancellation);
            after = batch[^1].Id;
        }
    }

    private static List<(long Id, string Name)> Read(Database database, long after)
    {
        using var session = database.Read();
        return session.Query(Missing, row => (row.Long(0), row.Text(1)), after, Batch);
    }

    private static int Write(WriteSession session, List<(long Id, string Name, string Initials)> readable) =>
        readable.Sum(each => session.Run(Fill, each.Initials, each.Id, each.Name));
}
