using System.Collections.Frozen;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Import;

/// <summary>What a column of the file is to us.</summary>
internal enum CaseField : byte
{
    Reference,
    OpenedAt,
    ClosedAt,
    Status,
    Category,
    Project,
    Unit,
    Channel,
    Demand,
    ClosingText,
    Customer,
    Phone,
}

/// <summary>How the columns of one file become a case: columns, date forms, zone and words, checked against the file.</summary>
/// <param name="Source">The first half of a row's identity, (source, reference).</param>
/// <param name="Rules">The rule book of the imported cases.</param>
internal sealed record CaseMap(string Source, string Rules)
{
    public static readonly TimeZoneInfo HomeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The columns of each field; a field of several is their texts, one below the other.</summary>
    public required IReadOnlyDictionary<CaseField, int[]> Columns { get; init; }

    public required string[] Dates { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>What the status column says of an open and of a closed case.</summary>
    public FrozenSet<string> Open { get; init; } = [];

    public FrozenSet<string> Closed { get; init; } = [];

    /// <summary>Other words for the values of a field.</summary>
    public IReadOnlyDictionary<CaseField, FrozenDictionary<string, string>> Values { get; init; } =
        FrozenDictionary<CaseField, FrozenDictionary<string, string>>.Empty;

    public Instant Instant(DateTime local)
    {
        var (date, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));

        // What the clock showed minus eight hours. In a zone with summer time an hour that comes twice is the later one.
        return ReferenceEquals(Zone, HomeZone)
            ? Shouwen.Rules.Contract.Instant.At(date, time)
            : Shouwen.Rules.Contract.Instant.From(new DateTimeOffset(local, Zone.GetUtcOffset(local)));
    }
}
