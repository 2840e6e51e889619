using Shouwen.Cases.Contract;
using Shouwen.Cases.Messages;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Absences;

/// <summary>Why a person was, or was not, told by one rule: for whom it is, on which days it fell due, and what became of it.</summary>
internal sealed class MessageAbsence(
    CaseFile file,
    RuleVersion version,
    StaffNames names,
    Context holders,
    Instant now,
    IReadOnlyList<Judgement> coming
)
{
    /// <summary>The last week answers most questions; the whole past stands in the timeline.</summary>
    private const int Days = 7;
    private const int MostLines = 5;

    public WhyNot.View.Finding Of(MessageRule rule, Staff person, IReadOnlyList<MessageTrail> trail)
    {
        var lines = new List<Words> { For(rule) };
        var due = file.Judgement.Messages.Where(message => message.Kind == rule.Kind).ToList();
        var mine = due.Where(message => message.To.Contains(person.Id, StringComparer.Ordinal)).ToList();
        if (trail.Count == 0 && mine.Count == 0)
        {
            lines.Add(IsFor(rule, person.Id) ? NotDue(rule) : AbsenceTexts.NotAmongThem(person.Name));
        }

        lines.AddRange(mine.TakeLast(MostLines).Select(message => BecameOf(message.At, trail)));
        if (mine.Count == 0)
        {
            lines.AddRange(trail.Take(MostLines).Select(Told));
        }

        if (IsFor(rule, person.Id))
        {
            lines.AddRange(SilentDays(rule, due));
        }

        var next = coming
            .SelectMany(each => each.Messages)
            .FirstOrDefault(message =>
                message.Kind == rule.Kind && message.At > now && message.To.Contains(person.Id, StringComparer.Ordinal)
            );
        if (next is not null)
        {
            lines.Add(AbsenceTexts.Next(Phrases.Moment(next.At, now)));
        }

        return new(rule.Name, rule.Clause, trail.Count > 0, lines);
    }

    /// <summary>"通知：处理责任人 高岩、分管领导 梁宽".</summary>
    private Words For(MessageRule rule)
    {
        var people = rule.To.Select(role =>
            Holder(role) is { } id ? Both(version.Term("roles", role), names.Of(id)) : version.Term("roles", role)
        );
        return rule.At is { } time
            ? AbsenceTexts.Daily(time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), Absence.Joined([.. people]))
            : AbsenceTexts.AtOnce(Absence.Joined([.. people]));
    }

    private bool IsFor(MessageRule rule, string person) => rule.To.Any(role => Holder(role) == person);

    private string? Holder(string role)
    {
        var order = file.History.Events.OfType<OrderIssued>().LastOrDefault();
        return role switch
        {
            "accountable" => order?.Accountable,
            "leader" => order?.Leader,
            "chairman" => order?.Chairman,
            "deputyManager" => holders.DeputyManager.At(now),
            "generalManager" => holders.GeneralManager.At(now),
            _ => null,
        };
    }

    private Words NotDue(MessageRule rule) =>
        file.History.Events.Any(happened => happened is OrderIssued) ? AbsenceTexts.NothingDue : AbsenceTexts.NotIssued(rule.Name);

    /// <summary>A message that fell due: when it was written down and what became of it, or why it was no news any more.</summary>
    private Words BecameOf(Instant at, IReadOnlyList<MessageTrail> trail) =>
        trail.FirstOrDefault(each => each.At == at) is { } told
            ? Told(told)
            : AbsenceTexts.NoNews(Phrases.Moment(at, now), Phrases.Limit(CaseMessages.News));

    private Words Told(MessageTrail told)
    {
        var due = Phrases.Moment(told.At, now);
        var read = told.ReadAt is { } seen ? AbsenceTexts.Read(Phrases.Moment(seen, now)) : AbsenceTexts.Unread;
        Words[] ways = told.Ways.Count == 0 ? [AbsenceTexts.InAppOnly] : [.. told.Ways.Select(Way)];
        return AbsenceTexts.Told(due, read, Absence.Joined(ways));
    }

    private Words Way(MessageTrail.Way way) =>
        way.SentAt is { } sent ? AbsenceTexts.Sent(way.Channel, Phrases.Moment(sent, now))
        : way.GivenUp ? AbsenceTexts.GivenUp(way.Channel, way.Attempts)
        : AbsenceTexts.OnItsWay(way.Channel, Phrases.Moment(way.NextAt, now));

    /// <summary>The mornings of the last week on which nothing was due, and the state the case was in then.</summary>
    private IEnumerable<Words> SilentDays(MessageRule rule, List<Message> due)
    {
        if (rule.At is not { } time || due.Count == 0)
        {
            yield break;
        }

        for (var day = Days; day >= 0; day--)
        {
            var at = Instant.At(now.Date.AddDays(-day), time);
            if (at > now || at < due[0].At || due.Exists(message => message.At == at))
            {
                continue;
            }

            var stage = file.History.Judge(at, holders).Stage;
            yield return AbsenceTexts.Silent(Phrases.Moment(at, now), version.Term("states", Codes.Of(stage)));
        }
    }

    private static Words Both(Words role, string name) => new($"{role.Zh} {name}", $"{role.En} {name}");
}
