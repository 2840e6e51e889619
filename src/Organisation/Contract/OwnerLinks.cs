using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

/// <summary>
/// The number of the case that a link opens at this moment; null when it opens none. Asked anew at every request: a link that
/// is revoked or over is shut at once.
/// </summary>
public delegate string? CaseOfLink(Session session, byte[] digest, Instant now);

/// <summary>The secret in a link that opens one case. Short, because it travels in a short message and in a QR code.</summary>
public static class OwnerLinks
{
    /// <summary>128 random bits: nobody tries them, and a plain digest is enough to know one by.</summary>
    private const int Bytes = 16;

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static string PathOf(string secret) => $"/o/{secret}";
}
