using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>What the reader may do to an entry now: asked by its page for the forms, and by the forms before anything is written.</summary>
internal sealed class EntrySteps(OpenedEntry opened, LedgerDesk desk, LedgerInput input)
{
    private readonly LedgerEntry entry = opened.Entry;

    public IEnumerable<ShowEntry.View.Step> All()
    {
        if (MayAnswer(entry, desk) is null)
        {
            yield return Step(entry.Ledger.Answer!.Name, "answer", main: true);
        }

        if (MayClose(entry, desk) is null)
        {
            yield return Step(LedgerTexts.Close, "closure", main: true);
        }

        if (MayReturn(entry, desk) is null)
        {
            yield return Step(LedgerTexts.Return, "return", main: false);
        }
    }

    public async Task<FieldInputs.View?> NewAction(CancellationToken cancellation)
    {
        if (MayAgree(entry, desk) is not null)
        {
            return null;
        }

        var people = await EntryForm.Staff(entry.Place, desk, cancellation);
        return new FieldInputs.View([
            new FieldInputs.View.Field(LedgerEntry.ItemName, FieldInputs.View.Shape.Line, LedgerTexts.Item)
            {
                Required = true,
                Value = input.Shown(LedgerEntry.ItemName, null),
                Problem = input.Problem(LedgerEntry.ItemName),
            },
            new FieldInputs.View.Field(LedgerEntry.ResponsibleName, FieldInputs.View.Shape.Select, LedgerTexts.Responsible)
            {
                Required = true,
                Options = people,
                Value = input.Shown(LedgerEntry.ResponsibleName, null),
                Problem = input.Problem(LedgerEntry.ResponsibleName),
            },
            new FieldInputs.View.Field(LedgerEntry.DueName, FieldInputs.View.Shape.Day, LedgerTexts.Until)
            {
                Required = true,
                Value = input.Shown(LedgerEntry.DueName, null),
                Problem = input.Problem(LedgerEntry.DueName),
            },
        ])
        {
            Prefix = "action-",
        };
    }

    public static Refusal? MayAnswer(LedgerEntry entry, LedgerDesk desk) =>
        entry.Ledger.Answer is not { } answer || entry.State != EntryState.Open ? Refusals.NotAwaited
        : !entry.IsAnsweredBy(desk.Me) ? Refusals.NotYours(desk.Roles(answer.Roles), entry.Ledger.Clause)
        : null;

    public static Refusal? MayClose(LedgerEntry entry, LedgerDesk desk) =>
        MayEnd(entry, desk) ?? (entry.Actions.Any(action => action.DoneAt is null) ? Refusals.ActionsOpen : null);

    public static Refusal? MayReturn(LedgerEntry entry, LedgerDesk desk) =>
        entry.State != EntryState.Answered ? Refusals.NotAnswered : MayEnd(entry, desk);

    public static Refusal? MayCorrect(LedgerEntry entry, LedgerDesk desk) =>
        entry.State == EntryState.Closed ? Refusals.NotOpen
        : !entry.Ledger.MayWrite(desk.Me) ? Refusals.NotYours(desk.Roles(entry.Ledger.WriteRoles), entry.Ledger.Clause)
        : null;

    public static Refusal? MayAgree(LedgerEntry entry, LedgerDesk desk) =>
        !entry.Ledger.HasActions || !entry.IsOpen ? Refusals.NotOpen
        : !entry.Ledger.MayWrite(desk.Me) ? Refusals.NotYours(desk.Roles(entry.Ledger.WriteRoles), entry.Ledger.Clause)
        : null;

    public static Refusal? MayReport(LedgerEntry entry, int number, LedgerDesk desk) =>
        !entry.IsOpen ? Refusals.NotOpen
        : entry.Actions.FirstOrDefault(action => action.Number == number && action.DoneAt is null) is not { } open ? Refusals.NoSuchAction
        : open.Responsible != desk.Me.StaffId && !entry.Ledger.MayWrite(desk.Me)
            ? Refusals.NotYours(desk.Roles(entry.Ledger.WriteRoles), entry.Ledger.Clause)
        : null;

    /// <summary>Whoever does something to it: writes, answers or closes such entries.</summary>
    public static Refusal? MayAttach(LedgerEntry entry, LedgerDesk desk) =>
        entry.State == EntryState.Closed ? Refusals.NotOpen
        : entry.Ledger.MayWrite(desk.Me) || entry.IsAnsweredBy(desk.Me) || entry.Ledger.CloseRoles.Any(desk.Me.Is) ? null
        : Refusals.NotYours(desk.Roles(entry.Ledger.WriteRoles), entry.Ledger.Clause);

    private static Refusal? MayEnd(LedgerEntry entry, LedgerDesk desk) =>
        entry.Ledger.CloseRoles.Count == 0 || !entry.IsOpen ? Refusals.NotOpen
        : entry.Ledger.Answer is not null && entry.State != EntryState.Answered ? Refusals.NotAnswered
        : !entry.Ledger.CloseRoles.Any(desk.Me.Is) ? Refusals.NotYours(desk.Roles(entry.Ledger.CloseRoles), entry.Ledger.Clause)
        : null;

    private ShowEntry.View.Step Step(Words title, string action, bool main) =>
        new(
            title,
            action,
            new FieldInputs.View([
                new FieldInputs.View.Field(LedgerEntry.TextName, FieldInputs.View.Shape.Words, LedgerTexts.StepText(action))
                {
                    Required = true,
                    Value = input.Shown(LedgerEntry.TextName, null),
                    Problem = input.Problem(LedgerEntry.TextName),
                },
            ])
            {
                Prefix = action + "-",
            },
            main
        );
}
