using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>What an event says besides its name: one line for the facts, one for the words.</summary>
internal sealed class EventLines(RecordedEvent recorded, RuleVersion version, StaffNames names, Instant now)
{
    private readonly EventData data = new(recorded);

    public IEnumerable<Words> All()
    {
        var facts = Facts().ToArray();
        if (facts.Length > 0)
        {
            yield return new Words(string.Join('，', facts.Select(fact => fact.Zh)), string.Join(", ", facts.Select(fact => fact.En)));
        }

        // The demand is quoted at the top of the page; it is not said twice.
        if ((data.Text("text") ?? data.Text("reason")) is { } words)
        {
            yield return new Words(words, words);
        }
        else if (recorded is { Erased: true, Type: not EventType.CaseOpened })
        {
            yield return CaseTexts.Erased;
        }
    }

    private IEnumerable<Words> Facts() => Terms().Concat(Times()).Concat(Flags()).Concat(People());

    private IEnumerable<Words> Terms()
    {
        (string Field, string Group)[] choices =
        [
            ("channel", "channels"),
            ("nature", "natures"),
            ("department", "departments"),
            ("purpose", "purposes"),
            ("cause", "causes"),
            ("visitQuality", "visitQualities"),
            ("class", "classes"),
        ];
        return choices
            .Where(choice => data.Text(choice.Field) is not null)
            .Select(choice => version.Term(choice.Group, data.Text(choice.Field)!));
    }

    private IEnumerable<Words> Times()
    {
        (string Field, Words Name)[] times =
        [
            ("contactEndedAt", CaseTexts.ContactEnded(data.Text("channel"))),
            ("requiredBy", CaseTexts.RequiredBy),
            ("agreedBy", CaseTexts.AgreedBy),
            ("until", CaseTexts.Field("until")),
            ("for", CaseTexts.Field("for")),
        ];
        return from time in times
            let at = data.Time(time.Field)
            where at is not null
            let moment = Phrases.Moment(at.Value, now)
            select new Words($"{time.Name.Zh} {moment.Zh}", $"{time.Name.En} {moment.En}");
    }

    private IEnumerable<Words> Flags()
    {
        (string Field, Words Yes, Words? No)[] flags =
        [
            ("reached", CaseTexts.Reached, CaseTexts.NotReached),
            ("content", CaseTexts.Content, CaseTexts.NotContent),
            ("granted", CaseTexts.Granted, CaseTexts.NotGranted),
            ("signature", CaseTexts.Signed, null),
            ("document", CaseTexts.Signed, null),
            ("otherDepartment", CaseTexts.OtherDepartment, null),
            ("onSite", CaseTexts.OnSite, null),
        ];
        foreach (var (field, yes, no) in flags)
        {
            if (data.Flag(field) is { } flag && (flag ? yes : no) is { } words)
            {
                yield return words;
            }
        }

        if (data.Number("score") is { } score)
        {
            yield return CaseTexts.Score(score);
        }

        if (data.Number("amount") is { } amount)
        {
            yield return CaseTexts.Claims(Phrases.Money(amount));
        }
    }

    private IEnumerable<Words> People()
    {
        (string Field, Words Name)[] people =
        [
            ("accountable", CaseTexts.Accountable),
            ("leader", CaseTexts.Leader),
            ("chairman", CaseTexts.Chairman),
        ];
        return people
            .Where(person => data.Text(person.Field) is not null)
            .Select(person => CaseTexts.By(person.Name, names.Of(data.Text(person.Field)!)))
            .Concat(data.Text("confirmedBy") is { } confirmed ? [CaseTexts.ConfirmedBy(confirmed)] : []);
    }
}
