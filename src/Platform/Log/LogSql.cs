using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Log;

/// <summary>All SQL over the log's tables. Plain SQL: both stores understand it.</summary>
internal static class LogSql
{
    public const string Tip = "SELECT position, hash, last_case FROM log_tip WHERE id = 1";

    public const string MoveTip = "UPDATE log_tip SET position = @position, hash = @hash, last_case = @last_case WHERE id = 1";

    public const string InsertHead =
        "INSERT INTO log_head (position, month, case_id, seq, case_hash, hash) VALUES (@position, @month, @case, @seq, @case_hash, @hash)";

    public const string InsertEvent =
        "INSERT INTO log_event (month, case_id, seq, type, at, received_at, recorded_at, device_at, \"by\", about, data, hash) "
        + "VALUES (@month, @case, @seq, @type, @at, @received, @recorded, @device, @by, @about, @data, @hash)";

    public const string InsertText = "INSERT INTO log_text (month, case_id, seq, salt, text) VALUES (@month, @case, @seq, @salt, @text)";

    public const string TextsLeft = "SELECT seq FROM log_text WHERE month = @month AND case_id = @case AND erased_at IS NULL";

    public const string EraseText =
        "UPDATE log_text SET salt = @mark, text = NULL, erased_at = @at WHERE month = @month AND case_id = @case AND seq = @seq";

    public const string EventsOfCase = "SELECT " + EventColumns + " FROM log_event e WHERE month = @month AND case_id = @case ORDER BY seq";

    public const string TextsOfCase = "SELECT " + TextColumns + " FROM log_text t WHERE month = @month AND case_id = @case ORDER BY seq";

    /// <summary>The whole log in the order of its key, each event with its words.</summary>
    public const string AllEvents =
        "SELECT "
        + EventColumns
        + ", "
        + TextColumns
        + " FROM log_event e LEFT JOIN log_text t ON t.month = e.month AND t.case_id = e.case_id AND t.seq = e.seq"
        + " ORDER BY e.month, e.case_id, e.seq";

    public const string AllHeads = "SELECT position, month, case_id, seq, case_hash, hash FROM log_head ORDER BY position";

    public const string HeadsByCase = "SELECT position, month, case_id, seq, case_hash, hash FROM log_head ORDER BY month, case_id, seq";

    public const string TextsWithoutEvent =
        "SELECT t.month, t.case_id, t.seq FROM log_text t LEFT JOIN log_event e"
        + " ON e.month = t.month AND e.case_id = t.case_id AND e.seq = t.seq WHERE e.seq IS NULL";

    private const long Earliest = -62_135_596_800_000_000;
    private const long Latest = 253_402_300_799_000_000;

    private const int EventColumnCount = 12;

    private const string EventColumns =
        "e.month, e.case_id, e.seq, e.type, e.at, e.received_at, e.recorded_at, e.device_at, e.\"by\", e.about, e.data, e.hash";

    private const string TextColumns = "t.month, t.case_id, t.seq, t.salt, t.text, t.erased_at";

    public static LogEvent ReadEvent(Row row) =>
        new()
        {
            Month = row.Int(0),
            CaseId = row.Long(1),
            Seq = row.Int(2),
            Type = row.Text(3),
            At = Time(row.Long(4)),
            ReceivedAt = Time(row.Long(5)),
            RecordedAt = Time(row.Long(6)),
            DeviceAt = row.IsNull(7) ? null : Time(row.Long(7)),
            By = row.IsNull(8) ? null : row.Text(8),
            About = row.IsNull(9) ? null : row.Text(9),
            Data = row.Text(10),
            Hash = row.Bytes(11),
        };

    public static (LogEvent Event, LogText? Text) ReadEventWithText(Row row) =>
        (ReadEvent(row), row.IsNull(EventColumnCount) ? null : ReadText(row, EventColumnCount));

    public static LogText ReadText(Row row, int first) =>
        new()
        {
            Month = row.Int(first),
            CaseId = row.Long(first + 1),
            Seq = row.Int(first + 2),
            Salt = row.IsNull(first + 3) ? null : row.Bytes(first + 3),
            Text = row.IsNull(first + 4) ? null : row.Text(first + 4),
            ErasedAt = row.IsNull(first + 5) ? null : Time(row.Long(first + 5)),
        };

    public static LogHead ReadHead(Row row) =>
        new()
        {
            Position = row.Long(0),
            Month = row.Int(1),
            CaseId = row.Long(2),
            Seq = row.Int(3),
            CaseHash = row.Bytes(4),
            Hash = row.Bytes(5),
        };

    public static long Micros(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>A number that is no time can only come from tampering; it becomes one whose hash is another.</summary>
    private static DateTimeOffset Time(long micros) =>
        micros is < Earliest or > Latest
            ? DateTimeOffset.MaxValue
            : new DateTimeOffset((micros * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero);
}
