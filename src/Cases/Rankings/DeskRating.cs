using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>How a customer rated a specialist's desk, as the log has it.</summary>
internal readonly record struct DeskRating(string Specialist, int Score, string? Project)
{
    /// <summary>SQLite takes the index only where the query names the type as the index does, and not by a parameter.</summary>
    private const string IsRating = "type = '" + RecordRule.Prefix + DeskRatings.Record + "'";

    private const string OfMonth =
        "SELECT json_extract(e.data, '$.specialist'), json_extract(e.data, '$.score'), c.project"
        + " FROM log_event e JOIN cases c ON c.case_id = e.case_id WHERE e."
        + IsRating
        + " AND e.at >= @from AND e.at < @until ORDER BY e.at";

    public static List<DeskRating> Of(Session session, Month month) =>
        session.Query(
            OfMonth,
            row => new DeskRating(row.Text(0), row.Int(1), row.TextOrNull(2)),
            month.Begins().Micros,
            month.After().Begins().Micros
        );

    /// <summary>Ratings are records of the log, read there: a copy would have to be kept and checked.</summary>
    internal sealed class Index : IEntityTypeConfiguration<LogEvent>
    {
        // Serves: the ratings of a month, among all that was ever recorded.
        public void Configure(EntityTypeBuilder<LogEvent> builder) =>
            builder.HasIndex(row => row.At, "ix_log_event_desk_rated").HasFilter(IsRating);
    }
}
