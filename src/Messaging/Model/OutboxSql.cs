using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Model;

/// <summary>All SQL over the outbox. Times are microseconds.</summary>
internal static class OutboxSql
{
    public const string Put =
        "INSERT INTO outbox_message (subject, kind, occurrence, person, clause, at, put_at, is_care, parameters)"
        + " VALUES (@subject, @kind, @occurrence, @person, @clause, @at, @put_at, @is_care, @parameters)"
        + " ON CONFLICT (subject, kind, occurrence, person) DO NOTHING";

    private const string AnyUnplanned = "SELECT 1 FROM outbox_message WHERE planned_at IS NULL AND at <= @now LIMIT 1";

    private const string AnyWaiting =
        "SELECT 1 FROM outbox_delivery WHERE state = 'waiting' AND next_at <= @now"
        + " AND (leased_until IS NULL OR leased_until <= @now_again) LIMIT 1";

    private const string Unplanned =
        "SELECT id, kind, person FROM outbox_message WHERE planned_at IS NULL AND at <= @now ORDER BY at, id LIMIT @most";

    private const string Planned = "UPDATE outbox_message SET planned_at = @now WHERE id = @id";

    private const string Plan =
        "INSERT INTO outbox_delivery (message_id, channel, state, attempts, next_at) VALUES (@message_id, @channel, 'waiting', 0, @next_at)"
        + " ON CONFLICT (message_id, channel) DO NOTHING";

    private const string Lease =
        "UPDATE outbox_delivery SET lease = @lease, leased_until = @until WHERE id IN"
        + " (SELECT id FROM outbox_delivery WHERE state = 'waiting' AND next_at <= @now AND (leased_until IS NULL OR leased_until <= @now_again)"
        + " ORDER BY next_at, id LIMIT @most)";

    private const string Leased =
        "SELECT d.id, d.channel, d.attempts, m.subject, m.kind, m.occurrence, m.person, m.clause, m.at, m.parameters, m.is_care"
        + " FROM outbox_delivery d JOIN outbox_message m ON m.id = d.message_id WHERE d.lease = @lease ORDER BY d.next_at, d.id";

    private const string Settle =
        "UPDATE outbox_delivery SET state = @state, attempts = @attempts, next_at = @next_at, sent_at = @sent_at, last_error = @last_error,"
        + " lease = NULL, leased_until = NULL WHERE id = @id AND lease = @lease AND state = 'waiting'";

    private const string Note =
        "INSERT INTO outbox_attempt (delivery_id, at, node, delivered, detail) VALUES (@delivery_id, @at, @node, @delivered, @detail)";

    private const string TryAgain =
        "UPDATE outbox_delivery SET state = 'waiting', attempts = 0, next_at = @now, lease = NULL, leased_until = NULL"
        + " WHERE id = @id AND state = 'dead'";

    private const string MarkRead =
        "UPDATE outbox_message SET read_at = @now WHERE person = @person AND read_at IS NULL AND at <= @now_again";

    private const string CountUnread =
        "SELECT count(*) FROM (SELECT 1 FROM outbox_message WHERE person = @person AND read_at IS NULL AND at <= @now LIMIT @most)";

    public static bool AnythingToDo(Session session, Instant now) =>
        session.Number(AnyUnplanned, now.Micros) is not null || session.Number(AnyWaiting, now.Micros, now.Micros) is not null;

    public static List<(long Id, string Kind, string Person)> FindUnplanned(Session session, Instant now, int most) =>
        session.Query(Unplanned, row => (row.Long(0), row.Text(1), row.Text(2)), now.Micros, (long)most);

    public static void MarkPlanned(WriteSession session, long message, Instant now) => session.Run(Planned, now.Micros, message);

    public static void PlanDelivery(WriteSession session, long message, string channel, Instant nextAt) =>
        session.Run(Plan, message, channel, nextAt.Micros);

    public static List<LeasedDelivery> Claim(WriteSession session, string lease, Instant now, Instant until, int most)
    {
        session.Run(Lease, lease, until.Micros, now.Micros, now.Micros, (long)most);
        return session.Query(Leased, Read, lease);
    }

    public static void Keep(WriteSession session, LeasedDelivery delivery, string lease, Settlement end, string node, Instant now)
    {
        session.Run(
            Settle,
            EnumCode.Of(end.State),
            (long)end.Attempts,
            end.NextAt.Micros,
            end.State == DeliveryState.Sent ? now.Micros : null,
            end.Error,
            delivery.Id,
            lease
        );
        session.Run(Note, delivery.Id, now.Micros, node, end.State == DeliveryState.Sent ? 1L : 0L, end.Error ?? end.Detail);
    }

    public static bool Retry(WriteSession session, long delivery, Instant now) => session.Run(TryAgain, now.Micros, delivery) > 0;

    public static int Read(WriteSession session, string person, Instant now) => session.Run(MarkRead, now.Micros, person, now.Micros);

    public static int Unread(Session session, string person, Instant now, int most) =>
        (int)(session.Number(CountUnread, person, now.Micros, (long)most) ?? 0);

    private static LeasedDelivery Read(Row row) =>
        new(
            row.Long(0),
            row.Text(1),
            row.Int(2),
            new Contract.NewMessage
            {
                Subject = row.Text(3),
                Kind = row.Text(4),
                Occurrence = row.Text(5),
                Person = row.Text(6),
                Clause = row.Text(7),
                At = Instant.FromMicros(row.Long(8)),
                Parameters = ParametersJson.Read(row.Text(9)),
                IsCare = row.Int(10) == 1,
            }
        );
}

/// <summary>A delivery this process has claimed.</summary>
internal sealed record LeasedDelivery(long Id, string Channel, int Attempts, Contract.NewMessage Message);

/// <summary>What one attempt came to.</summary>
internal sealed record Settlement(DeliveryState State, int Attempts, Instant NextAt, string? Error, string Detail);
