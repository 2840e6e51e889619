using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Model;
using Shouwen.Messaging.Sending;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Reading;

/// <summary>Every message of the system, for the administrator: the place where they can be read when no channel is set up.</summary>
public sealed partial class ShowMessages
{
    public const string Page = "/messages";
    private const int PageSize = 50;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Administrator);

    /// <param name="Channels">The names of the channels of this process.</param>
    public sealed record View(IReadOnlyList<View.Line> Messages, IReadOnlyList<string> Channels, bool DeadOnly, long? Before, long? Next)
    {
        /// <param name="Worst">The worst of its deliveries; null when it left by no channel.</param>
        public sealed record Line(MessageLine Message, string Name, Words? Worst, bool IsDead);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private string? Next =>
        Model.Next is { } next ? $"{Page}?before={next.ToString(System.Globalization.CultureInfo.InvariantCulture)}{Suffix}" : null;

    private string Suffix => Model.DeadOnly ? "&state=dead" : "";

    private static async Task<IResult> Get(string? state, long? before, Db db, MessagingChannels channels, CancellationToken cancellation)
    {
        var deadOnly = state == "dead";
        var rows = await Rows(db, deadOnly, before).Take(PageSize + 1).ToListAsync(cancellation);
        var next = rows.Count > PageSize ? rows[PageSize - 1].Id : (long?)null;
        var shown = rows.Take(PageSize).ToList();
        var names = await StaffNames.Load(db, shown.Select(row => row.Person), cancellation);
        var ids = shown.Select(row => row.Id).ToList();
        var deliveries = await db.Set<Delivery>()
            .AsNoTracking()
            .Where(delivery => ids.Contains(delivery.MessageId))
            .ToListAsync(cancellation);
        var states = deliveries.ToLookup(delivery => delivery.MessageId, delivery => delivery.State);
        return Answer.Page<ShowMessages>(
            new View(
                [.. shown.Select(row => LineOf(row, names, [.. states[row.Id]]))],
                [.. channels.All.Select(channel => channel.Name)],
                deadOnly,
                before,
                next
            )
        );
    }

    private static IQueryable<OutboxMessage> Rows(Db db, bool deadOnly, long? before)
    {
        var messages = db.Set<OutboxMessage>().AsNoTracking().Where(message => before == null || message.Id < before);
        var dead = db.Set<Delivery>().Where(delivery => delivery.State == DeliveryState.Dead).Select(delivery => delivery.MessageId);
        return (deadOnly ? messages.Where(message => dead.Contains(message.Id)) : messages).OrderByDescending(message => message.Id);
    }

    private static View.Line LineOf(OutboxMessage row, StaffNames names, List<DeliveryState> states)
    {
        var isDead = states.Contains(DeliveryState.Dead);
        Words? worst =
            isDead ? MessagePageTexts.Of(DeliveryState.Dead)
            : states.Contains(DeliveryState.Waiting) ? MessagePageTexts.Of(DeliveryState.Waiting)
            : states.Count > 0 ? MessagePageTexts.Of(DeliveryState.Sent)
            : null;
        return new View.Line(MessageLine.Of(row), names.Of(row.Person), worst, isDead);
    }
}
