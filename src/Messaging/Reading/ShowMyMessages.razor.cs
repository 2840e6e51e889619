using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Messaging.Reading;

/// <summary>What the system has told me.</summary>
public sealed partial class ShowMyMessages
{
    public const string Page = "/messages/mine";
    private const int PageSize = 50;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost(Page + "/read", MarkRead).RequireAuthorization(Permissions.OwnAccount).AsksForForm();
    }

    public sealed record View(IReadOnlyList<MessageLine> Messages, int Unread, long? Before, long? Next);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(long? before, Reader reader, Database database, Db db, CancellationToken cancellation)
    {
        var me = reader.Me!.StaffId;
        var found = await db.Set<OutboxMessage>()
            .AsNoTracking()
            .Where(message => message.Person == me && message.At <= reader.Now && (before == null || message.Id < before))
            .OrderByDescending(message => message.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        var unread = UnreadMessages.Count(database, me, reader.Now);
        var next = found.Count > PageSize ? found[PageSize - 1].Id : (long?)null;
        return Answer.Page<ShowMyMessages>(new View([.. found.Take(PageSize).Select(MessageLine.Of)], unread, before, next));
    }

    private static async Task<IResult> MarkRead(Reader reader, Database database, CancellationToken cancellation)
    {
        var me = reader.Me!.StaffId;
        await database.Writer.Write(session => OutboxSql.Read(session, me, reader.Now), cancellation);
        return Answer.SeeOther(Page);
    }
}
