using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>Which events the customer signs: the optional map "signatures" of a book.</summary>
internal sealed class SignaturesReader(ProcedureShape shape, VersionReader cited)
{
    private const string Key = "signatures";
    private const string Without = "without";

    public Dictionary<EventType, SignatureRule> Read(Entry book)
    {
        var rules = new Dictionary<EventType, SignatureRule>();
        if (!book.Has(Key))
        {
            return rules;
        }

        var all = book.Map(Key);
        foreach (var name in all.Keys.ToList())
        {
            var entry = all.Map(name);
            if (EventTypes.TryFind(name, out var type) && EventVocabulary.Of(shape.Procedure).Find(type) is { } signed)
            {
                rules[type] = Rule(signed, entry);
            }
            else
            {
                all.Fault(name, Faults.UnknownEvent(shape.Procedure));
                entry.Skip("clause", Without);
            }
        }

        return rules;
    }

    private SignatureRule Rule(EventShape signed, Entry entry)
    {
        var ways = entry.Places(Without).Select(Way).ToList();
        if (ways.Count > 0 && signed.Fields.Any(field => field is { ClaimsSignature: true, Required: true }))
        {
            entry.Fault(Without, Faults.MustBeSigned);
        }

        return new SignatureRule(signed.Type, cited.Clause(entry), ways);
    }

    private static Unsigned Way(EntryText place)
    {
        var ways = Enum.GetValues<Unsigned>();
        var index = Array.FindIndex(ways, way => Scalars.Code(way) == place.Text);
        if (index < 0)
        {
            place.Fault(Faults.Choice(ways.Select(Scalars.Code)));
        }

        return index < 0 ? default : ways[index];
    }
}
