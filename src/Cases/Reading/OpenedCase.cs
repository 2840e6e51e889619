using Shouwen.Cases.Acting;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Claims;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Orders;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>One case as its page tells it, at one moment. Pure: from the judged file and the names to the views.</summary>
internal sealed class OpenedCase
{
    private readonly CaseFile file;
    private readonly StaffNames names;
    private readonly ProjectNames projects;
    private readonly Instant now;
    private readonly RuleVersion version;
    private readonly EventData opening;
    private readonly OrderIssued? order;

    public OpenedCase(CaseFile file, StaffNames names, ProjectNames projects, Instant now)
    {
        this.file = file;
        this.names = names;
        this.projects = projects;
        this.now = now;
        version = file.Judgement.Pins is [.., var pin] ? file.Book.Versions.First(v => v.Name == pin.RuleVersion) : file.Book.Latest;
        opening = new EventData(file.Events[0]);
        order = file.History.Events.OfType<OrderIssued>().LastOrDefault();
    }

    /// <summary>The files of the case, and what has become of each.</summary>
    public IReadOnlyList<(Attachment File, FileState State)> Attachments { get; init; } = [];

    public CaseFile File => file;

    /// <summary>What the present cycle brought forth.</summary>
    public CycleGrounds Grounds => new(file, version, names, Attachments, now);
    public IReadOnlyList<CaseOffer> Offers { get; init; } = [];

    /// <summary>How many members of the group it leads are open, where the book lets it wait for them.</summary>
    public int WaitsFor { get; init; }

    /// <summary>The leading case of a group waits for its members, where its book says so.</summary>
    public Refusal? WhyNotClose(EventType type) =>
        WaitsFor > 0 && Grouping.Closes(type) ? RelationRefusals.MembersOpen(file.Book.At(now).Relations.Group.Clause, WaitsFor) : null;

    /// <summary>Its own number: the one asked for may have been that of a merged case.</summary>
    public string Number => file.Number;

    public IReadOnlyList<CaseEvent> Happened => file.History.Events;

    /// <summary>The steps of a claim go by the limits of authority, where the book has them (EG-34).</summary>
    private bool HasClaimPage => file.Book.At(now).Authority is not null;

    /// <summary>Everybody whose name the page needs.</summary>
    public static IEnumerable<string> Mentioned(CaseFile file) =>
        file
            .Events.Select(recorded => recorded.By)
            .OfType<string>()
            .Concat(
                file.History.Events.OfType<OrderIssued>().SelectMany(issued => new[] { issued.Accountable, issued.Leader, issued.Chairman })
            )
            .Concat(file.Records.SelectMany(record => RecordLines.Mentioned(file.Book, record)))
            .Concat(file.Judgement.Penalties.Select(penalty => penalty.Subject))
            .Concat(file.Judgement.Messages.SelectMany(message => message.To));

    public ShowCase.View Page(Me me) =>
        new(Head(), opening.Text("demand"), file.Events[0].Erased)
        {
            Actions = Actions(me),
            Phone = Phone(me),
            Facts = [.. Facts()],
            People = [.. People()],
            Story = new CaseStory(file, version, names, now) { Attachments = Attachments }.Tell(),
            Clocks = Clocks.Grouped(),
            Penalties = Penalties(),
            HasOrder = Order(me) is not null,
            HasLink = me.MayShowLink(file.Book.At(now), file.History.Events),
            HasDeskRating = me.MayHandOverForRating(file.Book.At(now), file.History.Events),
            Files = Files(me),
            Offers = Offers,
            HasClaims = HasClaimPage && file.History.Events.Any(happened => happened.Type == EventType.ClaimRaised),
        };

    /// <summary>The sentence after an action; the address may ask for it only with an event the book knows.</summary>
    public Words? Recorded(string? type) =>
        type is null ? null
        : EventTypes.TryFind(type, out var found) && version.Events.TryGetValue(found, out var rule) ? ActingTexts.Recorded(rule.Name)
        : file.Book.At(now).Records.TryGetValue(type, out var record) ? ActingTexts.Recorded(record.Title)
        : null;

    public string? WholePhone => file.Customer?.Phone;

    /// <summary>The order of the current cycle as a sheet; null where there is none.</summary>
    internal OrderSheet? Order(Me me)
    {
        var phone = Phone(me) is null ? null : WholePhone;
        var sheet = new OrderSheet(file, version, names, projects.Home(file.Project, opening.Text("unit")), phone);
        return sheet.Exists ? sheet : null;
    }

    private Words NameOf(string by) => by == Attachment.Customer ? AttachmentTexts.Customer : Same(names.Of(by));

    private FileShelf.View Files(Me me) =>
        Shelf.Of(
            "case-files",
            Attachments,
            attachment => $"/api/v1/attachments/{attachment.Id}",
            NameOf,
            me.MayAttach(file.Book.At(now), file.History.Events) ? $"/cases/{Uri.EscapeDataString(file.Number)}/attachments" : null
        );

    private ActionBar.View? Actions(Me me)
    {
        var possible = new PossibleActions(file.History, now);
        var actions = possible.For(me).Where(action => WhyNotClose(action.Type) is null).ToList();
        var foremost = possible.Foremost(actions, file.Judgement);
        var records = possible.RecordsFor(me).Where(rule => rule.Name != Relations.Taken || file.Relations.WaitsForDesk).ToList();
        return actions.Count + records.Count == 0
            ? null
            : new ActionBar.View(
                file.Number,
                [
                    .. actions
                        .OrderByDescending(action => action == foremost)
                        .Select(action => new ActionBar.View.Action(action.Type.Name(), action.Rule.Action, action == foremost)
                        {
                            Page =
                                HasClaimPage && action.Type != EventType.ClaimRaised && ClaimFold.IsClaim(action.Type.Name())
                                    ? ShowClaim.Address(file.Number)
                                    : null,
                        }),
                ]
            )
            {
                Records =
                [
                    .. records
                        .Where(rule => !ClaimFold.IsClaim(rule.Name))
                        .Select(rule => new ActionBar.View.Action(rule.Name, rule.Action, Foremost: false)),
                ],
            };
    }

    private PhoneLine.View? Phone(Me me) =>
        file.Customer?.Phone is { } phone && me.MaySeePhones(file.Book.At(now), file.History.Events)
            ? new PhoneLine.View(file.Number, Phrases.MaskedPhone(phone), null)
            : null;

    public ExplainCase.View Explained() => new(Head(), Clocks.Lines(), Penalties());

    private CaseClocks Clocks => new(file, version, names, now);

    /// <summary>Charges belong to the group's measures; the other books have none, so their cases have no such box.</summary>
    private PenaltyList.View? Penalties() =>
        file.Book.Procedure == Procedure.Group ? new CasePenalties(file, version, names).ByMonth() : null;

    private CaseHead.View Head()
    {
        var nature = Codes.Of(file.Judgement.Nature);
        return new CaseHead.View(
            file.Number,
            version.Term("natures", nature),
            file.Judgement.Nature == CaseNature.Ordinary ? null : nature,
            file.Book.Procedure == Procedure.Group ? CaseTexts.Round(file.Judgement.Cycle) : null,
            version.Term("states", Codes.Of(file.Judgement.Stage)),
            Line(),
            Clocks.Next()
        );
    }

    /// <summary>"澜岸 3-2-1201 · 李女士 138****5678 · 来电 10月8日 09:00".</summary>
    private Words Line()
    {
        var customer = file.Customer;
        var phone = customer?.Phone is { } number ? Phrases.MaskedPhone(number) : null;
        var who = string.Join(' ', new[] { customer?.Name, phone }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var opened = Phrases.Moment(file.History.Events[0].At, now);
        var channel = opening.Text("channel") is { } code ? version.Term("channels", code) : CaseTexts.Opened;
        var before = string.Join(
            " · ",
            new[] { projects.Home(file.Project, opening.Text("unit")), who }.Where(part => !string.IsNullOrWhiteSpace(part))
        );
        return new Words(
            string.Join(" · ", new[] { before, $"{channel.Zh} {opened.Zh}" }.Where(part => part.Length > 0)),
            string.Join(" · ", new[] { before, $"{channel.En} {opened.En}" }.Where(part => part.Length > 0))
        );
    }

    private IEnumerable<ShowCase.View.Fact> Facts()
    {
        if (opening.Text("category") is { } category)
        {
            yield return new(CaseTexts.Category, version.Categories.TryGetValue(category, out var rule) ? rule.Name : Same(category));
        }

        if (Department() is { } department)
        {
            yield return new(CaseTexts.Department, version.Term("departments", department));
        }

        if (file.Project is { } project)
        {
            yield return new(CaseTexts.Project, Same(projects.Of(project)));
        }

        if (Required() is { } required)
        {
            yield return new(CaseTexts.RequiredBy, Phrases.Date(required, now));
        }

        if (Agreed() is { } agreed)
        {
            yield return new(CaseTexts.AgreedBy, Phrases.Date(agreed, now));
        }

        var title = file.Book.Title;
        yield return new(CaseTexts.RuleBook, new Words($"{title.Zh} {version.Name} {CaseTexts.Version.Zh}", $"{title.En}, {version.Name}"));
        if (file.Source is { } source)
        {
            yield return new(CaseTexts.Source, Same($"{source} {file.Reference}"));
        }
    }

    private string? Department() =>
        order?.Department
        ?? (opening.Text("category") is { } category && version.Categories.TryGetValue(category, out var rule) ? rule.Lead : null);

    /// <summary>The last order's word counts; before an order, what the customer asked for.</summary>
    private Instant? Required() =>
        file.History.Events.OfType<OrderSubmitted>().LastOrDefault()?.RequiredBy
        ?? file.History.Events.OfType<CaseOpened>().FirstOrDefault()?.RequiredBy;

    private Instant? Agreed() =>
        file.History.Events.OfType<PlanRecorded>().Select(plan => plan.AgreedBy).OfType<Instant>().Select(at => (Instant?)at).Min();

    private IEnumerable<ShowCase.View.Fact> People()
    {
        if ((file.Events[0].By ?? file.Relations.Reporter) is { } first)
        {
            yield return new(CaseTexts.FirstContact, Same(names.Of(first)));
        }

        if (order is null)
        {
            yield break;
        }

        yield return new(CaseTexts.Accountable, Same(names.Of(order.Accountable)));
        yield return new(CaseTexts.Leader, Same(names.Of(order.Leader)));
        yield return new(CaseTexts.Chairman, Same(names.Of(order.Chairman)));
    }

    private static Words Same(string text) => new(text, text);
}
