using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Messaging.Model;
using Shouwen.Messaging.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Hooks;

/// <summary>One hook with what was sent to it, newest first; each leads to its attempts, where a dead one is sent again.</summary>
public sealed partial class ShowHook
{
    private const int Size = 50;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/hooks/{id:long}", Get).RequireAuthorization(Permissions.Administrator);
        routes.MapPost("/hooks/{id:long}/state", SetState).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    public sealed record View(long Id, string Url, string Kinds, Words State, bool IsWell, bool IsDisabled, Instant? FailingSince)
    {
        public required IReadOnlyList<Delivery> Deliveries { get; init; }
        public long? Before { get; init; }
        public long? Next { get; init; }

        public sealed record Delivery(long Message, string Kind, string About, Instant At, Words State, bool IsDead, string? Detail);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(long id, long? before, Db db, CancellationToken cancellation)
    {
        if (await db.Set<WebHook>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } hook)
        {
            return Results.NotFound();
        }

        var person = WebHook.PersonOf(id);
        var messages = await db.Set<OutboxMessage>()
            .AsNoTracking()
            .Where(message => message.Person == person && (before == null || message.Id < before))
            .OrderByDescending(message => message.Id)
            .Take(Size + 1)
            .ToListAsync(cancellation);
        var ids = messages.ConvertAll(message => message.Id);
        var deliveries = await db.Set<Delivery>().AsNoTracking().Where(each => ids.Contains(each.MessageId)).ToListAsync(cancellation);
        var byMessage = deliveries.ToDictionary(each => each.MessageId);
        return Answer.Page<ShowHook>(
            new View(
                id,
                hook.Url,
                hook.Kinds.Replace(" ", ", ", StringComparison.Ordinal),
                HookTexts.StateOf(hook),
                hook is { DisabledAt: null, FailingSince: null },
                hook.DisabledAt is not null,
                hook.FailingSince
            )
            {
                Deliveries = [.. messages.Take(Size).Select(message => Line(message, byMessage.GetValueOrDefault(message.Id)))],
                Before = before,
                Next = messages.Count > Size ? messages[Size - 1].Id : null,
            }
        );
    }

    private static async Task<IResult> SetState(
        long id,
        HttpContext http,
        Database database,
        Reader reader,
        AccessLog notes,
        CancellationToken cancellation
    )
    {
        var disabled = (await http.Request.ReadFormAsync(cancellation))["Disabled"] == "true";
        if (await database.Writer.Write(session => WebHookSql.SetDisabled(session, id, disabled, reader.Now), cancellation))
        {
            var action = disabled ? "hook.disabled" : "hook.enabled";
            await notes.Note(reader.Me!, action, id.ToString(CultureInfo.InvariantCulture), cancellation);
        }

        return Answer.SeeOther($"{ShowHooks.Page}/{id}");
    }

    private static View.Delivery Line(OutboxMessage message, Delivery? delivery) =>
        new(
            message.Id,
            message.Kind,
            message.Subject.Length > 0 ? message.Subject : message.Occurrence,
            message.At,
            MessagePageTexts.Of(delivery?.State ?? DeliveryState.Waiting),
            delivery?.State == DeliveryState.Dead,
            delivery?.LastError
        );
}
