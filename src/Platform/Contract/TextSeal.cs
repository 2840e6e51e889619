using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Shouwen.Platform.Log;

namespace Shouwen.Platform.Contract;

/// <summary>
/// Takes personal words out of one event: the log keeps a digest, the words lie beside it. One random salt an event, so
/// that a digest left behind by erasing cannot be found again by trying all phone numbers.
/// </summary>
public sealed class TextSeal
{
    public const string Prefix = "sha256:";

    /// <summary>Of a digest as it stands in the log: the prefix and 32 bytes in base64.</summary>
    public const int DigestLength = 7 + 43;

    private const int SaltLength = 16;

    [ThreadStatic]
    private static Chain? chain;

    private List<(string Field, string? Text)>? words;
    private byte[]? salt;
    private string? text;

    public bool Any => words is not null;

    internal byte[] Salt => salt ??= RandomNumberGenerator.GetBytes(SaltLength);

    internal string Text => text ?? Write(words);

    /// <summary>What the log holds instead of the words.</summary>
    public string Digest(string field, string text)
    {
        words ??= [];
        words.Add((field, text));
        return Digest(chain ??= new Chain(), Salt, field, text);
    }

    /// <summary>Writes the words down once the last one is known, so that the writer need not.</summary>
    public void Close()
    {
        text = Any ? Text : null;
    }

    /// <summary>A value of another field that looks like this would make verify ask for words that were never there.</summary>
    public static bool LooksLikeDigest(ReadOnlySpan<char> value) =>
        value.Length == DigestLength && value.StartsWith(Prefix, StringComparison.Ordinal);

    public static Dictionary<string, string> Open(string text) => JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];

    internal static string Write(List<(string Field, string? Text)>? words) => FlatJson.Text(CollectionsMarshal.AsSpan(words));

    internal static string Digest(Chain chain, byte[] salt, string field, string text) =>
        Prefix + Base64Url.EncodeToString(chain.OfText(salt, field, text));
}
