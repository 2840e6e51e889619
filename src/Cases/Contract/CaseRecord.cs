using System.Text;
using System.Text.Json;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>A fact to be noted beside a case's events, as the section <c>records</c> of its rule book declares it.</summary>
/// <param name="Name">Which record of the book.</param>
/// <param name="At">When it happened.</param>
/// <param name="By">Who recorded it; null for the customer.</param>
/// <param name="Data">Its fields as a UTF-8 JSON object.</param>
public sealed record NewRecord(string Name, Instant At, string? By, ReadOnlyMemory<byte> Data)
{
    /// <summary>The event it belongs to, by its number in the case; null when to none.</summary>
    public int? Event { get; init; }

    /// <summary>The same for an event of the same request, by its place there from 0.</summary>
    public int? WithEvent { get; init; }

    /// <summary>Only for generated history; everything else is recorded now.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    public static NewRecord Of(string name, Instant at, string? by, string json) => new(name, at, by, Encoding.UTF8.GetBytes(json));
}

/// <summary>A record of a case for people and for the API.</summary>
/// <param name="Seq">Its place in recorded order, among events and records alike.</param>
/// <param name="Name">Which record of the book.</param>
/// <param name="At">When it happened.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Data">Its fields as a JSON object with the clear text; erased text is null.</param>
/// <param name="Erased">Its personal text was erased.</param>
public sealed record CaseRecord(int Seq, string Name, Instant At, DateTimeOffset RecordedAt, string? By, string Data, bool Erased)
{
    private JsonElement? fields;

    /// <summary>The event it belongs to, by its number in the case.</summary>
    public int? Event { get; init; }

    /// <summary>What a field holds; undefined when it was not filled in.</summary>
    public JsonElement Field(string name)
    {
        fields ??= JsonElement.Parse(Data);
        return fields.Value.TryGetProperty(name, out var value) ? value : default;
    }

    /// <summary>A field of words or a code; null when not filled in, or erased.</summary>
    public string? Text(string name) => Field(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public int? Number(string name) =>
        Field(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : null;
}
