using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

/// <summary>The timeline: what was done, and between it the breaches, charges and reminders at their own instants; newest first.</summary>
internal sealed class CaseStory(CaseFile file, RuleVersion version, StaffNames names, Instant now)
{
    public IReadOnlyList<(Attachment File, FileState State)> Attachments { get; init; } = [];

    public Timeline.View Tell()
    {
        var entries = Happened().Concat(Noted()).Concat(Breaches()).Concat(Charges()).Concat(Messages());
        return new Timeline.View([.. Folded(entries.OrderBy(entry => entry.At)).Reverse()]);
    }

    private IEnumerable<Timeline.View.Entry> Happened() =>
        file.Events.Select(
            (recorded, position) =>
            {
                var late = file.Judgement.Clocks.FirstOrDefault(clock =>
                    clock.State == ClockState.Breached && clock.Evidence.Stop == position && clock.StoppedAt > clock.DueAt
                );
                var lines = new EventLines(recorded, version, names, now).All().ToList();
                if (late is { StoppedAt: { } stopped })
                {
                    lines.Add(LateBy(late, stopped));
                }

                var weight =
                    late is not null ? Timeline.View.Weight.Bad
                    : IsDecision(recorded.Type) ? Timeline.View.Weight.Key
                    : Timeline.View.Weight.Quiet;
                var by = recorded.By is { } id ? names.Of(id) : null;
                return new Timeline.View.Entry(recorded.At, weight, CaseReasons.EventName(version, recorded.Type), by, lines)
                {
                    Files = FilesOf(recorded.Seq),
                };
            }
        );

    private IEnumerable<Timeline.View.Entry> Noted() =>
        file.Records.Select(record =>
        {
            var told = new RecordLines(file.Book, record, names, now);
            var by = record.By is { } id ? names.Of(id) : null;
            return new Timeline.View.Entry(record.At, Timeline.View.Weight.Quiet, told.Title, by, [.. told.All()])
            {
                Files = FilesOf(record.Seq),
            };
        });

    private IReadOnlyList<Timeline.View.File> FilesOf(int seq) =>
        [
            .. Attachments
                .Where(each => each.File.Event == seq && each.State == FileState.Kept)
                .Select(each => Timeline.View.File.Of(each.File)),
        ];

    private Words LateBy(Clock clock, Instant stopped)
    {
        var late = CaseTexts.Late(Phrases.Length(stopped - clock.DueAt));
        var limit = CaseTexts.Limit(Phrases.Moment(clock.DueAt, now));
        return new Words($"{late.Zh}（{limit.Zh}）", $"{late.En} ({limit.En})");
    }

    /// <summary>A breach at its limit, with the charges that fell due at that very moment.</summary>
    private IEnumerable<Timeline.View.Entry> Breaches() =>
        from clock in file.Judgement.Clocks
        where clock.State == ClockState.Breached && clock.DueAt < now
        let charges = file.Judgement.Penalties.Where(item => FallsWith(item, clock)).SelectMany(ChargeLines)
        select new Timeline.View.Entry(
            clock.DueAt,
            Timeline.View.Weight.Bad,
            CaseTexts.Breach(CaseClocks.NameOf(version, clock)),
            null,
            [Same(clock.Clause), .. charges]
        );

    private static bool FallsWith(Penalty item, Clock clock) =>
        item.Clock == clock.Id && item.Cycle == clock.Cycle && item.FirstAt == clock.DueAt;

    private IEnumerable<Timeline.View.Entry> Charges() =>
        from item in file.Judgement.Penalties
        where !file.Judgement.Clocks.Any(clock => clock.State == ClockState.Breached && FallsWith(item, clock))
        let charge = Charge(item)
        select new Timeline.View.Entry(item.FirstAt, Timeline.View.Weight.Bad, charge, names.Of(item.Subject), [Basis(item)]);

    private IEnumerable<Words> ChargeLines(Penalty item)
    {
        var (charge, basis, who) = (Charge(item), Basis(item), names.Of(item.Subject));
        yield return new Words($"{charge.Zh} {who} · {basis.Zh}", $"{charge.En} {who} · {basis.En}");
    }

    private Words Charge(Penalty item)
    {
        var figure = CasePenalties.Figure(version, item);
        return new Words($"{CaseTexts.Penalties.Zh} {figure.Zh}", $"{CaseTexts.Penalties.En} {figure.En}");
    }

    /// <summary>The clause; for an item of several units also how many, and until when they fell due.</summary>
    private Words Basis(Penalty item)
    {
        if (item.LastAt <= item.FirstAt)
        {
            return Same(item.Clause);
        }

        var (times, until) = (CaseTexts.Times(item.Units), CaseTexts.Until(Phrases.Moment(item.LastAt, now)));
        return new Words($"{item.Clause}，{times.Zh}，{until.Zh}", $"{item.Clause}, {times.En}, {until.En}");
    }

    private IEnumerable<Timeline.View.Entry> Messages() =>
        file.Judgement.Messages.Select(message => new Timeline.View.Entry(
            message.At,
            Timeline.View.Weight.Quiet,
            version.Messages.TryGetValue(message.Kind, out var rule) ? rule.Name : Same(message.Kind),
            string.Join('、', message.To.Select(names.Of)),
            []
        ));

    /// <summary>A run of the same reminder to the same people is one entry; a quiet fortnight must not push the story off the page.</summary>
    private IEnumerable<Timeline.View.Entry> Folded(IEnumerable<Timeline.View.Entry> entries)
    {
        Timeline.View.Entry? run = null;
        Instant last = default;
        var count = 0;
        foreach (var entry in entries)
        {
            if (run is not null && IsSameReminder(run, entry))
            {
                last = entry.At;
                count++;
                continue;
            }

            if (run is not null)
            {
                yield return Closed(run, last, count);
            }

            (run, last, count) = (entry, entry.At, 1);
        }

        if (run is not null)
        {
            yield return Closed(run, last, count);
        }
    }

    private static bool IsSameReminder(Timeline.View.Entry a, Timeline.View.Entry b) =>
        a.Weight == Timeline.View.Weight.Quiet
        && a.Lines.Count == 0
        && b.Lines.Count == 0
        && a.Files.Count + b.Files.Count == 0
        && a.Title == b.Title
        && a.By == b.By;

    private Timeline.View.Entry Closed(Timeline.View.Entry run, Instant last, int count)
    {
        if (count == 1)
        {
            return run;
        }

        var times = CaseTexts.Times(count);
        var first = Phrases.Moment(run.At, now);
        var since = new Words($"{times.Zh}，自 {first.Zh} 起", $"{times.En}, since {first.En}");
        return run with { At = last, Lines = [since] };
    }

    /// <summary>What changes whose turn it is or what is owed; visits, calls and entries are routine.</summary>
    private static bool IsDecision(EventType type) =>
        type
            is EventType.CaseOpened
                or EventType.CaseResolvedOnSpot
                or EventType.CaseNatured
                or EventType.OrderSubmitted
                or EventType.OrderApproved
                or EventType.OrderRejected
                or EventType.OrderIssued
                or EventType.PlanRecorded
                or EventType.ClosureApplied
                or EventType.ClosureApproved
                or EventType.ClosureRejected
                or EventType.CaseReopened
                or EventType.ClaimDecided
                or EventType.PromiseMade
                or EventType.CaseClassified
                or EventType.CaseAnswered
                or EventType.CaseResolved
                or EventType.CaseClosed;

    private static Words Same(string text) => new(text, text);
}
