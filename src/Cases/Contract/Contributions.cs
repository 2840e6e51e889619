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
