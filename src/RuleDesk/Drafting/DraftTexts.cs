using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Drafting;

internal static class DraftTexts
{
    private static readonly TextFile Texts = new(typeof(DraftTexts));

    public static readonly Words Drafts = Texts[nameof(Drafts)];
    public static readonly Words Begin = Texts[nameof(Begin)];
    public static readonly Words Save = Texts[nameof(Save)];
    public static readonly Words Discard = Texts[nameof(Discard)];
    public static readonly Words Text = Texts[nameof(Text)];
    public static readonly Words TextHint = Texts[nameof(TextHint)];
    public static readonly Words Saved = Texts[nameof(Saved)];
    public static readonly Words NotSaved = Texts[nameof(NotSaved)];
    public static readonly Words Findings = Texts[nameof(Findings)];
    public static readonly Words ChangesSoFar = Texts[nameof(ChangesSoFar)];
    public static readonly Words OtherName = Texts[nameof(OtherName)];
    public static readonly Words OtherProcedure = Texts[nameof(OtherProcedure)];
    public static readonly Words OtherParent = Texts[nameof(OtherParent)];
    public static readonly Words NothingTyped = Texts[nameof(NothingTyped)];

    public static Words Draft(long id, Words book) => Texts.With(nameof(Draft), id, book);

    public static Words UnknownPlace(string place) => Texts.With(nameof(UnknownPlace), place);

    public static Words PlaceTaken(string place, string book) => Texts.With(nameof(PlaceTaken), place, book);

    public static Words ChangedBy(string name) => Texts.With(nameof(ChangedBy), name);

    public static Words BegunBy(string name, string version) => Texts.With(nameof(BegunBy), name, version);

    public static Words Line(int line) => Texts.With(nameof(Line), line);

    public static Words Stale(string name) => Texts.With(nameof(Stale), name);
}
