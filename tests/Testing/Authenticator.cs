using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Shouwen.Rules.Contract;

namespace Shouwen.Testing;

/// <summary>The app on somebody's phone, written from RFC 6238 and not from our own code.</summary>
public static class Authenticator
{
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238")]
    public static string Code(string key, Instant now)
    {
        var bits = string.Concat(
            key.Where(char.IsLetterOrDigit)
                .Select(c => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal).ToString("b5"))
        );
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.Seconds / 30);
        var mac = HMACSHA1.HashData(secret, counter);
        var offset = mac[19] & 15;
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(offset)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
