using System.Globalization;
using System.Text.Json.Nodes;
using Shouwen.Messaging.Channels;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Sending;
using Shouwen.Platform.Contract;

namespace Shouwen.Messaging.Hooks;

/// <summary>
/// Posts to another program what happened, signed with HMAC-SHA256 over time and body; any 2xx means "taken". Redirects are
/// not followed: the address somebody entered is the only one that is asked.
/// </summary>
internal sealed class WebHookChannel(Database database, Wire wire, TimeProvider clock) : IChannel
{
    public const string ChannelName = "webhook";

    public string Name => ChannelName;

    /// <summary>A hook's messages go this way by whom they are for, not by their kind.</summary>
    public bool Takes(string kind) => false;

    public async Task<SendResult> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        if (AddressOf(message.Message.Person) is not var (url, secret))
        {
            return SendResult.NoAddress("the hook is disabled");
        }

        var body = Wire.Write(Body(message));
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var (status, answer) = await wire.Post(
            new Uri(url),
            body,
            headers =>
            {
                headers.Add(SmsGateway.KeyHeader, message.Key);
                headers.Add(SmsGateway.TimeHeader, time);
                headers.Add(SmsGateway.SignatureHeader, "sha256=" + SmsGateway.Sign(secret, time, body));
            },
            cancellation
        );
        var detail = Wire.Detail(status, answer);
        return Wire.IsSuccess(status) ? SendResult.Sent(detail) : SendResult.Failed(detail);
    }

    /// <summary>A hook is nobody on the staff.</summary>
    public static Recipient RecipientOf(NewMessage message) => new(message.Person, message.Person, null, null);

    private (string Url, string Secret)? AddressOf(string person)
    {
        using var session = database.Read();
        return WebHook.IdIn(person) is { } id ? WebHookSql.AddressOf(session, id) : null;
    }

    private static JsonObject Body(OutgoingMessage message)
    {
        var body = new JsonObject
        {
            ["id"] = message.Key,
            ["kind"] = message.Message.Kind,
            ["at"] = message.Message.At.ToString(),
        };
        if (message.Message.Subject.Length > 0)
        {
            body["case"] = message.Message.Subject;
        }

        foreach (var (name, value) in message.Message.Parameters)
        {
            body[name] = value;
        }

        return body;
    }
}
