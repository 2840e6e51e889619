using System.Text.Json;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>
/// Whom an event names must be somebody the book lets stand in that field, at the case's project or above it, and a department
/// one of the book's. Asked at the desks, of pages and programs alike: a replay takes what was recorded.
/// </summary>
internal static class EventNames
{
    private const string Departments = "departments";

    public static IReadOnlyList<Malformed> Strangers(
        EventShape shape,
        ReadOnlyMemory<byte> data,
        Session session,
        IReadOnlyList<string> path,
        RuleVersion version,
        Instant at
    )
    {
        var named = Named(shape, data);
        if (named.Count == 0)
        {
            return [];
        }

        var people = AnswerablePeople.Of(version, session, path, "", at);
        return
        [
            .. named
                .Where(IsStranger)
                .Select(each => new Malformed(each.Field.Name, ActingTexts.NotAChoice(ActingTexts.Field(each.Field.Name)))),
        ];

        bool IsStranger((Field Field, string Name) each) =>
            each.Field.NamesDepartment
                ? version.Terms.GetValueOrDefault(Departments)?.ContainsKey(each.Name) != true
                : people.For(each.Field.Name).All(staff => staff.Id != each.Name);
    }

    /// <summary>What cannot be read is told by the reader, not here.</summary>
    private static List<(Field Field, string Name)> Named(EventShape shape, ReadOnlyMemory<byte> data)
    {
        var fields = shape.Fields.Where(field => field.NamesPerson || field.NamesDepartment).ToList();
        if (fields.Count == 0 || data.IsEmpty)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(data);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ?
                [
                    .. from field in fields
                    where json.RootElement.TryGetProperty(field.Name, out var value) && value.ValueKind == JsonValueKind.String
                    let name = json.RootElement.GetProperty(field.Name).GetString()!
                    where !string.IsNullOrWhiteSpace(name)
                    select (field, name),
                ]
                : [];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
