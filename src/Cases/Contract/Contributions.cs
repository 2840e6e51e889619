using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>What a higher module offers somebody on the page of a case, as a link; null where it has nothing to offer.</summary>
public delegate CaseOffer? OfferOnCase(Me me, CaseFile file, Instant now);

public sealed record CaseOffer(Words Name, string Href);

/// <summary>
/// What a higher module shows beside the form that registers a case. The component gets what stands in the demand when the
/// page is made (Typed) and the id of the field it is typed in (Field).
/// </summary>
public sealed record IntakePanel(Type Component);

/// <summary>What waits for the reader in one part of the application, for the head of the overview; null where it is not theirs.</summary>
public delegate Task<Waiting?> WaitsForReader(Db db, ReadSession session, Reader reader, CancellationToken cancellation);

public sealed record Waiting(Words Name, string Href, int Count)
{
    /// <summary>Nobody needs to know how many hundreds: it is counted no further than one more.</summary>
    public const int Most = 99;
}
