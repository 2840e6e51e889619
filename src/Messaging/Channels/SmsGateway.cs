using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shouwen.Messaging.Sending;

namespace Shouwen.Messaging.Channels;

/// <summary>
/// Short messages over a gateway of the company's choice: JSON by POST, signed with HMAC-SHA256 over time and body, with
/// the gateway's own template and its parameters. Any 2xx means "accepted".
/// </summary>
internal sealed class SmsGateway(SmsSettings settings, Wire wire, TimeProvider clock) : IChannel
{
    public const string KeyHeader = "Idempotency-Key";
    public const string TimeHeader = "X-Shouwen-Time";
    public const string SignatureHeader = "X-Shouwen-Signature";

    public string Name => "sms";

    public bool IsPrivate => true;

    public bool Takes(string kind) => settings.Takes(kind);

    public async Task<SendResult> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        if (message.To.Phone is not { } phone)
        {
            return Wire.NoPhone(message.To);
        }

        var kind = message.Message.Kind;
        var body = Wire.Write(
            new
            {
                key = message.Key,
                phone,
                template = settings.Templates.GetValueOrDefault(kind, kind),
                parameters = ParametersOf(message),
                text = message.Text,
            }
        );
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var (status, answer) = await wire.Post(
            settings.Url,
            body,
            headers =>
            {
                headers.Add(KeyHeader, message.Key);
                headers.Add(TimeHeader, time);
                headers.Add(SignatureHeader, "sha256=" + Sign(settings.Secret, time, body));
            },
            cancellation
        );
        var detail = Wire.Detail(status, answer);
        return Wire.IsSuccess(status) ? SendResult.Sent(detail) : SendResult.Failed(detail);
    }

    /// <summary>A template that names the customer's link gets it; in the outbox it does not stand.</summary>
    private static IReadOnlyDictionary<string, string> ParametersOf(OutgoingMessage message) =>
        message.Link is { } link
            ? new Dictionary<string, string>(message.Message.Parameters, StringComparer.Ordinal) { ["link"] = link }
            : message.Message.Parameters;

    /// <summary>Over "time.body": a request caught on the wire cannot be sent again at another time.</summary>
    public static string Sign(string secret, string time, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(time + "."), .. body])
        );
}
