using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>A place was added or renamed; whoever keeps something beside it follows in the same transaction.</summary>
public delegate void WhenPlaceKept(WriteSession session, Place place);

/// <summary>An owner asked for a code; whoever can reach a telephone takes it up in the same transaction.</summary>
public delegate void WhenOwnerCodeIssued(WriteSession session, OwnerCodeIssued issued);

/// <summary>A code on its way to an owner's telephone. It is nowhere else in clear.</summary>
public sealed record OwnerCodeIssued(string Phone, string Code, Instant ExpiresAt);

/// <summary>The customers behind a telephone, given as its digits; none when nobody is known by it.</summary>
public delegate IReadOnlyList<long> OwnersOfPhone(Session session, string digits);
