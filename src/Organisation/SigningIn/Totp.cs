using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

/// <summary>The six figures an authenticator app shows (RFC 6238: HMAC-SHA-1, half a minute each).</summary>
internal static class Totp
{
    private const int StepSeconds = 30;
    private const int Codes = 1_000_000;

    /// <summary>A phone's clock may be half a minute off, and a person needs a moment to type.</summary>
    private const int Tolerance = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Which half minute the code belongs to; null when it is not of this one or its neighbours.</summary>
    public static long? StepOf(string key, string code, Instant now)
    {
        var secret = Decode(key);
        var current = now.Seconds / StepSeconds;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(CodeOf(secret, step).AsBytes(), code.AsBytes()))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(string issuer, string user, string key)
    {
        var name = Uri.EscapeDataString(issuer);
        return $"otpauth://totp/{name}:{Uri.EscapeDataString(user)}?secret={key}&issuer={name}&digits=6&period={StepSeconds}";
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps know it; the strength lies in the key")]
    private static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, mac);
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue;
        return (number % Codes).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in key)
        {
            bits = (bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal);
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
                bits &= (1 << count) - 1;
            }
        }

        return [.. bytes];
    }

    private static ReadOnlySpan<byte> AsBytes(this string text) => System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan());
}
