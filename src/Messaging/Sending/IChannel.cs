using Shouwen.Messaging.Contract;

namespace Shouwen.Messaging.Sending;

/// <summary>A way out of the building. The inbox and the administrator's page are not channels: they show what was put.</summary>
internal interface IChannel
{
    /// <summary>The name in the delivery log; it must not change while deliveries wait.</summary>
    string Name { get; }

    /// <summary>Whether messages of this kind go this way at all.</summary>
    bool Takes(string kind);

    /// <summary>Whether it reaches one person alone: customers are told over no other.</summary>
    bool IsPrivate => false;

    /// <summary>Sends once, without trying again. Throws when it did not arrive.</summary>
    Task<SendResult> Send(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>A message made ready for the wire.</summary>
/// <param name="Key">The same at each attempt: the other side tells a repeat by it.</param>
/// <param name="Message">What was put.</param>
/// <param name="To">Who is told.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">All of it, with the link.</param>
internal sealed record OutgoingMessage(string Key, NewMessage Message, Recipient To, string Title, string Text)
{
    /// <summary>The whole address of a customer's page.</summary>
    public string? Link { get; init; }
}

/// <summary>How a person can be reached; what is not known is null.</summary>
internal sealed record Recipient(string StaffId, string Name, string? Phone, string? Mail);

internal enum SendOutcome
{
    Sent,

    /// <summary>Trying again may help.</summary>
    Failed,

    /// <summary>Nobody knows where to send it: trying again helps only after somebody has entered an address.</summary>
    NoAddress,
}

/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">For the delivery log. Never an address with a key in it, never a secret.</param>
internal readonly record struct SendResult(SendOutcome Outcome, string Detail)
{
    public static SendResult Sent(string detail) => new(SendOutcome.Sent, detail);

    public static SendResult Failed(string detail) => new(SendOutcome.Failed, detail);

    public static SendResult NoAddress(string detail) => new(SendOutcome.NoAddress, detail);
}
