using Shouwen.Platform.Log;

namespace Shouwen.Platform.Contract;

/// <summary>Where a case lies in the log.</summary>
public readonly record struct CaseKey(int Month, long CaseId);

/// <summary>The last event of a case: its number and hash.</summary>
public readonly record struct CaseHead(int Seq, byte[] Hash)
{
    public static readonly CaseHead None = new(0, Chain.Start);
}

/// <summary>An event on its way into the log.</summary>
public sealed record NewEntry(string Type, DateTimeOffset At, DateTimeOffset RecordedAt, string? By, string Data)
{
    public DateTimeOffset? ReceivedAt { get; init; }
    public DateTimeOffset? DeviceAt { get; init; }
    public string? About { get; init; }

    /// <summary>The personal words whose digests stand in <see cref="Data"/> or <see cref="About"/>.</summary>
    public TextSeal? Seal { get; init; }
}

/// <summary>The append-only log of all cases: written here and nowhere else.</summary>
public sealed class EventLog
{
    private readonly WriteSession session;
    private readonly Chain chain = new();
    private long position;
    private long lastCase;
    private byte[] tip;

    private EventLog(WriteSession session)
    {
        this.session = session;
        (position, tip, lastCase) = session.Query(LogSql.Tip, row => (row.Long(0), row.Bytes(1), row.Long(2)))[0];
    }

    /// <summary>Opens the log for the appends of one request; <see cref="Finish"/> ends them.</summary>
    public static EventLog Begin(WriteSession session) => new(session);

    public long NewCase() => ++lastCase;

    /// <summary>Adds events to one case in the order of recording, and one link to the chain over the heads.</summary>
    public CaseHead Append(CaseKey key, CaseHead head, params ReadOnlySpan<NewEntry> entries)
    {
        foreach (var entry in entries)
        {
            head = Append(key, head, entry);
        }

        position++;
        tip = chain.OfHead(tip, position, key.Month, key.CaseId, head.Seq, head.Hash);
        session.Run(LogSql.InsertHead, position, key.Month, key.CaseId, head.Seq, head.Hash, tip);
        return head;
    }

    public void Finish() => session.Run(LogSql.MoveTip, position, tip, lastCase);

    public static List<LogEvent> Read(Session session, CaseKey key) =>
        session.Query(LogSql.EventsOfCase, LogSql.ReadEvent, key.Month, key.CaseId);

    public static List<LogText> Texts(Session session, CaseKey key) =>
        session.Query(LogSql.TextsOfCase, row => LogSql.ReadText(row, 0), key.Month, key.CaseId);

    /// <summary>
    /// Empties the words of a case, and their salts: without the salt nobody can try words against the digest. The log's
    /// hashes stay valid. Returns how many events had words left.
    /// </summary>
    public static int Erase(WriteSession session, CaseKey key, DateTimeOffset at)
    {
        var erasure = new Chain();
        var left = session.Query(LogSql.TextsLeft, row => row.Int(0), key.Month, key.CaseId);
        foreach (var seq in left)
        {
            session.Run(LogSql.EraseText, erasure.OfErasure(key.Month, key.CaseId, seq, at), LogSql.Micros(at), key.Month, key.CaseId, seq);
        }

        return left.Count;
    }

    private CaseHead Append(CaseKey key, CaseHead head, NewEntry entry)
    {
        var row = new LogEvent
        {
            Month = key.Month,
            CaseId = key.CaseId,
            Seq = head.Seq + 1,
            Type = entry.Type,
            At = entry.At,
            ReceivedAt = entry.ReceivedAt ?? entry.RecordedAt,
            RecordedAt = entry.RecordedAt,
            DeviceAt = entry.DeviceAt,
            By = entry.By,
            About = entry.About,
            Data = entry.Data,
            Hash = [],
        };
        var hash = chain.OfEvent(head.Hash, row);
        session.Run(
            LogSql.InsertEvent,
            row.Month,
            row.CaseId,
            row.Seq,
            row.Type,
            LogSql.Micros(row.At),
            LogSql.Micros(row.ReceivedAt),
            LogSql.Micros(row.RecordedAt),
            row.DeviceAt is { } device ? LogSql.Micros(device) : null,
            row.By,
            row.About,
            row.Data,
            hash
        );
        if (entry.Seal is { Any: true } seal)
        {
            session.Run(LogSql.InsertText, row.Month, row.CaseId, row.Seq, seal.Salt, seal.Text);
        }

        return new CaseHead(row.Seq, hash);
    }
}
