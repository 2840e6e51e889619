using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Decisions;

/// <summary>One item: what called for it, and the decision within its range, with its reason.</summary>
public sealed partial class ShowDecision
{
    /// <summary>The choice of deciding against it, beside the measures.</summary>
    private const string None = "none";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/decisions/{decision:long}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/decisions/{decision:long}/decision", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(long Id, Words Kind, string Clause, Words ClauseText, Words Result)
    {
        public Words? Problem { get; init; }
        public required IReadOnlyList<(Words Name, Words Value, string? Href)> Facts { get; init; }
        public FieldInputs.View? Form { get; init; }
        public required FileShelf.View Files { get; init; }
        public bool MayErase { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(long decision, [AsParameters] LedgerDesk desk, CancellationToken cancellation) =>
        await Open(decision, desk, cancellation) is { } opened
            ? Answer.Page<ShowDecision>(await ViewOf(opened, LedgerInput.None, desk, cancellation))
            : Results.NotFound();

    private static async Task<IResult> Post(
        long decision,
        HttpRequest request,
        [AsParameters] LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        if (await Open(decision, desk, cancellation) is not { } opened)
        {
            return Results.NotFound();
        }

        var input = new LedgerInput(await request.ReadFormAsync(cancellation));
        var change = Read(input, opened.Item.Kind, desk.Me);
        var refusal = MayBeDecided(opened.Item, desk);
        if (refusal is null && input.Sound)
        {
            refusal = await desk.Log.Decide(decision, change, item => MayBeDecided(item, desk), desk.Reader.Now, cancellation);
            if (refusal is null)
            {
                return Answer.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/decisions/{decision}"));
            }
        }

        var view = await ViewOf(await Open(decision, desk, cancellation) ?? opened, input, desk, cancellation);
        return Answer.Page<ShowDecision>(view with { Problem = refusal?.Sentence }, ChangeEntry.StatusOf(refusal));
    }

    private static EntryChange Read(LedgerInput input, DecisionKind kind, Me me)
    {
        var fields = new EventFields().WithPersonal(DecisionItem.ReasonName, input.Words(DecisionItem.ReasonName));
        var choice = input.Text(DecisionItem.MeasureName);
        if (choice == None)
        {
            return new EntryChange(DecisionItem.Declined, fields, me.StaffId, 0);
        }

        if (!kind.Measures.TryGetValue(choice, out var measure))
        {
            input.Blame(DecisionItem.MeasureName, LedgerTexts.NoChoice);
        }
        else if (measure.HasAmount && AmountIn(input) is not { } || measure is { HasAmount: true } && !InRange(measure, AmountIn(input)))
        {
            input.Blame(DecisionItem.AmountName, LedgerTexts.OutOfRange(measure.From, measure.To));
        }

        fields = fields
            .With(DecisionItem.MeasureName, choice)
            .With(DecisionItem.AmountName, measure is { HasAmount: true } ? AmountIn(input)?.ToString(CultureInfo.InvariantCulture) : null)
            .With(DecisionItem.DocumentName, input.OptionalLine(DecisionItem.DocumentName));
        return new EntryChange(DecisionItem.Decided, fields, me.StaffId, 0);
    }

    private static int? AmountIn(LedgerInput input) =>
        int.TryParse(input.Text(DecisionItem.AmountName), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static bool InRange(Measure measure, int? amount) => amount >= measure.From && amount <= measure.To;

    private static Refusal? MayBeDecided(DecisionItem item, LedgerDesk desk) => item.MayBeDecided(desk.Me, desk.Role(item.Kind.Decider));

    internal static async Task<OpenedDecision?> Open(long id, LedgerDesk desk, CancellationToken cancellation)
    {
        if (!await desk.Db.DecisionsFor(desk.Me, desk.Book.Decisions.Values, desk.Tree).AnyAsync(row => row.ItemId == id, cancellation))
        {
            return null;
        }

        using var session = desk.Database.Read();
        return DecisionSql.KeyOf(session, id) is { } key && DecisionItem.Fold(desk.Book.Decisions, EventLog.Read(session, key)) is { } item
            ? new OpenedDecision(item, EventLog.Texts(session, key))
            : null;
    }

    internal static async Task<View> ViewOf(OpenedDecision opened, LedgerInput input, LedgerDesk desk, CancellationToken cancellation)
    {
        var item = opened.Item;
        var words = await FieldWords.Load(desk, [item.Subject, item.ProposedBy, item.DecidedBy], cancellation);
        return new View(
            item.Key.CaseId,
            item.Kind.Name,
            item.Kind.Clause,
            desk.ClauseOf(item.Kind.Clause),
            DecisionTexts.ResultOf(item.Kind, item.State, item.Measure, item.Amount)
        )
        {
            Facts = [.. Facts(opened, words, desk)],
            Form = MayBeDecided(item, desk) is null ? Form(item.Kind, input) : null,
            Files = await DecisionFiles.Of(item, desk, cancellation),
            MayErase = desk.Me.Is(Administrators.Role),
        };
    }

    private static IEnumerable<(Words, Words, string?)> Facts(OpenedDecision opened, FieldWords words, LedgerDesk desk)
    {
        var item = opened.Item;
        yield return (DecisionTexts.Subject, FieldWords.Same(words.Person(item.Subject)), null);
        yield return (LedgerTexts.Place, FieldWords.Same(words.Place(item.Place)), null);
        yield return (DecisionTexts.Decider, desk.Role(item.Kind.Decider), null);
        yield return (DecisionTexts.Measures, DecisionTexts.RangeOf(item.Kind), null);
        if (item.Ledger is { } code && desk.Find(code) is { } ledger)
        {
            var source = item.Count is { } count ? DecisionTexts.Counted(ledger.Name, count) : ledger.Name;
            yield return (DecisionTexts.Source, source, ledger.Sees(desk.Me) ? $"/ledgers/{code}/{item.Entry}" : null);
        }

        if (item.Ground is { } ground)
        {
            yield return (DecisionTexts.Source, DecisionTexts.GroundOf(ground), RankingOf(ground));
        }

        foreach (var fact in CaseFacts.Of(item, desk))
        {
            yield return fact;
        }

        if (item.ProposedBy is { } proposer)
        {
            yield return (DecisionTexts.ProposedBy, FieldWords.Same(words.Person(proposer)), null);
            yield return (DecisionTexts.Reason, opened.Reason(1), null);
        }

        if (item.DecidedAt is { } at)
        {
            yield return (
                DecisionTexts.DecidedBy,
                FieldWords.Same($"{words.Person(item.DecidedBy ?? "—")} · {Phrases.Exact(at)[..16]}"),
                null
            );
            yield return (DecisionTexts.Why, opened.Reason(item.Version), null);
            if (item.Document is { } document)
            {
                yield return (DecisionTexts.Document, FieldWords.Same(document), null);
            }
        }
    }

    /// <summary>The ranking it was read from; only the one of specialists names people.</summary>
    private static string? RankingOf(MonthlyGround ground) =>
        ground.Result == PersonalResult.DeskRanking ? $"/rankings/{ground.Month}/specialists" : null;

    private static FieldInputs.View Form(DecisionKind kind, LedgerInput input) =>
        new([
            new FieldInputs.View.Field(DecisionItem.MeasureName, FieldInputs.View.Shape.Radios, DecisionTexts.Measure)
            {
                Required = true,
                Options =
                [
                    .. kind.Measures.Values.Select(each => new FieldInputs.View.Option(each.Code, DecisionTexts.MeasureOf(each))),
                    new FieldInputs.View.Option(None, DecisionTexts.Against),
                ],
                Value = input.Shown(DecisionItem.MeasureName, null),
                Problem = input.Problem(DecisionItem.MeasureName),
            },
            .. kind.Measures.Values.Any(each => each.HasAmount)
                ?
                [
                    Field(
                        DecisionItem.AmountName,
                        FieldInputs.View.Shape.Number,
                        DecisionTexts.Amount,
                        DecisionTexts.AmountHint,
                        required: false,
                        input
                    ),
                ]
                : Array.Empty<FieldInputs.View.Field>(),
            Field(DecisionItem.ReasonName, FieldInputs.View.Shape.Words, DecisionTexts.Why, null, required: true, input),
            Field(DecisionItem.DocumentName, FieldInputs.View.Shape.Line, DecisionTexts.Document, null, required: false, input),
        ]);

    private static FieldInputs.View.Field Field(
        string name,
        FieldInputs.View.Shape shape,
        Words label,
        Words? hint,
        bool required,
        LedgerInput input
    ) =>
        new(name, shape, label)
        {
            Required = required,
            Hint = hint,
            Value = input.Shown(name, null),
            Problem = input.Problem(name),
        };

    internal sealed record OpenedDecision(DecisionItem Item, IReadOnlyList<LogText> Texts)
    {
        public Words Reason(int seq) =>
            Texts.FirstOrDefault(text => text.Seq == seq)?.Text is { } text
            && TextSeal.Open(text).TryGetValue(DecisionItem.ReasonName, out var reason)
                ? FieldWords.Same(reason)
                : LedgerTexts.Erased;
    }
}
