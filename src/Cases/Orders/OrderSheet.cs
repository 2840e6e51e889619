using Shouwen.Cases.Contract;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Orders;

/// <summary>What stands on the order (EG-14, EG-20, EG-21): everything from the case, nothing typed in again.</summary>
internal sealed class OrderSheet(CaseFile file, RuleVersion version, StaffNames names, string? home, string? phone)
{
    private static readonly EventType[] Signatures = [EventType.OrderSubmitted, EventType.OrderApproved, EventType.OrderIssued];

    private readonly EventData opening = new(file.Events[0]);
    private readonly IReadOnlyList<RecordedEvent> round = OfTheLastSubmission(file.Events);

    /// <summary>Whether this cycle has an order at all.</summary>
    public bool Exists => round.Count > 0;

    /// <summary>The whole number stands on the paper: the look at it is logged.</summary>
    public bool ShowsPhone => phone is not null;

    public PrintOrder.View Sheet(string address) =>
        new(file.Number, address, Issued is not null)
        {
            Cycle = file.Judgement.Cycle > 1 ? CaseTexts.Round(file.Judgement.Cycle) : null,
            Facts = [.. Facts()],
            Demand = opening.Text("demand") ?? "",
            Steps = [.. round.Select(Step)],
            Limits = [.. Limits()],
            Rule = OrderTexts.Rule(file.Book.Title, version.Name),
        };

    private RecordedEvent? Issued => round.FirstOrDefault(step => step.Type == EventType.OrderIssued);

    private IEnumerable<(PrintOrder.View.Fact Left, PrintOrder.View.Fact? Right)> Facts()
    {
        var category = opening.Text("category") is { } code ? version.Categories.GetValueOrDefault(code) : null;
        var order = file.History.Events.OfType<OrderIssued>().LastOrDefault();
        yield return (Fact(OrderTexts.Project, Same(home)), Fact(OrderTexts.Customer, Same(file.Customer?.Name)));
        yield return (
            Fact(OrderTexts.Phone, Same(phone ?? (file.Customer?.Phone is { } hidden ? Phrases.MaskedPhone(hidden) : null))),
            Fact(OrderTexts.Channel, opening.Text("channel") is { } channel ? version.Term("channels", channel) : null)
        );
        yield return (
            Fact(OrderTexts.Category, category?.Name),
            Fact(OrderTexts.Nature, version.Term("natures", Codes.Of(file.Judgement.Nature)))
        );
        yield return (Fact(OrderTexts.RequiredBy, Same(RequiredBy)), Fact(OrderTexts.Supports, Supports(category)));
        var issued = Issued is not null;
        yield return (
            Fact(OrderTexts.Department, issued ? version.Term("departments", order!.Department) : Lead(category)),
            Fact(OrderTexts.Accountable, issued ? Same(names.Of(order!.Accountable))! : OrderTexts.NotYet)
        );
        yield return (
            Fact(OrderTexts.Leader, issued ? Same(names.Of(order!.Leader))! : OrderTexts.NotYet),
            Fact(OrderTexts.Chairman, issued ? Same(names.Of(order!.Chairman))! : OrderTexts.NotYet)
        );
    }

    private string? RequiredBy => new EventData(round[0]).Time("requiredBy") is { } at ? Minute(at) : null;

    private Words? Supports(CategoryRule? category)
    {
        var departments = category?.Supports.Select(code => version.Term("departments", code)).ToList() ?? [];
        return new Words(string.Join('、', departments.Select(each => each.Zh)), string.Join(", ", departments.Select(each => each.En)));
    }

    private Words? Lead(CategoryRule? category) => category is null ? null : version.Term("departments", category.Lead);

    private PrintOrder.View.Step Step(RecordedEvent step) =>
        new(version.Events[step.Type].Name, step.By is { } by ? names.Of(by) : "", Minute(step.At));

    /// <summary>What the order starts: the visit, and the deadline of EG-25.</summary>
    private IEnumerable<PrintOrder.View.Limit> Limits() =>
        from clock in file.Judgement.Clocks
        where clock.Cycle == file.Judgement.Cycle && clock.State != ClockState.Cancelled
        where Issued is { } issued && clock.StartedAt == issued.At
        let rule = version.FindClock(clock.Id, clock.Clause)
        where rule is not (null or DailyClock)
        select new PrintOrder.View.Limit(rule.Name, clock.Clause, Minute(clock.DueAt));

    /// <summary>An order that was rejected is filled in anew: the last one counts.</summary>
    private static IReadOnlyList<RecordedEvent> OfTheLastSubmission(IReadOnlyList<RecordedEvent> events)
    {
        var all = events.ToList();
        var from = all.FindLastIndex(each => each.Type == EventType.OrderSubmitted);
        var reopened = all.FindLastIndex(each => each.Type == EventType.CaseReopened);
        return from < 0 || from < reopened ? [] : [.. all.Skip(from).Where(each => Signatures.Contains(each.Type))];
    }

    private static PrintOrder.View.Fact Fact(Words name, Words? value) => new(name, value ?? Same("—")!);

    private static Words? Same(string? text) => string.IsNullOrEmpty(text) ? null : new Words(text, text);

    private static string Minute(Instant at) => Phrases.Exact(at)[..16];
}
