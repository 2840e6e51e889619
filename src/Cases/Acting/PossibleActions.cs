using System.Text;
using System.Text.Json;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>
/// What could happen to a case next. Nothing here knows the procedure: an event is possible when the rules accept a sample
/// of it, and it is the one to do now when it stops the clock that ends first.
/// </summary>
internal sealed class PossibleActions(CaseHistory history, Instant now)
{
    private readonly RuleVersion version = history.Book.At(now);
    private readonly EventReader reader = new(history.Book.Procedure);

    /// <param name="Type">What would happen.</param>
    /// <param name="Rule">What the book says of it.</param>
    /// <param name="After">The case after the first variant of it that this person may record.</param>
    /// <param name="Outcomes">After each variant; worked out only where somebody looks.</param>
    public sealed record Action(EventType Type, EventRule Rule, CaseHistory After, IEnumerable<CaseHistory> Outcomes);

    /// <summary>In the order of the rule book: what the state allows and this person may record.</summary>
    public IReadOnlyList<Action> For(Me me) =>
        [
            .. from shape in EventVocabulary.Of(history.Book.Procedure).Shapes
            where shape.Type != EventType.CaseOpened && me.MayNotRecord(version, shape.Type, history.Events) is null
            let allowed = Samples(shape).Where(sample => me.MayNotRecord(version, sample, history.Events) is null)
            let outcomes = allowed.Select(sample => history.With(sample).Next).OfType<CaseHistory>()
            let after = outcomes.FirstOrDefault()
            where after is not null
            select new Action(shape.Type, version.Events[shape.Type], after, outcomes),
        ];

    /// <summary>What this person may note now beside the events, in the order of the rule book.</summary>
    public IReadOnlyList<RecordRule> RecordsFor(Me me) =>
        [
            .. version.Records.Values.Where(rule =>
                rule.IsPossibleAt(history.State.Stage) && me.MayNotRecord(version, rule, history.Events) is null
            ),
        ];

    /// <summary>
    /// The action that stops the running clock that ends first, rather the one its own clause demands (EG-14(1): the order)
    /// than another way out (EG-15: solved on the spot). Never a way back: where only one would stop the clock, something has to
    /// precede the way on (EG-29: the call-back), and that is what the book says the state waits for. Null when there is nothing.
    /// </summary>
    public Action? Foremost(IReadOnlyList<Action> actions, Judgement judgement)
    {
        var outcomes = actions.Select(action => (Action: action, Running: Running(action.After.Judge(now, Context.Unknown)))).ToList();
        foreach (var clock in Running(judgement))
        {
            var stops = outcomes.Where(outcome => !outcome.Running.Exists(other => Same(other, clock))).Select(outcome => outcome.Action);
            var (back, on) = (stops.Where(IsWayBack).ToList(), stops.Where(action => !IsWayBack(action)));
            if (on.MinBy(action => action.Rule.Clause == clock.Clause ? 0 : 1) is { } foremost)
            {
                return foremost;
            }

            if (back.Count > 0)
            {
                return Awaited(actions);
            }
        }

        return Awaited(actions);
    }

    /// <summary>The first step the book names for the state, of those that lead on.</summary>
    private Action? Awaited(IReadOnlyList<Action> actions)
    {
        var turn = version.Turns.GetValueOrDefault(history.State.Stage) ?? [];
        return turn.Select(type => actions.FirstOrDefault(action => action.Type == type))
            .FirstOrDefault(action =>
                action is not null && !IsWayBack(action) && LeadsOn(action, [.. turn.SkipWhile(type => type != action.Type).Skip(1)])
            );
    }

    /// <summary>
    /// The case moves on by it, or one of the steps named after it becomes possible: a call for something else than closing
    /// does not lead to the closing.
    /// </summary>
    private bool LeadsOn(Action action, IReadOnlyList<EventType> following) =>
        following.Count == 0
        || action.Outcomes.Any(after =>
            after.State.Stage != history.State.Stage || following.Any(type => !Allows(type) && new PossibleActions(after, now).Allows(type))
        );

    private bool Allows(EventType type) => EventVocabulary.Of(history.Book.Procedure).Find(type) is { } shape && WhyNot(shape) is null;

    /// <summary>It leads to a state the case has left behind.</summary>
    private bool IsWayBack(Action action) => action.After.State.Stage < history.State.Stage;

    /// <summary>Why this person may record no event of this shape that the state allows; null when one may be.</summary>
    public Refusal? Forbidden(Me me, EventShape shape)
    {
        if (me.MayNotRecord(version, shape.Type, history.Events) is { } role)
        {
            return role;
        }

        var possible = Samples(shape).Where(sample => history.With(sample).Refusal is null).ToList();
        var answers = possible.Select(sample => me.MayNotRecord(version, sample, history.Events)).ToList();
        return answers.Contains(null) ? null : answers.FirstOrDefault();
    }

    /// <summary>What this person can call the customer for now, in the order of the book.</summary>
    public IReadOnlyList<string> Purposes(Me me, EventShape shape) =>
        [
            .. Samples(shape)
                .OfType<CallbackMade>()
                .Where(call => history.With(call).Refusal is null && me.MayNotRecord(version, call, history.Events) is null)
                .Select(call => EnumCode.Of(call.Purpose))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Why the state allows no event of this shape; null when it does.</summary>
    public Refusal? WhyNot(EventShape shape)
    {
        var answers = Samples(shape).Select(sample => history.With(sample).Refusal).ToList();
        return answers.Contains(null) ? null : answers.FirstOrDefault();
    }

    private static List<Clock> Running(Judgement judgement) =>
        [.. judgement.Clocks.Where(clock => clock is { StoppedAt: null, EndedAt: null }).OrderBy(clock => clock.DueAt)];

    private static bool Same(Clock one, Clock other) => one.Id == other.Id && one.Cycle == other.Cycle && one.StartedAt == other.StartedAt;

    /// <summary>One event for each choice and flag of its fields; the rest of the fields hold anything that reads.</summary>
    private IEnumerable<CaseEvent> Samples(EventShape shape)
    {
        var required = shape.Fields.Where(field => field.Required).ToList();
        var variants = required.Select(field => Values(field).Count).DefaultIfEmpty(1).Max();
        for (var variant = 0; variant < variants; variant++)
        {
            var data = new StringBuilder("{");
            foreach (var field in required)
            {
                var values = Values(field);
                data.Append(data.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(field.Name)).Append(':');
                data.Append(values[Math.Min(variant, values.Count - 1)]);
            }

            data.Append('}');
            var at = Instant.Max(now, history.State.LastAt);
            if (reader.ReadData(shape.Type, at, "someone", Encoding.UTF8.GetBytes(data.ToString()), out var sample) is null)
            {
                yield return sample!;
            }
        }
    }

    private IReadOnlyList<string> Values(Field field) =>
        field.Kind switch
        {
            FieldKind.Text or FieldKind.Name => ["\"-\""],
            FieldKind.Time => [$"\"{Instant.Max(now, history.State.LastAt) + TimeSpan.FromDays(1)}\""],
            FieldKind.True => ["true"],
            FieldKind.Flag => ["true", "false"],
            FieldKind.Score => ["5"],
            FieldKind.Amount => ["0"],
            FieldKind.Choice => [.. field.Choices.Select(choice => $"\"{choice}\"")],
        };
}
