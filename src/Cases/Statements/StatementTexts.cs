using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Statements;

internal static class StatementTexts
{
    private static readonly TextFile Texts = new(typeof(StatementTexts));

    public static readonly Words ToDeliver = Texts[nameof(ToDeliver)];
    public static readonly Words Commendations = Texts[nameof(Commendations)];
    public static readonly Words Commended = Texts[nameof(Commended)];
    public static readonly Words ForMonth = Texts[nameof(ForMonth)];
    public static readonly Words Menu = Texts[nameof(Menu)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words PaperDraft = Texts[nameof(PaperDraft)];
    public static readonly Words PaperDraftNote = Texts[nameof(PaperDraftNote)];
    public static readonly Words Mine = Texts[nameof(Mine)];
    public static readonly Words MineLead = Texts[nameof(MineLead)];
    public static readonly Words NothingMine = Texts[nameof(NothingMine)];
    public static readonly Words NothingMineHint = Texts[nameof(NothingMineHint)];
    public static readonly Words NoMonths = Texts[nameof(NoMonths)];
    public static readonly Words NoMonthsHint = Texts[nameof(NoMonthsHint)];
    public static readonly Words NoLines = Texts[nameof(NoLines)];
    public static readonly Words NoLinesHint = Texts[nameof(NoLinesHint)];
    public static readonly Words Month = Texts[nameof(Month)];
    public static readonly Words State = Texts[nameof(State)];
    public static readonly Words People = Texts[nameof(People)];
    public static readonly Words Lines = Texts[nameof(Lines)];
    public static readonly Words Amount = Texts[nameof(Amount)];
    public static readonly Words Unsettled = Texts[nameof(Unsettled)];
    public static readonly Words Draft = Texts[nameof(Draft)];
    public static readonly Words Running = Texts[nameof(Running)];
    public static readonly Words Delivered = Texts[nameof(Delivered)];
    public static readonly Words Seal = Texts[nameof(Seal)];
    public static readonly Words BackToAll = Texts[nameof(BackToAll)];
    public static readonly Words BackToOne = Texts[nameof(BackToOne)];
    public static readonly Words ToConfirm = Texts[nameof(ToConfirm)];
    public static readonly Words ToDecide = Texts[nameof(ToDecide)];
    public static readonly Words Confirmed = Texts[nameof(Confirmed)];
    public static readonly Words Waived = Texts[nameof(Waived)];
    public static readonly Words Decided = Texts[nameof(Decided)];
    public static readonly Words Confirm = Texts[nameof(Confirm)];
    public static readonly Words Waive = Texts[nameof(Waive)];
    public static readonly Words ConfirmRest = Texts[nameof(ConfirmRest)];
    public static readonly Words Deliver = Texts[nameof(Deliver)];
    public static readonly Words Print = Texts[nameof(Print)];
    public static readonly Words PrintHint = Texts[nameof(PrintHint)];
    public static readonly Words Export = Texts[nameof(Export)];
    public static readonly Words Cancel = Texts[nameof(Cancel)];
    public static readonly Words Save = Texts[nameof(Save)];
    public static readonly Words DeliverLead = Texts[nameof(DeliverLead)];
    public static readonly Words Case = Texts[nameof(Case)];
    public static readonly Words Clause = Texts[nameof(Clause)];
    public static readonly Words About = Texts[nameof(About)];
    public static readonly Words FirstAt = Texts[nameof(FirstAt)];
    public static readonly Words LastAt = Texts[nameof(LastAt)];
    public static readonly Words Why = Texts[nameof(Why)];
    public static readonly Words NoWhy = Texts[nameof(NoWhy)];
    public static readonly Words AllReasons = Texts[nameof(AllReasons)];
    public static readonly Words History = Texts[nameof(History)];
    public static readonly Words NoHistory = Texts[nameof(NoHistory)];
    public static readonly Words NoLongerHolds = Texts[nameof(NoLongerHolds)];
    public static readonly Words CommandLine = Texts[nameof(CommandLine)];
    public static readonly Words SettleTitle = Texts[nameof(SettleTitle)];
    public static readonly Words DecideTitle = Texts[nameof(DecideTitle)];
    public static readonly Words Decision = Texts[nameof(Decision)];
    public static readonly Words Share = Texts[nameof(Share)];
    public static readonly Words Reason = Texts[nameof(Reason)];
    public static readonly Words ReasonToWaive = Texts[nameof(ReasonToWaive)];
    public static readonly Words Document = Texts[nameof(Document)];
    public static readonly Words BonusShare = Texts[nameof(BonusShare)];
    public static readonly Words DecisionWithdrawn = Texts[nameof(DecisionWithdrawn)];
    public static readonly Words NumberName = Texts[nameof(NumberName)];
    public static readonly Words Totals = Texts[nameof(Totals)];
    public static readonly Words LinesTitle = Texts[nameof(LinesTitle)];
    public static readonly Words Sum = Texts[nameof(Sum)];
    public static readonly Words Person = Texts[nameof(Person)];
    public static readonly Words DecisionItems = Texts[nameof(DecisionItems)];
    public static readonly Words DecisionItem = Texts[nameof(DecisionItem)];
    public static readonly Words SignHr = Texts[nameof(SignHr)];
    public static readonly Words SignFinance = Texts[nameof(SignFinance)];
    public static readonly Words SignManager = Texts[nameof(SignManager)];
    public static readonly Words SignDate = Texts[nameof(SignDate)];
    public static readonly Words StaffId = Texts[nameof(StaffId)];
    public static readonly Words Name = Texts[nameof(Name)];
    public static readonly Words Role = Texts[nameof(Role)];
    public static readonly Words Units = Texts[nameof(Units)];
    public static readonly Words AmountYuan = Texts[nameof(AmountYuan)];
    public static readonly Words BonusPercent = Texts[nameof(BonusPercent)];
    public static readonly Words CorrectedMonth = Texts[nameof(CorrectedMonth)];
    public static readonly Words Outcome = Texts[nameof(Outcome)];
    public static readonly Words Choice = Texts[nameof(Choice)];
    public static readonly Words DraftWork = Texts[nameof(DraftWork)];
    public static readonly Words DoneConfirmed = Texts[nameof(DoneConfirmed)];
    public static readonly Words DoneDelivered = Texts[nameof(DoneDelivered)];
    public static readonly Words DoneSettled = Texts[nameof(DoneSettled)];
    public static readonly Words DoneAppealed = Texts[nameof(DoneAppealed)];
    public static readonly Words DoneAppealDecided = Texts[nameof(DoneAppealDecided)];

    public static Words Times(int count) => Texts.With(nameof(Times), count);

    public static Words Corrects(string month) => Texts.With(nameof(Corrects), month);

    public static Words Decisions(int count) => Texts.Counted(nameof(Decisions), count);

    public static Words LineCount(int count) => Texts.Counted(nameof(LineCount), count);

    public static Words DeliverTitle(string month) => Texts.With(nameof(DeliverTitle), month);

    public static Words DeliverTotals(int people, int lines, string amount) => Texts.With(nameof(DeliverTotals), people, lines, amount);

    public static Words DeliverUnconfirmed(int count) => Texts.With(nameof(DeliverUnconfirmed), count);

    public static Words DeliverOpen(int count) => Texts.With(nameof(DeliverOpen), count);

    public static Words DeliverEarlier(string month) => Texts.With(nameof(DeliverEarlier), month);

    public static Words QrLabel(string number) => Texts.With(nameof(QrLabel), number);

    public static Words ShareOf(int low, int high) => Texts.With(nameof(ShareOf), low, high);

    /// <summary>What was just done; the address may only name what is known.</summary>
    public static Words? Done(string? what) =>
        what switch
        {
            "confirmed" => DoneConfirmed,
            "delivered" => DoneDelivered,
            "settled" => DoneSettled,
            "appealed" => DoneAppealed,
            "decided" => DoneAppealDecided,
            _ => null,
        };
}
