namespace Shouwen.Platform.Contract;

/// <summary>
/// One event as it is stored. Rows are never changed. Its key begins with the month in which the case was opened, so that
/// the log can be partitioned by month later and a case never lies in two partitions.
/// </summary>
public sealed class LogEvent
{
    /// <summary>Months counted from year 0 (<see cref="Rules.Contract.Month.Index"/>).</summary>
    public required int Month { get; init; }
    public required long CaseId { get; init; }

    /// <summary>1 for the opening; in the order of recording.</summary>
    public required int Seq { get; init; }
    public required string Type { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? DeviceAt { get; init; }
    public string? By { get; init; }

    /// <summary>With the opening only: what a case is besides its first event (number, rule book, project, where it came from).</summary>
    public string? About { get; init; }

    /// <summary>The event's fields as JSON, personal text replaced by salted digests.</summary>
    public required string Data { get; init; }

    /// <summary>SHA-256 over the hash of the case's event before and every column of this one.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>The clear text of an event's personal fields. Erasing empties salt and text; the digest in the log stays.</summary>
public sealed class LogText
{
    public required int Month { get; init; }
    public required long CaseId { get; init; }
    public required int Seq { get; init; }

    /// <summary>Once erased, a hash over the key and the time of erasing instead: the salt itself must go with the words.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>Field by field as a JSON object of texts.</summary>
    public string? Text { get; init; }
    public DateTimeOffset? ErasedAt { get; init; }
}

/// <summary>One append: which case grew, to which event. The chain over these rows notices a case that is gone.</summary>
public sealed class LogHead
{
    public required long Position { get; init; }
    public required int Month { get; init; }
    public required long CaseId { get; init; }
    public required int Seq { get; init; }
    public required byte[] CaseHash { get; init; }

    /// <summary>SHA-256 over the chain hash of the position before and every column of this one.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>The end of the log, in one row.</summary>
public sealed class LogTip
{
    public required int Id { get; init; }
    public required long Position { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The last case id given out; a gap is allowed, a second use is not.</summary>
    public required long LastCase { get; init; }
}
