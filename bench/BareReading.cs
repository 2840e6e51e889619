using System.Diagnostics;
using System.Text.Json;

namespace Shouwen.Bench;

/// <summary>What reading alone costs: every token of a file of JSON lines, nothing kept. The limit beside a replay's figure.</summary>
internal static class BareReading
{
    public static async Task Tokens(string[] args)
    {
        var bytes = await File.ReadAllBytesAsync(args[0]);
        var clock = Stopwatch.StartNew();
        var (lines, tokens) = Read(bytes);
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(
            $"tokens: {lines / seconds:N0} lines/s of bare JSON tokens ({lines:N0} lines, {tokens:N0} tokens, {seconds:F1} s)"
        );
    }

    private static (long Lines, long Tokens) Read(ReadOnlySpan<byte> rest)
    {
        var (lines, tokens) = (0L, 0L);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            var json = new Utf8JsonReader(line);
            while (json.Read())
            {
                tokens++;
            }

            lines++;
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return (lines, tokens);
    }
}
