using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Shouwen.Organisation.SigningIn;

/// <summary>Something only its holder knows. It has 256 random bits, so a plain digest is enough to keep it by.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
