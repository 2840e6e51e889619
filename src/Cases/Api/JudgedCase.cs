using System.Text.Json;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>One case as programs read it, judged now. Pure: from the judged file to the answers.</summary>
internal sealed class JudgedCase
{
    private readonly CaseFile file;
    private readonly Instant now;
    private readonly Reader reader;
    private readonly RuleVersion version;

    private JudgedCase(CaseFile file, Reader reader, Instant at)
    {
        this.file = file;
        this.reader = reader;
        now = Instant.Max(at, file.History.State.LastAt);
        version = file.Judgement.Pins is [.., var pin] ? file.Book.Versions.First(v => v.Name == pin.RuleVersion) : file.Book.Latest;
    }

    public int Version => file.Version;

    /// <summary>Its own: the number asked for may have been that of a merged case.</summary>
    public string Number => file.Number;

    /// <summary>What the measures cost whom; only for the roles the book names.</summary>
    public bool ShowsCharges => reader.Me!.MaySeeCharges(file.Book.At(now), file.History.Events);

    /// <summary>Null when there is no such case in the caller's scope.</summary>
    public static JudgedCase? Open(string number, CaseLog log, Reader reader) =>
        log.Load(reader.Me!, number, reader.Now) is { } file ? new JudgedCase(file, reader, reader.Now) : null;

    /// <summary>What a merged case was, judged when it was merged; null when the number is that of no merged case in scope.</summary>
    public static MergedJson? Merged(string number, CaseLog log, Reader reader)
    {
        if (log.LoadMerged(reader.Me!, number) is not { } file)
        {
            return null;
        }

        var merged = file.Records.Last(record =>
            record.Name == Relations.Merged && JsonElement.Parse(record.Data).GetProperty("from").GetString() == number
        );
        var opened = new JudgedCase(file, reader, merged.At);
        return new MergedJson
        {
            Number = file.Number,
            Into = JsonElement.Parse(merged.Data).GetProperty("into").GetString()!,
            Rules = file.Rules,
            State = file.Judgement.Stage,
            Cycle = file.Judgement.Cycle,
            JudgedAt = opened.now,
            Clocks = [.. file.Judgement.Clocks.Select(opened.Clock)],
            Penalties = opened.ShowsCharges ? opened.Penalties().Items : null,
            Events = opened.Events().Items,
        };
    }

    public CaseJson Whole(IReadOnlyList<Attachment> attachments)
    {
        var opening = file.Events.First(recorded => recorded.Seq == 1);
        using var fields = JsonDocument.Parse(opening.Data);
        var order = file.History.Events.OfType<OrderIssued>().LastOrDefault();
        var running = file.Judgement.Clocks.Where(clock => clock is { StoppedAt: null, State: ClockState.Running }).ToList();
        return new CaseJson
        {
            Id = file.Number,
            Number = file.Number,
            Rules = file.Rules,
            RuleVersion = version.Name,
            State = file.Judgement.Stage,
            Cycle = file.Judgement.Cycle,
            Nature = file.Judgement.Nature,
            Version = file.Version,
            Project = file.Project,
            Unit = Text(fields, "unit"),
            Channel = Text(fields, "channel"),
            Category = Text(fields, "category"),
            Kind = file.Kind,
            Demand = Text(fields, "demand"),
            RequiredBy = Text(fields, "requiredBy") is { } text && Instant.TryParse(text, out var required) ? required : null,
            Customer = Customer(),
            Erased = opening.Erased ? true : null,
            Order = order is null ? null : Order(order),
            OpenedAt = file.History.State.OpenedAt,
            ClosedAt = ClosedAt(),
            DueAt = running.Count == 0 || ClosedAt() is not null ? null : running.Min(clock => clock.DueAt),
            JudgedAt = now,
            Clocks = [.. file.Judgement.Clocks.Select(Clock)],
            Attachments = [.. attachments.Select(AttachmentsJson.Of)],
            Links = LinksJson.Of(file.Number),
        };
    }

    public EventListJson Events() =>
        new() { Items = [.. file.Events.OrderBy(recorded => recorded.Seq).Select(Event)], Version = file.Version };

    public RecordListJson Records() => new() { Items = [.. file.Records.Select(Record)], Version = file.Version };

    public PenaltyListJson Penalties() =>
        new() { Items = [.. file.Judgement.Penalties.Select(item => PenaltiesJson.Of(file.Number, item))] };

    public ExplanationJson Explained() =>
        new()
        {
            Id = file.Number,
            JudgedAt = now,
            Clocks =
            [
                .. file.Judgement.Clocks.Select(clock => new ExplainedClockJson
                {
                    Clock = Clock(clock),
                    Why = Why(Explanation.Of(file.History, now, clock)),
                }),
            ],
            Penalties = ShowsCharges
                ?
                [
                    .. file.Judgement.Penalties.Select(item => new ExplainedPenaltyJson
                    {
                        Penalty = PenaltiesJson.Of(file.Number, item),
                        Why = Why(Explanation.Of(file.History, file.Judgement, item)),
                    }),
                ]
                : null,
        };

    private CustomerJson? Customer() =>
        file.Customer is { } customer
            ? new CustomerJson { Name = customer.Name, Phone = customer.Phone is { } phone ? Phrases.MaskedPhone(phone) : null }
            : null;

    private static OrderJson Order(OrderIssued order) =>
        new()
        {
            Department = order.Department,
            Accountable = order.Accountable,
            Leader = order.Leader,
            Chairman = order.Chairman,
            IssuedAt = order.At,
        };

    private Instant? ClosedAt() =>
        file.Judgement.Stage == CaseStage.Closed || (file.Judgement.Stage == CaseStage.Resolved && file.Book.Procedure == Procedure.Group)
            ? file
                .History.Events.Last(happened =>
                    happened.Type is EventType.ClosureApproved or EventType.CaseClosed or EventType.CaseResolvedOnSpot
                )
                .At
            : null;

    private ClockJson Clock(Clock clock) =>
        new()
        {
            Id = clock.Id,
            Clause = clock.Clause,
            Name = version.FindClock(clock.Id, clock.Clause) is { } rule ? reader.Say(rule.Name) : clock.Id,
            Cycle = clock.Cycle,
            StartedAt = clock.StartedAt,
            DueAt = clock.DueAt,
            StoppedAt = clock.StoppedAt,
            EndedAt = clock.EndedAt,
            State = clock.State,
            Provisional = clock.Provisional ? true : null,
        };

    private EventJson Event(RecordedEvent recorded)
    {
        using var data = JsonDocument.Parse(recorded.Data);
        return new EventJson
        {
            Seq = recorded.Seq,
            Type = recorded.Type.Name(),
            Name = version.Events.TryGetValue(recorded.Type, out var rule) ? reader.Say(rule.Name) : recorded.Type.Name(),
            At = recorded.At,
            ReceivedAt = recorded.ReceivedAt.ToOffset(Instant.Offset),
            RecordedAt = recorded.RecordedAt.ToOffset(Instant.Offset),
            DeviceAt = recorded.DeviceAt?.ToOffset(Instant.Offset),
            By = recorded.By,
            Data = data.RootElement.Clone(),
            Erased = recorded.Erased ? true : null,
        };
    }

    private RecordJson Record(CaseRecord record)
    {
        var rule = file.Book.At(record.At).Records.GetValueOrDefault(record.Name);
        return new RecordJson
        {
            Seq = record.Seq,
            Type = record.Name,
            Name = rule is null ? record.Name : reader.Say(rule.Title),
            Clause = rule?.Clause,
            At = record.At,
            RecordedAt = record.RecordedAt.ToOffset(Instant.Offset),
            By = record.By,
            Event = record.Event,
            Data = JsonElement.Parse(record.Data),
            Erased = record.Erased ? true : null,
        };
    }

    private WhyJson Why(Explanation why) =>
        new()
        {
            Clause = new ClauseJson
            {
                Id = why.Clause.Id,
                Text = reader.Say(why.Clause.Text),
                Reading = why.Clause.Reading is { } reading ? reader.Say(reading) : null,
            },
            RuleVersion = why.RuleVersion,
            Arithmetic = reader.Say(why.Arithmetic),
            Events = [.. why.Events.Select(position => Used(file.Events[position]))],
        };

    private static UsedEventJson Used(RecordedEvent recorded) =>
        new()
        {
            Seq = recorded.Seq,
            Type = recorded.Type.Name(),
            At = recorded.At,
            By = recorded.By,
        };

    private static string? Text(JsonDocument fields, string name) =>
        fields.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
