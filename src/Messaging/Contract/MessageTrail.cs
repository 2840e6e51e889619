using Microsoft.EntityFrameworkCore;
using Shouwen.Messaging.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Contract;

/// <summary>What became of one message to one person.</summary>
/// <param name="At">When it fell due.</param>
/// <param name="PutAt">When it was written down.</param>
/// <param name="ReadAt">When the person saw it in the application.</param>
/// <param name="Ways">What happened on each channel; none when no channel is set up, or not planned yet.</param>
public sealed record MessageTrail(string Kind, Instant At, Instant PutAt, Instant? ReadAt, IReadOnlyList<MessageTrail.Way> Ways)
{
    private const int Newest = 60;

    /// <param name="SentAt">Null while it is on its way, and for ever when it was given up.</param>
    /// <param name="NextAt">The next attempt, of one that is on its way; quiet hours move it.</param>
    public sealed record Way(string Channel, Instant? SentAt, bool GivenUp, Instant NextAt, int Attempts);

    /// <summary>The newest messages to a person about a case, or with an empty subject about many.</summary>
    public static async Task<IReadOnlyList<MessageTrail>> Of(Db db, string subject, string person, CancellationToken cancellation)
    {
        var messages = await db.Set<OutboxMessage>()
            .AsNoTracking()
            .Where(message => message.Person == person && message.Subject == subject)
            .OrderByDescending(message => message.Id)
            .Take(Newest)
            .ToListAsync(cancellation);
        var ids = messages.ConvertAll(message => message.Id);
        var deliveries = await db.Set<Delivery>()
            .AsNoTracking()
            .Where(delivery => ids.Contains(delivery.MessageId))
            .ToListAsync(cancellation);
        var ways = deliveries.ToLookup(delivery => delivery.MessageId, WayOf);
        return
        [
            .. messages.Select(message => new MessageTrail(message.Kind, message.At, message.PutAt, message.ReadAt, [.. ways[message.Id]])),
        ];
    }

    private static Way WayOf(Delivery delivery) =>
        new(delivery.Channel, delivery.SentAt, delivery.State == DeliveryState.Dead, delivery.NextAt, delivery.Attempts);
}
