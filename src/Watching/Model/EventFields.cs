using System.Text.Json;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Watching.Model;

/// <summary>
/// What one event of a ledger or a decision says: flat texts by name, personal ones as digests in the log and in clear
/// beside it (docs/adr/0005).
/// </summary>
internal sealed class EventFields
{
    private readonly List<(string Name, string? Value)> fields = [];
    private TextSeal? seal;

    public EventFields With(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            fields.Add((name, value));
        }

        return this;
    }

    public EventFields WithPersonal(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            seal ??= new TextSeal();
            fields.Add((name, seal.Digest(name, text)));
        }

        return this;
    }

    public NewEntry As(string type, string? by, Instant now) =>
        new(type, now.ToDateTimeOffset(), now.ToDateTimeOffset(), by, FlatJson.Text([.. fields])) { Seal = seal };

    public static Dictionary<string, string> Of(LogEvent row) => Of(row.Data);

    public static Dictionary<string, string> Of(string data) => JsonSerializer.Deserialize<Dictionary<string, string>>(data) ?? [];
}
