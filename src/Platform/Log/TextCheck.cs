using System.Text.Json;
using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Log;

/// <summary>Whether the words beside an event are the ones whose digests the event holds.</summary>
internal static class TextCheck
{
    public static bool Holds(Chain chain, LogEvent row, LogText text) =>
        text switch
        {
            { ErasedAt: { } at, Text: null, Salt: { } mark } => mark.AsSpan()
                .SequenceEqual(chain.OfErasure(row.Month, row.CaseId, row.Seq, at)),
            { ErasedAt: null, Text: { } words, Salt: { } salt } => WordsHold(chain, Digests(row), words, salt),
            _ => false,
        };

    public static bool HasWords(LogEvent row) => Digests(row).Count > 0;

    /// <summary>To the last character: words that only read the same after parsing were changed too.</summary>
    private static bool WordsHold(Chain chain, Dictionary<string, string> digests, string text, byte[] salt)
    {
        try
        {
            var words = TextSeal.Open(text);
            return TextSeal.Write([.. words.Select(word => (word.Key, word.Value))]) == text
                && words.Count == digests.Count
                && words.All(word => digests.GetValueOrDefault(word.Key) == TextSeal.Digest(chain, salt, word.Key, word.Value));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The digests that stand in an event, by field.</summary>
    private static Dictionary<string, string> Digests(LogEvent row)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var json in new[] { row.Data, row.About })
        {
            if (json is null || !json.Contains(TextSeal.Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                using var fields = JsonDocument.Parse(json);
                foreach (var field in fields.RootElement.EnumerateObject())
                {
                    if (field.Value.ValueKind == JsonValueKind.String && TextSeal.LooksLikeDigest(field.Value.GetString()))
                    {
                        found[field.Name] = field.Value.GetString()!;
                    }
                }
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException)
            {
                // The event's own hash tells that the row was changed.
                return found;
            }
        }

        return found;
    }
}
