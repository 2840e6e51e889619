using Shouwen.Platform.Contract;

namespace Shouwen.Messaging.Contract;

/// <summary>Somebody who is told and has no staff record: a customer.</summary>
/// <param name="Name">Who.</param>
/// <param name="Phone">Where; null when nobody knows.</param>
/// <param name="Path">The page the message leads to. It may hold a secret, so it stands in no row of the outbox.</param>
public sealed record Outsider(string Name, string? Phone, string? Path);

/// <summary>Asked at the moment of sending; null when there is nobody, or nothing to be told, any more.</summary>
public delegate Outsider? FindOutsider(Session session, NewMessage message);
