using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouwen.Messaging.Sending;

namespace Shouwen.Messaging.Channels;

/// <summary>
/// The robot of a chat group. The three makes differ in the body, in how they are signed and in how they say no: always
/// with HTTP 200 and a code in the answer.
/// </summary>
internal sealed class GroupRobot(RobotSettings settings, Wire wire, TimeProvider clock) : IChannel
{
    /// <summary>Where each make says whether it took the message; zero is yes.</summary>
    private static readonly string[] CodeNames = ["errcode", "code", "StatusCode"];

    public string Name => "robot." + settings.Name;

    public bool Takes(string kind) => settings.Takes(kind);

    public async Task<SendResult> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (address, body) = Request(settings, message, now);
        var (status, answer) = await wire.Post(address, body, static _ => { }, cancellation);
        var detail = Wire.Detail(status, answer);
        return Wire.IsSuccess(status) && SaysYes(answer) ? SendResult.Sent(detail) : SendResult.Failed(detail);
    }

    internal static (Uri Address, byte[] Body) Request(RobotSettings settings, OutgoingMessage message, DateTimeOffset now)
    {
        var content = $"{message.To.Name}：{message.Text}";
        string[] phones = message.To.Phone is { } phone ? [phone] : [];
        return settings.Make switch
        {
            RobotMake.WeCom => (settings.Url, Wire.Write(new { msgtype = "text", text = new { content, mentioned_mobile_list = phones } })),
            RobotMake.DingTalk => (
                SignedForDingTalk(settings, now),
                Wire.Write(
                    new
                    {
                        msgtype = "text",
                        text = new { content },
                        at = new { atMobiles = phones },
                    }
                )
            ),
            RobotMake.Feishu => (settings.Url, Wire.Write(SignedForFeishu(settings, content, now))),
        };
    }

    /// <summary>DingTalk: HMAC over "milliseconds\nsecret" with the secret, in the address.</summary>
    private static Uri SignedForDingTalk(RobotSettings settings, DateTimeOffset now)
    {
        if (settings.Secret is not { } secret)
        {
            return settings.Url;
        }

        var time = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}\n{secret}"));
        var mark = settings.Url.Query.Length > 0 ? '&' : '?';
        return new Uri($"{settings.Url.AbsoluteUri}{mark}timestamp={time}&sign={Uri.EscapeDataString(Convert.ToBase64String(hash))}");
    }

    /// <summary>Feishu: "seconds\nsecret" is the key, nothing is hashed with it, and both stand in the body.</summary>
    private static JsonObject SignedForFeishu(RobotSettings settings, string content, DateTimeOffset now)
    {
        var body = new JsonObject
        {
            ["msg_type"] = "text",
            ["content"] = new JsonObject { ["text"] = content },
        };
        if (settings.Secret is { } secret)
        {
            var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            body["timestamp"] = time;
            body["sign"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{time}\n{secret}"), Array.Empty<byte>()));
        }

        return body;
    }

    private static bool SaysYes(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var code = CodeNames.Select(name =>
                json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) ? value : default
            );
            return code.FirstOrDefault(value => value.ValueKind == JsonValueKind.Number) is { ValueKind: JsonValueKind.Number } found
                && found.TryGetInt32(out var number)
                && number == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
