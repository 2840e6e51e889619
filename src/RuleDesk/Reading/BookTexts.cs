using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Reading;

internal static class BookTexts
{
    private static readonly TextFile Texts = new(typeof(BookTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Hint = Texts[nameof(Hint)];
    public static readonly Words Compare = Texts[nameof(Compare)];
    public static readonly Words InForceSince = Texts[nameof(InForceSince)];
    public static readonly Words Versions = Texts[nameof(Versions)];
    public static readonly Words Version = Texts[nameof(Version)];
    public static readonly Words InForce = Texts[nameof(InForce)];
    public static readonly Words ToCome = Texts[nameof(ToCome)];
    public static readonly Words Past = Texts[nameof(Past)];
    public static readonly Words Clauses = Texts[nameof(Clauses)];
    public static readonly Words Reading = Texts[nameof(Reading)];
    public static readonly Words Contents = Texts[nameof(Contents)];
    public static readonly Words BackToBooks = Texts[nameof(BackToBooks)];
    public static readonly Words BackToBook = Texts[nameof(BackToBook)];
    public static readonly Words What = Texts[nameof(What)];
    public static readonly Words Says = Texts[nameof(Says)];
    public static readonly Words Clause = Texts[nameof(Clause)];
    public static readonly Words Key = Texts[nameof(Key)];
    public static readonly Words Before = Texts[nameof(Before)];
    public static readonly Words After = Texts[nameof(After)];
    public static readonly Words From = Texts[nameof(From)];
    public static readonly Words To = Texts[nameof(To)];
    public static readonly Words ShowChanges = Texts[nameof(ShowChanges)];
    public static readonly Words NoChanges = Texts[nameof(NoChanges)];
    public static readonly Words NoChangesHint = Texts[nameof(NoChangesHint)];
    public static readonly Words Absent = Texts[nameof(Absent)];
    public static readonly Words Text = Texts[nameof(Text)];
    public static readonly Words Nobody = Texts[nameof(Nobody)];

    public static Words ClauseCount(int count) => Texts.Counted(nameof(ClauseCount), count);

    public static Words Changes(int count) => Texts.Counted(nameof(Changes), count);

    /// <summary>The heading of a part of the book; a part nobody has named here goes by its key.</summary>
    public static Words Section(string key) => Texts.Find("section." + key) ?? new Words(key, key);

    /// <summary>What a value is called among those of its entry; null for one that speaks for itself.</summary>
    public static Words? Leaf(string key) => key == "value" ? null : Texts.Find("leaf." + key) ?? new Words(key, key);

    /// <summary>An entry that has no name of its own in the book.</summary>
    public static Words? Entry(string path) => Texts.Find("entry." + path);

    public static Words? Choice(string text) => Texts.Find("choice." + text);

    /// <summary>The places a book governs, by their names; null for one that is asked for by its own.</summary>
    public static Words? AppliesTo(RuleVersion version, IReadOnlyDictionary<string, string> places)
    {
        var names = version.AppliesTo.Select(place => places.GetValueOrDefault(place, place)).ToList();
        return names.Count == 0 ? null : Texts.With(nameof(AppliesTo), new Words(string.Join('、', names), string.Join(", ", names)));
    }

    public static Task<Dictionary<string, string>> PlaceNames(Db db, CancellationToken cancellation) =>
        db.Set<Place>().AsNoTracking().ToDictionaryAsync(place => place.Id, place => place.Name, StringComparer.Ordinal, cancellation);
}
