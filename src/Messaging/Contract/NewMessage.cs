using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Contract;

/// <summary>
/// Something a person is to be told. <see cref="Subject"/>, <see cref="Kind"/>, <see cref="Occurrence"/> and
/// <see cref="Person"/> together are its identity: whoever puts it again, for whatever reason, puts nothing.
/// </summary>
public sealed record NewMessage
{
    /// <summary>The parameter that names the page a message leads to, where that is not the case's own.</summary>
    public const string Path = "path";

    /// <summary>Begins the kinds that go to customers, and the id of who is told: they go by short message only, never to a group.</summary>
    public const string CustomerPrefix = "customer.";

    /// <summary>The number of the case it is about; "" for one about many.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The kind in the rule book's words ("daily.reminder"); names the sentences it is written in.</summary>
    public required string Kind { get; init; }

    /// <summary>Which of its kind: the day of a daily one, the moment of one that follows an event.</summary>
    public required string Occurrence { get; init; }

    /// <summary>The staff id of who is told; for a customer the prefix and the number of the record.</summary>
    public required string Person { get; init; }

    /// <summary>The clause that demands it.</summary>
    public string Clause { get; init; } = "";

    /// <summary>When it falls due; it does not leave before.</summary>
    public required Instant At { get; init; }

    /// <summary>Quiet hours hold it back. What a clause demands at a time is never quiet.</summary>
    public bool IsCare { get; init; }

    /// <summary>What the sentences and the gateway's templates fill in, by name. No personal text: it could not be erased here.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
