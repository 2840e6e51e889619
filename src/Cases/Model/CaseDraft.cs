using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>New events, read and sealed, before anything is written; made outside the writer so that it only writes.</summary>
internal sealed record CaseDraft(RuleBook Book, IReadOnlyList<CaseEvent> Events, IReadOnlyList<NewEntry> Entries)
{
    /// <summary>Reads and seals the events of one book; says what is wrong with the first one that cannot be read.</summary>
    public static Malformed? Of(RuleBook book, EventReader reader, IReadOnlyList<NewEvent> given, DateTimeOffset now, out CaseDraft? draft)
    {
        draft = null;
        var vocabulary = EventVocabulary.Of(book.Procedure);
        var events = new CaseEvent[given.Count];
        var entries = new NewEntry[given.Count];
        for (var i = 0; i < given.Count; i++)
        {
            var wrong = Read(vocabulary, reader, given[i], now, out events[i], out entries[i]);
            if (wrong is not null)
            {
                return wrong;
            }
        }

        draft = new CaseDraft(book, events, entries);
        return null;
    }

    private static Malformed? Read(
        EventVocabulary vocabulary,
        EventReader reader,
        NewEvent given,
        DateTimeOffset now,
        out CaseEvent read,
        out NewEntry entry
    )
    {
        (read, entry) = (null!, null!);
        if (vocabulary.Find(given.Type) is not { } shape)
        {
            var name = given.Type.Name();
            return new Malformed("type", new Words($"这个制度没有 {name} 这种事件", $"this rule book has no event {name}"));
        }

        var data = given.Data.IsEmpty ? "{}"u8 : given.Data.Span;
        if (reader.ReadData(given.Type, given.At, given.By, data, out var happened) is { } wrong)
        {
            return wrong;
        }

        var seal = new TextSeal();
        if (EventText.Seal(shape, data, seal, out var sealedData) is { } imitation)
        {
            return imitation;
        }

        read = happened!;
        entry = new NewEntry(given.Type.Name(), given.At.ToDateTimeOffset(), given.RecordedAt ?? now, given.By, sealedData)
        {
            ReceivedAt = given.ReceivedAt,
            DeviceAt = given.DeviceAt,
            Seal = seal,
        };
        return null;
    }
}
