using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Reading;

/// <summary>One message with what became of it on each way; a dead delivery is sent again from here.</summary>
public sealed partial class ShowMessage
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/messages/{id:long}", Get).RequireAuthorization(Permissions.Administrator);
        routes
            .MapPost("/messages/{id:long}/deliveries/{delivery:long}/retry", Retry)
            .RequireAuthorization(Permissions.Administrator)
            .AsksForForm();
    }

    public sealed record View(
        MessageLine Message,
        string Name,
        string Clause,
        Instant PutAt,
        Instant? ReadAt,
        bool Planned,
        IReadOnlyList<View.Way> Ways,
        bool Retried
    )
    {
        public sealed record Way(
            long Id,
            string Channel,
            Words State,
            bool IsDead,
            int Attempts,
            Instant? NextAt,
            IReadOnlyList<Attempt> Log
        );

        public sealed record Attempt(Instant At, string Node, bool Delivered, string Detail);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(long id, string? done, Db db, CancellationToken cancellation)
    {
        if (await db.Set<OutboxMessage>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } message)
        {
            return Results.NotFound();
        }

        var names = await StaffNames.Load(db, [message.Person], cancellation);
        var deliveries = await db.Set<Delivery>()
            .AsNoTracking()
            .Where(row => row.MessageId == id)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        var ids = deliveries.ConvertAll(delivery => delivery.Id);
        var attempts = await db.Set<DeliveryAttempt>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.DeliveryId))
            .OrderByDescending(row => row.Id)
            .ToListAsync(cancellation);
        var log = attempts.ToLookup(
            attempt => attempt.DeliveryId,
            attempt => new View.Attempt(attempt.At, attempt.Node, attempt.Delivered, attempt.Detail)
        );
        return Answer.Page<ShowMessage>(
            new View(
                MessageLine.Of(message),
                names.Of(message.Person),
                message.Clause,
                message.PutAt,
                message.ReadAt,
                message.PlannedAt is not null,
                [.. deliveries.Select(delivery => WayOf(delivery, log))],
                done == "retried"
            )
        );
    }

    private static async Task<IResult> Retry(
        long id,
        long delivery,
        Reader reader,
        Database database,
        AccessLog log,
        CancellationToken cancellation
    )
    {
        var queued = await database.Writer.Write(session => OutboxSql.Retry(session, delivery, reader.Now), cancellation);
        if (queued)
        {
            await log.Note(reader.Me!, "message.retry", $"{id}/{delivery}", cancellation);
        }

        return Answer.SeeOther($"/messages/{id}{(queued ? "?done=retried" : "")}");
    }

    private static View.Way WayOf(Delivery delivery, ILookup<long, View.Attempt> log) =>
        new(
            delivery.Id,
            delivery.Channel,
            MessagePageTexts.Of(delivery.State),
            delivery.State == DeliveryState.Dead,
            delivery.Attempts,
            delivery.State == DeliveryState.Waiting ? delivery.NextAt : null,
            [.. log[delivery.Id]]
        );
}
