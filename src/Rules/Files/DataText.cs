using System.Text;

namespace Shouwen.Rules.Files;

/// <summary>The bytes of a data file as text, if they can be one.</summary>
internal static class DataText
{
    private const int LargestFile = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads at most one byte more than is accepted: a huge file costs nothing.</summary>
    public static string? Read(string path, Findings findings)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[LargestFile + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > LargestFile)
        {
            findings.Add(1, "file", Faults.TooLarge);
            return null;
        }

        return Decode(bytes.AsSpan(0, length), findings);
    }

    public static string? Decode(ReadOnlySpan<byte> bytes, Findings findings)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + text[..Math.Clamp(fault.Index, 0, text.Length)].Count((byte)'\n');
            findings.Add(line, "file", Faults.NotUtf8);
            return null;
        }
    }
}
