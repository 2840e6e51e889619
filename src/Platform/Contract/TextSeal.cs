using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Shouwen.Platform.Log;

namespace Shouwen.Platform.Contract;

/// <summary>
/// Takes personal words out of one event: the log keeps a digest, the words lie beside it. One random salt an event, so
/// that a digest left behind by erasing cannot be found again by trying all phone numbers.
/// </summary>
public sealed class TextSeal
{
    public const string Prefix = "sha256:";

    private const int SaltLength = 16;

    /// <summary>Chinese stays readable in the table; the text is never written into a page without encoding.</summary>
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly Chain chain = new();
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    public bool Any => fields.Count > 0;

    internal byte[] Salt { get; } = RandomNumberGenerator.GetBytes(SaltLength);

    internal string Text => Write(fields);

    /// <summary>What the log holds instead of the words.</summary>
    public string Digest(string field, string text)
    {
        fields.Add(field, text);
        return Digest(chain, Salt, field, text);
    }

    /// <summary>A value of another field that looks like this would make verify ask for words that were never there.</summary>
    public static bool LooksLikeDigest(ReadOnlySpan<char> value) =>
        value.Length == Prefix.Length + 43 && value.StartsWith(Prefix, StringComparison.Ordinal);

    public static Dictionary<string, string> Open(string text) => JsonSerializer.Deserialize<Dictionary<string, string>>(text, Json) ?? [];

    internal static string Write(Dictionary<string, string> fields) => JsonSerializer.Serialize(fields, Json);

    internal static string Digest(Chain chain, byte[] salt, string field, string text) =>
        Prefix + Base64Url.EncodeToString(chain.OfText(salt, field, text));
}
