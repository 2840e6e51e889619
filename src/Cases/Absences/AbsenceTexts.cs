using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Absences;

internal static class AbsenceTexts
{
    private static readonly TextFile Texts = new(typeof(AbsenceTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Open = Texts[nameof(Open)];
    public static readonly Words Who = Texts[nameof(Who)];
    public static readonly Words WhoHint = Texts[nameof(WhoHint)];
    public static readonly Words Ask = Texts[nameof(Ask)];
    public static readonly Words Nobody = Texts[nameof(Nobody)];
    public static readonly Words Several = Texts[nameof(Several)];
    public static readonly Words NoMessageRules = Texts[nameof(NoMessageRules)];
    public static readonly Words NoConsequences = Texts[nameof(NoConsequences)];
    public static readonly Words ChargesHidden = Texts[nameof(ChargesHidden)];
    public static readonly Words NotCharged = Texts[nameof(NotCharged)];
    public static readonly Words Yes = Texts[nameof(Yes)];
    public static readonly Words No = Texts[nameof(No)];
    public static readonly Words Scope = Texts[nameof(Scope)];
    public static readonly Words Charges = Texts[nameof(Charges)];
    public static readonly Words Phones = Texts[nameof(Phones)];
    public static readonly Words NeverByItself = Texts[nameof(NeverByItself)];
    public static readonly Words NothingDue = Texts[nameof(NothingDue)];
    public static readonly Words InAppOnly = Texts[nameof(InAppOnly)];
    public static readonly Words Unread = Texts[nameof(Unread)];

    public static Words NotTold(object a) => Texts.With(nameof(NotTold), a);

    public static Words NotSeen(object a) => Texts.With(nameof(NotSeen), a);

    public static Words Accrued(object a, object b, object c) => Texts.With(nameof(Accrued), a, b, c);

    public static Words NotStarted(object a) => Texts.With(nameof(NotStarted), a);

    public static Words WouldAccrue(object a, object b, object c) => Texts.With(nameof(WouldAccrue), a, b, c);

    public static Words NoPosts(object a) => Texts.With(nameof(NoPosts), a);

    public static Words InScope(object a, object b, object c) => Texts.With(nameof(InScope), a, b, c);

    public static Words OutOfScope(object a, object b, object c) => Texts.With(nameof(OutOfScope), a, b, c);

    public static Words Post(object a, object b) => Texts.With(nameof(Post), a, b);

    public static Words ForRoles(object a) => Texts.With(nameof(ForRoles), a);

    public static Words NotAmongThem(object a) => Texts.With(nameof(NotAmongThem), a);

    public static Words AtOnce(object a) => Texts.With(nameof(AtOnce), a);

    public static Words Daily(object a, object b) => Texts.With(nameof(Daily), a, b);

    public static Words NotIssued(object a) => Texts.With(nameof(NotIssued), a);

    public static Words NoNews(object a, object b) => Texts.With(nameof(NoNews), a, b);

    public static Words Told(object a, object b, object c) => Texts.With(nameof(Told), a, b, c);

    public static Words Read(object a) => Texts.With(nameof(Read), a);

    public static Words Sent(object a, object b) => Texts.With(nameof(Sent), a, b);

    public static Words GivenUp(object a, object b) => Texts.With(nameof(GivenUp), a, b);

    public static Words OnItsWay(object a, object b) => Texts.With(nameof(OnItsWay), a, b);

    public static Words Next(object a) => Texts.With(nameof(Next), a);

    public static Words Silent(object a, object b) => Texts.With(nameof(Silent), a, b);
}
