using System.Text;
using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Between a record as people send it and its row in the log, where personal fields are digests.</summary>
internal static class RecordRow
{
    private const string EventField = "event";

    public static bool Is(LogEvent row) => RecordRule.Is(row.Type);

    /// <summary>The row to be written; what is wrong with the fields when it cannot be.</summary>
    public static IReadOnlyList<Malformed> Draft(RuleBook book, NewRecord given, DateTimeOffset now, out NewEntry? entry)
    {
        entry = null;
        if (!book.At(given.At).Records.TryGetValue(given.Name, out var rule))
        {
            return [Refusals.NoSuchRecord];
        }

        var wrong = RecordData.Read(rule, given.Data, out var data);
        if (data is null)
        {
            return wrong;
        }

        var seal = new TextSeal();
        if (Seal(data, seal, out var sealedData) is { } imitation)
        {
            return [imitation];
        }

        entry = new NewEntry(rule.Type, given.At.ToDateTimeOffset(), given.RecordedAt ?? now, given.By, sealedData) { Seal = seal };
        return [];
    }

    /// <summary>The row again with the event it belongs to, under the same hash.</summary>
    public static NewEntry Of(NewEntry entry, int? eventSeq) =>
        eventSeq is { } seq ? entry with { About = string.Create(null, $"{{\"{EventField}\":{seq}}}") } : entry;

    public static CaseRecord Read(LogEvent row, LogText? text) =>
        new(
            row.Seq,
            row.Type[RecordRule.Prefix.Length..],
            Instant.From(row.At),
            row.RecordedAt,
            row.By,
            Open(row, text),
            text is { ErasedAt: not null }
        )
        {
            Event = EventOf(row),
        };

    private static Malformed? Seal(RecordData data, TextSeal seal, out string sealedData)
    {
        sealedData = "";
        var json = FlatJson.Begin();
        foreach (var (field, value) in data.Values)
        {
            json.WritePropertyName(field.Name);
            if (field.Personal)
            {
                json.WriteStringValue(seal.Digest(field.Name, value.GetString()!));
            }
            else if (field.Kind == RecordFieldKind.Time)
            {
                json.WriteStringValue(Instant.Parse(value.GetString()!).ToString());
            }
            else if (value.ValueKind == JsonValueKind.String && TextSeal.LooksLikeDigest(value.GetString()))
            {
                return Refusals.LooksLikeDigest(field.Name);
            }
            else
            {
                value.WriteTo(json);
            }
        }

        sealedData = Encoding.UTF8.GetString(FlatJson.End());
        return null;
    }

    /// <summary>No other value looks like a digest: it would have been refused. So the book need not be asked which were personal.</summary>
    private static string Open(LogEvent row, LogText? text)
    {
        if (!row.Data.Contains(TextSeal.Prefix, StringComparison.Ordinal))
        {
            return row.Data;
        }

        var words = text?.Text is { } kept ? TextSeal.Open(kept) : null;
        using var fields = JsonDocument.Parse(row.Data);
        var json = FlatJson.Begin();
        foreach (var field in fields.RootElement.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.String && TextSeal.LooksLikeDigest(field.Value.GetString()))
            {
                json.WriteString(field.Name, words?.GetValueOrDefault(field.Name));
            }
            else
            {
                field.WriteTo(json);
            }
        }

        return Encoding.UTF8.GetString(FlatJson.End());
    }

    private static int? EventOf(LogEvent row) =>
        row.About is { } about && JsonElement.Parse(about).TryGetProperty(EventField, out var seq) ? seq.GetInt32() : null;
}
