using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>The records of a book: what may be noted of a case beside the events it is judged by.</summary>
internal sealed class RecordsReader(VersionReader cited)
{
    private const int LongestName = 60;

    private static readonly string[] Reachable = ["accountable", "leader", "chairman", "deputyManager", "generalManager"];

    private static readonly Dictionary<string, Words> CheckAnswers = new(StringComparer.Ordinal)
    {
        [RecordField.Yes] = new Words("符合", "Yes"),
        [RecordField.No] = new Words("不符合", "No"),
        [RecordField.NotApplicable] = new Words("不适用", "Not applicable"),
    };

    public Dictionary<string, RecordRule> Read(Entry book)
    {
        var all = book.OptionalMap("records");
        var records = new Dictionary<string, RecordRule>(StringComparer.Ordinal);
        foreach (var name in all?.Keys.ToArray() ?? [])
        {
            if (!IsName(name))
            {
                all!.Fault(name, Faults.BadRecordName);
            }

            records[name] = Record(name, all!.Map(name));
        }

        return records;
    }

    private RecordRule Record(string name, Entry entry) =>
        new(name, cited.Clause(entry), entry.Words("name"), cited.Codes(entry, "roles", "roles"), Fields(entry))
        {
            Verb = entry.OptionalWords("action"),
            During = During(entry),
            Tells = Told(entry),
        };

    private List<CaseStage> During(Entry entry)
    {
        if (!entry.Has("during"))
        {
            return [];
        }

        if (entry.IsEmptyList("during"))
        {
            entry.Fault("during", Faults.NoItems);
        }

        var codes = cited.Codes(entry, "during", "states");
        return [.. Enum.GetValues<CaseStage>().Where(stage => codes.Contains(Codes.Of(stage), StringComparer.Ordinal))];
    }

    /// <summary>Only who an order names and the two posts of the group centre are one person each at any moment.</summary>
    private static List<string> Told(Entry entry)
    {
        var places = entry.Has("tells") ? entry.Places("tells") : [];
        foreach (var place in places.Where(place => !Reachable.Contains(place.Text, StringComparer.Ordinal)))
        {
            place.Fault(Faults.Choice(Reachable));
        }

        return [.. places.Select(place => place.Text)];
    }

    private List<RecordField> Fields(Entry record)
    {
        var fields = new List<RecordField>();
        foreach (var entry in record.List("fields"))
        {
            var field = Field(entry);
            if (field.Name.Length > 0 && (!IsName(field.Name) || field.Name.Contains('.', StringComparison.Ordinal)))
            {
                entry.Fault("name", Faults.BadFieldName);
            }

            if (fields.Exists(other => other.Name == field.Name))
            {
                entry.Fault("name", Faults.SameField(field.Name));
            }

            fields.Add(field);
        }

        if (record.IsEmptyList("fields"))
        {
            record.Fault("fields", Faults.NoItems);
        }

        return fields;
    }

    private RecordField Field(Entry entry)
    {
        var kind = entry.Choice<RecordFieldKind>("kind");
        return new RecordField(entry.Text("name"), kind, entry.Words("label"))
        {
            Required = !entry.Has("optional") || !entry.Boolean("optional"),
            Heading = entry.OptionalWords("heading"),
            Personal = kind == RecordFieldKind.Text || (kind == RecordFieldKind.Name && entry.Has("personal") && entry.Boolean("personal")),
            Choices = Choices(kind, entry),
            Roles = kind == RecordFieldKind.Staff ? Nameable(entry) : [],
        };
    }

    private IReadOnlyDictionary<string, Words> Choices(RecordFieldKind kind, Entry entry)
    {
        switch (kind)
        {
            case RecordFieldKind.Check:
                return CheckAnswers;
            case RecordFieldKind.Department when cited.Terms("departments") is { Count: > 0 } departments:
                return departments;
            case RecordFieldKind.Department:
                entry.Fault("kind", Faults.NoDepartments);
                break;
            case RecordFieldKind.Choice:
                var codes = entry.Map("choices");
                if (!codes.Keys.Any())
                {
                    entry.Fault("choices", Faults.NoItems);
                }

                return codes.Keys.ToArray().ToDictionary(code => code, codes.Words, StringComparer.Ordinal);
        }

        return new Dictionary<string, Words>(StringComparer.Ordinal);
    }

    /// <summary>A field nobody can be named in could never be filled in.</summary>
    private string[] Nameable(Entry entry)
    {
        if (entry.IsEmptyList("roles"))
        {
            entry.Fault("roles", Faults.NoItems);
        }

        return cited.Codes(entry, "roles", "roles");
    }

    /// <summary>Letters and digits, parts apart by dots, as events are called.</summary>
    private static bool IsName(string name) =>
        name.Length <= LongestName
        && name.Split('.').All(part => part.Length > 0 && char.IsAsciiLetterLower(part[0]) && part.All(char.IsAsciiLetterOrDigit));
}
