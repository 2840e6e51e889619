using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>Who takes up what any employee registers: the optional map "firstContact" of a book, and the two records it is kept by.</summary>
internal static class FirstContactReader
{
    private const string Key = "firstContact";
    private const string Reported = "matter.reported";
    private const string Taken = "matter.taken";

    public static FirstContactRule? Read(Entry book, VersionReader cited, IReadOnlyDictionary<string, RecordRule> records)
    {
        if (book.OptionalMap(Key) is not { } entry)
        {
            return null;
        }

        var said = records.GetValueOrDefault(Reported)?.Fields.Select(field => (field.Name, field.Kind, field.Required)) ?? [];
        if (!said.SequenceEqual([("post", RecordFieldKind.Name, false)]) || !records.ContainsKey(Taken))
        {
            book.Fault(Key, Faults.NeedsFirstContact(Reported, Taken));
        }

        var channel = entry.Text("channel");
        if (channel.Length > 0 && !cited.HasTerm("channels", channel))
        {
            entry.Fault("channel", Faults.UnknownTerm("channels", channel));
        }

        return new FirstContactRule(cited.Clause(entry), channel, cited.Roles(entry, "desk"));
    }
}
