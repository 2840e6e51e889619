using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>How far the text index has followed the log, in one row.</summary>
/// <param name="Id">Always 1.</param>
/// <param name="Position">The last append whose words are in.</param>
/// <param name="Erasures">How often words were erased.</param>
internal sealed record SearchMarkRow(int Id, long Position, long Erasures);

/// <summary>The SQL of the text index's bookkeeping.</summary>
internal static class SearchSql
{
    public static readonly TextIndex Index = new("text_index");

    public const string MoveMark = "UPDATE search_mark SET position = @position WHERE id = 1";

    public const string CountErasure = "UPDATE search_mark SET erasures = erasures + 1 WHERE id = 1";

    private const string ReadMark = "SELECT id, position, erasures FROM search_mark WHERE id = 1";

    private const string ReadHeads =
        "SELECT position, month, case_id FROM log_head WHERE position > @position ORDER BY position LIMIT @most";

    private const string ReadCase = "SELECT number, project, unit, merged_into FROM cases WHERE case_id = @case_id";

    // A range, not LIKE: only a range is looked up in the index on both stores.
    private const string ReadNumbers = "SELECT case_id FROM cases WHERE number >= @from AND number < @to ORDER BY number DESC LIMIT @most";

    public static SearchMarkRow Mark(Session session) =>
        session.Query(ReadMark, row => new SearchMarkRow(row.Int(0), row.Long(1), row.Long(2)))[0];

    public static List<(long Position, CaseKey Key)> HeadsAfter(Session session, long position, int most) =>
        session.Query(ReadHeads, row => (row.Long(0), new CaseKey(row.Int(1), row.Long(2))), position, most);

    public static List<long> NumberedLike(Session session, string beginning, int most) =>
        session.Query(ReadNumbers, row => row.Long(0), beginning, beginning + '\uffff', most);

    public static (string Number, string? Project, string? Unit, string? MergedInto)? About(Session session, long caseId)
    {
        var found = session.Query(ReadCase, row => (row.Text(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3)), caseId);
        return found.Count == 0 ? null : found[0];
    }
}
