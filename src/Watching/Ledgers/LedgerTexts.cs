using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

internal static class LedgerTexts
{
    private static readonly TextFile Texts = new(typeof(LedgerTexts));

    public static readonly Words Ledgers = Texts[nameof(Ledgers)];
    public static readonly Words Decisions = Texts[nameof(Decisions)];
    public static readonly Words NoLedgers = Texts[nameof(NoLedgers)];
    public static readonly Words NoLedgersHint = Texts[nameof(NoLedgersHint)];
    public static readonly Words New = Texts[nameof(New)];
    public static readonly Words Write = Texts[nameof(Write)];
    public static readonly Words Export = Texts[nameof(Export)];
    public static readonly Words AllPlaces = Texts[nameof(AllPlaces)];
    public static readonly Words NoEntries = Texts[nameof(NoEntries)];
    public static readonly Words NoEntriesHint = Texts[nameof(NoEntriesHint)];
    public static readonly Words Day = Texts[nameof(Day)];
    public static readonly Words Place = Texts[nameof(Place)];
    public static readonly Words State = Texts[nameof(State)];
    public static readonly Words Number = Texts[nameof(Number)];
    public static readonly Words WrittenBy = Texts[nameof(WrittenBy)];
    public static readonly Words Due = Texts[nameof(Due)];
    public static readonly Words Missing = Texts[nameof(Missing)];
    public static readonly Words DayOutside = Texts[nameof(DayOutside)];
    public static readonly Words NoDay = Texts[nameof(NoDay)];
    public static readonly Words NoTime = Texts[nameof(NoTime)];
    public static readonly Words NoAmount = Texts[nameof(NoAmount)];
    public static readonly Words NoChoice = Texts[nameof(NoChoice)];
    public static readonly Words NoCase = Texts[nameof(NoCase)];
    public static readonly Words CaseHint = Texts[nameof(CaseHint)];
    public static readonly Words PersonalHint = Texts[nameof(PersonalHint)];
    public static readonly Words Erased = Texts[nameof(Erased)];
    public static readonly Words Yes = Texts[nameof(Yes)];
    public static readonly Words No = Texts[nameof(No)];
    public static readonly Words Choose = Texts[nameof(Choose)];
    public static readonly Words Cancel = Texts[nameof(Cancel)];
    public static readonly Words GoOn = Texts[nameof(GoOn)];
    public static readonly Words OtherPlace = Texts[nameof(OtherPlace)];
    public static readonly Words NoPlace = Texts[nameof(NoPlace)];
    public static readonly Words Print = Texts[nameof(Print)];
    public static readonly Words BackToEntry = Texts[nameof(BackToEntry)];
    public static readonly Words Correct = Texts[nameof(Correct)];
    public static readonly Words CorrectHint = Texts[nameof(CorrectHint)];
    public static readonly Words CalledFor = Texts[nameof(CalledFor)];
    public static readonly Words Agenda = Texts[nameof(Agenda)];
    public static readonly Words AgendaEmpty = Texts[nameof(AgendaEmpty)];
    public static readonly Words AgendaMore = Texts[nameof(AgendaMore)];
    public static readonly Words NoGroup = Texts[nameof(NoGroup)];
    public static readonly Words Case = Texts[nameof(Case)];
    public static readonly Words Project = Texts[nameof(Project)];
    public static readonly Words Nature = Texts[nameof(Nature)];
    public static readonly Words Actions = Texts[nameof(Actions)];
    public static readonly Words NoActions = Texts[nameof(NoActions)];
    public static readonly Words AddAction = Texts[nameof(AddAction)];
    public static readonly Words Add = Texts[nameof(Add)];
    public static readonly Words Item = Texts[nameof(Item)];
    public static readonly Words Responsible = Texts[nameof(Responsible)];
    public static readonly Words Until = Texts[nameof(Until)];
    public static readonly Words Done = Texts[nameof(Done)];
    public static readonly Words ReportDone = Texts[nameof(ReportDone)];
    public static readonly Words Overdue = Texts[nameof(Overdue)];
    public static readonly Words Close = Texts[nameof(Close)];
    public static readonly Words Return = Texts[nameof(Return)];
    public static readonly Words History = Texts[nameof(History)];
    public static readonly Words Erase = Texts[nameof(Erase)];
    public static readonly Words EraseHint = Texts[nameof(EraseHint)];
    public static readonly Words Signed = Texts[nameof(Signed)];
    public static readonly Words QrLabel = Texts[nameof(QrLabel)];
    public static readonly Words Recorded = Texts[nameof(Recorded)];
    public static readonly Words Open = Texts[nameof(Open)];
    public static readonly Words Following = Texts[nameof(Following)];
    public static readonly Words Answered = Texts[nameof(Answered)];
    public static readonly Words Closed = Texts[nameof(Closed)];
    public static readonly Words Remind = Texts[nameof(Remind)];
    public static readonly Words AgendaHint = Texts[nameof(AgendaHint)];

    public static Words OwedCount(Period period, int places) => Texts.With(nameof(OwedCount), Owed(period), places);

    public static Words OverdueCount(int count) => Texts.Counted(nameof(OverdueCount), count);

    public static Words OpenCount(int count) => Texts.Counted(nameof(OpenCount), count);

    public static Words CaseCount(int count) => Texts.Counted(nameof(CaseCount), count);

    public static Words OutOfRange(int from, int to) => Texts.With(nameof(OutOfRange), from, to);

    public static Words Between(int from, int to) => Texts.With(nameof(Between), from, to);

    public static Words TooLong(int most) => Texts.With(nameof(TooLong), most);

    public static Words OptionalField(Words name) => Texts.With(nameof(OptionalField), name);

    public static Words NewIn(Words ledger) => Texts.With(nameof(NewIn), ledger);

    public static Words CorrectIn(Words ledger) => Texts.With(nameof(CorrectIn), ledger);

    public static Words Changed(Words field, Words before, Words after) => Texts.With(nameof(Changed), field, before, after);

    public static Words Owed(Period period) => Texts["owed." + period];

    public static Words Filter(EntryFilter.States state) => Texts["filter." + state];

    public static Words StepText(string action) => Texts["step." + action];

    /// <summary>An answer has the name its ledger gives it.</summary>
    public static Words Happened(string type, Ledger ledger) =>
        type == LedgerEntry.Answered ? ledger.Answer?.Name ?? Answered : Texts.Find("happened." + type) ?? new Words(type, type);

    public static Words StateOf(LedgerEntry entry, Instant now) =>
        entry.IsOverdue(now)
            ? Overdue
            : entry.State switch
            {
                EntryState.Recorded => Recorded,
                EntryState.Open => entry.Ledger.Answer is null ? Following : Open,
                EntryState.Answered => Answered,
                EntryState.Closed => Closed,
            };
}
