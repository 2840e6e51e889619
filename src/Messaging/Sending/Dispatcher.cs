using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Hooks;
using Shouwen.Messaging.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Sending;

/// <summary>
/// Takes what is due from the outbox to the channels. Any number of processes may do so on one database: a delivery is
/// claimed inside the writer before it is sent, and whoever does not hold the claim does not settle it. A process that dies
/// between sending and settling leaves a lease behind; when that has run out the message is sent again with the same key.
/// </summary>
internal sealed class Dispatcher(
    Database database,
    MessagingChannels channels,
    MessagingSettings settings,
    FindOutsider outsiders,
    TimeProvider clock,
    ILogger<Dispatcher> log
)
{
    private const int PlanAtATime = 500;
    private const int SendAtATime = 16;

    /// <summary>Longer than a batch can take at the channels' own time limits.</summary>
    internal static readonly TimeSpan LeaseFor = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, IChannel> ways = channels
        .All.Append(channels.Hooks)
        .ToDictionary(channel => channel.Name, StringComparer.Ordinal);
    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Sends all that is due; returns how many deliveries were tried.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        if (NothingToDo())
        {
            return 0;
        }

        while (await database.Writer.Write(Plan, cancellation) == PlanAtATime) { }

        var tried = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var lease = $"{node}/{Guid.NewGuid():N}";
            var claimed = await Claim(lease, cancellation);
            if (claimed.Count == 0)
            {
                return tried;
            }

            tried += await Send(claimed, lease, cancellation);
        }

        return tried;
    }

    /// <summary>Which ways each message goes. A channel that is set up later does not get the messages of before.</summary>
    internal int Plan(WriteSession session)
    {
        var now = Now();
        var messages = OutboxSql.FindUnplanned(session, now, PlanAtATime);
        foreach (var message in messages)
        {
            foreach (var channel in WaysOf(message.Person, message.Kind))
            {
                OutboxSql.PlanDelivery(session, message.Id, channel.Name, now);
            }

            OutboxSql.MarkPlanned(session, message.Id, now);
        }

        return messages.Count;
    }

    private IEnumerable<IChannel> WaysOf(string person, string kind) =>
        WebHook.IdIn(person) is not null ? [channels.Hooks] : channels.All.Where(channel => Takes(channel, kind));

    private static bool Takes(IChannel channel, string kind) =>
        channel.Takes(kind) && (channel.IsPrivate || !kind.StartsWith(NewMessage.CustomerPrefix, StringComparison.Ordinal));

    internal Task<List<LeasedDelivery>> Claim(string lease, CancellationToken cancellation) =>
        database.Writer.Write(session => OutboxSql.Claim(session, lease, Now(), Now() + LeaseFor, SendAtATime), cancellation);

    /// <summary>Stable over attempts, processes and restarts.</summary>
    internal static string KeyOf(NewMessage message, string channel) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\n', message.Subject, message.Kind, message.Occurrence, message.Person, channel))
            )
        )[..32];

    private bool NothingToDo()
    {
        using var session = database.Read();
        return !OutboxSql.AnythingToDo(session, Now());
    }

    private async Task<int> Send(List<LeasedDelivery> claimed, string lease, CancellationToken cancellation)
    {
        await using var db = database.Context();
        var people = await Recipients.Load(db, claimed.Select(each => each.Message.Person), settings, cancellation);
        var ends = await Task.WhenAll(claimed.Select(each => Try(each, people, cancellation)));
        var now = Now();

        // What was sent is settled even when the process is asked to stop: the wire has it already.
        return await database.Writer.Write(
            session =>
            {
                foreach (var (delivery, end) in claimed.Zip(ends))
                {
                    OutboxSql.Keep(session, delivery, lease, end, node, now);
                    if (WebHook.IdIn(delivery.Message.Person) is { } hook)
                    {
                        WebHookSql.Note(session, hook, end.State == DeliveryState.Sent, now);
                    }
                }

                return claimed.Count;
            },
            CancellationToken.None
        );
    }

    private async Task<Settlement> Try(LeasedDelivery delivery, Dictionary<string, Recipient> people, CancellationToken cancellation)
    {
        var now = Now();
        if (delivery.Message.IsCare && settings.Quiet.Cover(now))
        {
            return new Settlement(DeliveryState.Waiting, delivery.Attempts, settings.Quiet.NextLoud(now), null, "quiet hours");
        }

        var result = await Send(delivery, people, cancellation);
        var attempts = delivery.Attempts + 1;
        return result.Outcome switch
        {
            SendOutcome.Sent => new Settlement(DeliveryState.Sent, attempts, now, null, result.Detail),
            SendOutcome.NoAddress => new Settlement(DeliveryState.Dead, attempts, now, result.Detail, result.Detail),
            SendOutcome.Failed => settings.Backoff.IsExhausted(attempts)
                ? new Settlement(DeliveryState.Dead, attempts, now, result.Detail, result.Detail)
                : new Settlement(DeliveryState.Waiting, attempts, Now() + settings.Backoff.After(attempts), result.Detail, result.Detail),
        };
    }

    private async Task<SendResult> Send(LeasedDelivery delivery, Dictionary<string, Recipient> people, CancellationToken cancellation)
    {
        if (!ways.TryGetValue(delivery.Channel, out var channel))
        {
            return SendResult.Failed($"the channel {delivery.Channel} is not set up in this process");
        }

        var outsider = IsOutsider(delivery.Message) ? FindOutsider(delivery.Message) : null;
        var to =
            channel == channels.Hooks ? WebHookChannel.RecipientOf(delivery.Message)
            : outsider is null ? people.GetValueOrDefault(delivery.Message.Person)
            : new Recipient(delivery.Message.Person, outsider.Name, outsider.Phone, null);
        if (to is null)
        {
            return SendResult.NoAddress($"no record of {delivery.Message.Person}");
        }

        var (title, text) = MessageWording.Of(delivery.Message, settings, outsider?.Path);
        try
        {
            return await channel.Send(
                new OutgoingMessage(KeyOf(delivery.Message, channel.Name), delivery.Message, to, title, text)
                {
                    Link = outsider?.Path is { } path && settings.Address is { } address ? address + path : null,
                },
                cancellation
            );
        }
        catch (Exception problem)
        {
            // Whatever it is, also a stop in mid-flight, it ends this delivery only: the others of the batch are settled.
            // The kind of failure only: an exception's own words may hold the address, and that of a robot is its key.
            log.LogWarning("{Channel}: delivery {Delivery} failed: {Problem}", channel.Name, delivery.Id, problem.GetType().Name);
            return SendResult.Failed(problem is HttpRequestException http ? $"{http.HttpRequestError}" : problem.GetType().Name);
        }
    }

    private static bool IsOutsider(NewMessage message) => message.Person.StartsWith(NewMessage.CustomerPrefix, StringComparison.Ordinal);

    private Outsider? FindOutsider(NewMessage message)
    {
        using var session = database.Read();
        return outsiders(session, message);
    }

    private Instant Now() => Instant.From(clock.GetUtcNow());
}
