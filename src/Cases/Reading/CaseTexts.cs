using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

internal static class CaseTexts
{
    private static readonly TextFile Texts = new(typeof(CaseTexts));

    public static readonly Words Updated = Texts[nameof(Updated)];
    public static readonly Words Facts = Texts[nameof(Facts)];
    public static readonly Words Category = Texts[nameof(Category)];
    public static readonly Words Department = Texts[nameof(Department)];
    public static readonly Words Channel = Texts[nameof(Channel)];
    public static readonly Words Opened = Texts[nameof(Opened)];
    public static readonly Words RequiredBy = Texts[nameof(RequiredBy)];
    public static readonly Words AgreedBy = Texts[nameof(AgreedBy)];
    public static readonly Words RuleBook = Texts[nameof(RuleBook)];
    public static readonly Words Project = Texts[nameof(Project)];
    public static readonly Words Source = Texts[nameof(Source)];
    public static readonly Words Ended = Texts[nameof(Ended)];

    public static readonly Words Story = Texts[nameof(Story)];
    public static readonly Words Clocks = Texts[nameof(Clocks)];
    public static readonly Words NoClocks = Texts[nameof(NoClocks)];
    public static readonly Words People = Texts[nameof(People)];
    public static readonly Words FirstContact = Texts[nameof(FirstContact)];
    public static readonly Words Accountable = Texts[nameof(Accountable)];
    public static readonly Words Leader = Texts[nameof(Leader)];
    public static readonly Words Chairman = Texts[nameof(Chairman)];
    public static readonly Words Penalties = Texts[nameof(Penalties)];
    public static readonly Words ForConfirmation = Texts[nameof(ForConfirmation)];
    public static readonly Words Links = Texts[nameof(Links)];
    public static readonly Words AllReasons = Texts[nameof(AllReasons)];
    public static readonly Words Reasons = Texts[nameof(Reasons)];
    public static readonly Words BackToCase = Texts[nameof(BackToCase)];
    public static readonly Words NoReasons = Texts[nameof(NoReasons)];
    public static readonly Words Erased = Texts[nameof(Erased)];
    public static readonly Words NoDemand = Texts[nameof(NoDemand)];
    public static readonly Words Customer = Texts[nameof(Customer)];
    public static readonly Words NothingRuns = Texts[nameof(NothingRuns)];
    public static readonly Words Provisional = Texts[nameof(Provisional)];
    public static readonly Words Version = Texts[nameof(Version)];
    public static readonly Words Reading = Texts[nameof(Reading)];
    public static readonly Words Decision = Texts[nameof(Decision)];

    public static readonly Words AsAgreed = Texts[nameof(AsAgreed)];
    public static readonly Words OnTime = Texts[nameof(OnTime)];
    public static readonly Words NotDone = Texts[nameof(NotDone)];
    public static readonly Words Stopped = Texts[nameof(Stopped)];

    public static readonly Words Judged = Texts[nameof(Judged)];
    public static readonly Words NoCompletion = Texts[nameof(NoCompletion)];
    public static readonly Words NoCallback = Texts[nameof(NoCallback)];
    public static readonly Words Yes = Texts[nameof(Yes)];
    public static readonly Words No = Texts[nameof(No)];
    public static readonly Words Reached = Texts[nameof(Reached)];
    public static readonly Words NotReached = Texts[nameof(NotReached)];
    public static readonly Words Content = Texts[nameof(Content)];
    public static readonly Words NotContent = Texts[nameof(NotContent)];
    public static readonly Words Granted = Texts[nameof(Granted)];
    public static readonly Words NotGranted = Texts[nameof(NotGranted)];
    public static readonly Words Signed = Texts[nameof(Signed)];
    public static readonly Words OtherDepartment = Texts[nameof(OtherDepartment)];
    public static readonly Words OnSite = Texts[nameof(OnSite)];

    /// <summary>How the contact ended: a call is over, a letter came in.</summary>
    public static Words ContactEnded(string? channel) => Texts.Find($"ContactEnded.{channel}") ?? Texts[nameof(ContactEnded)];

    public static Words Round(int cycle) => Texts.With(nameof(Round), cycle);

    /// <summary>The sum of a checklist.</summary>
    public static Words Checked(int passed, int failed, int notApplicable) =>
        Texts.With(nameof(Checked), passed + failed + notApplicable, passed, failed, notApplicable);

    public static Words Failed(Words items) => Texts.With(nameof(Failed), items);

    public static Words Late(Words length) => Texts.With(nameof(Late), length);

    public static Words Breach(Words clock) => Texts.With(nameof(Breach), clock);

    public static Words Limit(Words due) => Texts.With(nameof(Limit), due);

    public static Words Until(Words due) => Texts.With(char.IsAsciiDigit(due.Zh[0]) ? "Until.digit" : nameof(Until), due);

    public static Words WorkingDays(int days) => Texts.Counted(nameof(WorkingDays), days);

    public static Words Daily(string time) => Texts.With(nameof(Daily), time);

    public static Words Bonus(int percent) => Texts.With(nameof(Bonus), percent);

    public static Words Times(int count) => Texts.With(nameof(Times), count);

    public static Words By(Words field, string value) => Texts.With(nameof(By), field, value);

    public static Words Field(string name) => Texts["Field." + name];

    public static Words Score(decimal score) => Texts.With(nameof(Score), score.ToString("0", CultureInfo.InvariantCulture));

    public static Words Claims(string amount) => Texts.With(nameof(Claims), amount);

    public static Words ConfirmedBy(string name) => Texts.With(nameof(ConfirmedBy), name);

    public static Words Breaches(int count) => Texts.Counted(nameof(Breaches), count);
}
