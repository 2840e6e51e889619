using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>How the cases of a book may be tied to each other. Each tie is a record, so the records it needs must be declared.</summary>
internal sealed class RelationsReader(VersionReader cited, IReadOnlyDictionary<string, RecordRule> records)
{
    public RelationRules Read(Entry book)
    {
        if (book.OptionalMap("relations") is not { } all)
        {
            return RelationRules.None;
        }

        var group = all.OptionalMap("group");
        return new RelationRules(
            Rule(all, "merge", all.OptionalMap("merge"), ("case.merged", ["from", "into"]), ("case.parted", ["from", "into"])),
            Rule(all, "group", group, ("case.grouped", ["lead", "member"]), ("case.ungrouped", ["lead", "member"])),
            group?.Choice<LeadCloses>("leadCloses") ?? LeadCloses.Anytime,
            Rule(all, "link", all.OptionalMap("link"), ("case.linked", ["served", "serving"]))
        );
    }

    private RelationRule Rule(Entry all, string key, Entry? entry, params ReadOnlySpan<(string Record, string[] Fields)> needed)
    {
        if (entry is null)
        {
            return RelationRule.Nobody;
        }

        foreach (var (record, fields) in needed)
        {
            var declared = records.GetValueOrDefault(record)?.Fields.Select(field => (field.Name, field.Kind)).ToHashSet() ?? [];
            if (!declared.SetEquals(fields.Select(field => (field, RecordFieldKind.Name))))
            {
                all.Fault(key, Faults.NeedsRecord(record, fields));
            }
        }

        return new RelationRule(cited.Clause(entry), cited.Codes(entry, "roles", "roles"));
    }
}
