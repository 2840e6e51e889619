using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;
using View = Shouwen.Watching.Ledgers.FieldInputs.View;

namespace Shouwen.Watching.Ledgers;

/// <summary>
/// The form of an entry at one place, made from the ledger's fields: what may be chosen is asked of the organisation once,
/// and what comes back is judged by the same.
/// </summary>
internal sealed class EntryForm
{
    private const int MostPeople = 1000;

    private readonly LedgerDesk desk;
    private readonly Ledger ledger;
    private readonly Dictionary<string, IReadOnlyList<View.Option>> options;

    private EntryForm(LedgerDesk desk, Ledger ledger, Dictionary<string, IReadOnlyList<View.Option>> options)
    {
        this.desk = desk;
        this.ledger = ledger;
        this.options = options;
    }

    public static async Task<EntryForm> At(string place, Ledger ledger, LedgerDesk desk, CancellationToken cancellation)
    {
        var choices = new Dictionary<string, IReadOnlyList<View.Option>>(StringComparer.Ordinal);
        foreach (var field in ledger.Fields)
        {
            choices[field.Code] = field.Kind switch
            {
                LedgerFieldKind.Staff => await People(field.Posts, place, desk, cancellation),
                LedgerFieldKind.Project => await Projects(place, desk, cancellation),
                LedgerFieldKind.Department => Departments(desk),
                LedgerFieldKind.Flag => [new("true", LedgerTexts.Yes), new("false", LedgerTexts.No)],
                LedgerFieldKind.Choice or LedgerFieldKind.Checklist =>
                [
                    .. field.Choices.Select(each => new View.Option(each.Key, each.Value)),
                ],
                _ => [],
            };
        }

        return new EntryForm(desk, ledger, choices);
    }

    /// <param name="input">What was typed.</param>
    /// <param name="preset">What stands in a field nobody has typed into yet.</param>
    public View Show(LedgerInput input, Func<string, string?> preset) =>
        new([
            new View.Field(LedgerEntry.DayName, FieldInputs.View.Shape.Day, LedgerTexts.Day)
            {
                Required = true,
                Value = input.Shown(LedgerEntry.DayName, preset(LedgerEntry.DayName)),
                Problem = input.Problem(LedgerEntry.DayName),
            },
            .. ledger.Fields.Select(field => new View.Field(field.Code, ShapeOf(field), field.Name)
            {
                Required = !field.Optional && field.RequiredWhen is null && field.Kind != LedgerFieldKind.Checklist,
                Value =
                    field.Kind == LedgerFieldKind.Checklist && input.Ticked(field.Code) is { Count: > 0 } ticked
                        ? string.Join(',', ticked)
                        : input.Shown(field.Code, preset(field.Code)),
                Options = options[field.Code],
                Problem = input.Problem(field.Code),
                Hint = HintOf(field),
            }),
        ]);

    /// <summary>The event's data, or null with the faults beside their fields.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="now">When.</param>
    /// <param name="written">When the entry was first written: a correction gives nobody more time.</param>
    public EventFields? Read(LedgerInput input, Instant now, Instant written)
    {
        var day = input.PastDay(LedgerEntry.DayName, now);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in ledger.Fields)
        {
            if (input.Value(field, text => Knows(field, text)) is { } value)
            {
                values.Add(field.Code, value);
            }
        }

        foreach (var field in ledger.Fields.Where(field => !values.ContainsKey(field.Code) && IsWanted(field, values)))
        {
            input.Blame(field.Code, LedgerTexts.Missing);
        }

        return input.Sound ? EntryFields.Of(ledger, day, values, written) : null;
    }

    private static bool IsWanted(LedgerField field, Dictionary<string, string> values) =>
        field.RequiredWhen is { } when ? when.Holds(values) : !field.Optional && field.Kind != LedgerFieldKind.Checklist;

    private bool Knows(LedgerField field, string text)
    {
        if (field.Kind != LedgerFieldKind.Case)
        {
            return options[field.Code].Any(option => option.Value == text);
        }

        using var session = desk.Database.Read();
        return Cases.Contract.CaseNumber.IsInScope(session, text, desk.Me.Scope);
    }

    private static FieldInputs.View.Shape ShapeOf(LedgerField field) =>
        field.Kind switch
        {
            LedgerFieldKind.Text or LedgerFieldKind.PersonalText => FieldInputs.View.Shape.Words,
            LedgerFieldKind.Date => FieldInputs.View.Shape.Day,
            LedgerFieldKind.Time => FieldInputs.View.Shape.Time,
            LedgerFieldKind.Choice or LedgerFieldKind.Flag => FieldInputs.View.Shape.Radios,
            LedgerFieldKind.Checklist => FieldInputs.View.Shape.Ticks,
            LedgerFieldKind.Score or LedgerFieldKind.Number => FieldInputs.View.Shape.Number,
            LedgerFieldKind.Amount => FieldInputs.View.Shape.Amount,
            LedgerFieldKind.Staff or LedgerFieldKind.Department or LedgerFieldKind.Project => FieldInputs.View.Shape.Select,
            LedgerFieldKind.Case => FieldInputs.View.Shape.Line,
        };

    private static Words? HintOf(LedgerField field) =>
        field.Kind switch
        {
            LedgerFieldKind.Score or LedgerFieldKind.Number => LedgerTexts.Between(field.From, field.To),
            LedgerFieldKind.Case => LedgerTexts.CaseHint,
            LedgerFieldKind.PersonalText => LedgerTexts.PersonalHint,
            _ => null,
        };

    /// <summary>Everybody who holds any post at the place, under it or above it: who an agreed action may fall to.</summary>
    public static Task<IReadOnlyList<View.Option>> Staff(string place, LedgerDesk desk, CancellationToken cancellation) =>
        People([.. Enum.GetValues<Post>().Where(post => post is not (Post.Administrator or Post.Reader))], place, desk, cancellation);

    /// <summary>Who holds one of the posts at the place, under it or above it.</summary>
    public static async Task<IReadOnlyList<View.Option>> People(
        IReadOnlyList<Post> posts,
        string place,
        LedgerDesk desk,
        CancellationToken cancellation
    )
    {
        var places = desk.Tree.UpFrom(place).Concat(desk.Tree.DownFrom(place)).Distinct(StringComparer.Ordinal).ToList();
        var now = desk.Reader.Now;
        var people = await desk
            .Db.Set<Staff>()
            .AsNoTracking()
            .Where(staff =>
                desk.Db.Set<Assignment>()
                    .Any(post =>
                        post.StaffId == staff.Id
                        && places.Contains(post.Place)
                        && posts.Contains(post.Post)
                        && post.From <= now
                        && (post.Until == null || post.Until > now)
                    )
            )
            .OrderBy(staff => staff.Name)
            .ThenBy(staff => staff.Id)
            .Take(MostPeople)
            .ToListAsync(cancellation);
        return [.. people.Select(Named)];
    }

    private static View.Option Named(Staff staff) =>
        new(staff.Id, FieldWords.Same(staff.Post.Length == 0 ? staff.Name : $"{staff.Name} · {staff.Post}"));

    private static async Task<IReadOnlyList<View.Option>> Projects(string place, LedgerDesk desk, CancellationToken cancellation)
    {
        var under = desk.Tree.DownFrom(place);
        var projects = await desk
            .Db.Set<Place>()
            .AsNoTracking()
            .Where(each => each.Kind == PlaceKind.Project && under.Contains(each.Id))
            .OrderBy(each => each.Name)
            .ToListAsync(cancellation);
        return [.. projects.Select(each => new View.Option(each.Id, FieldWords.Same(each.Name)))];
    }

    private static IReadOnlyList<View.Option> Departments(LedgerDesk desk) =>
        [
            .. desk
                .Rules.Books.Values.SelectMany(book => book.At(desk.Reader.Now).Terms.GetValueOrDefault("departments")?.Keys ?? [])
                .Distinct(StringComparer.Ordinal)
                .Select(code => new View.Option(code, desk.Term("departments", code))),
        ];
}
