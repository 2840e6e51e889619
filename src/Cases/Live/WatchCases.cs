using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Live;

/// <summary>Server-sent events for an open register or case page: which case changed, and nothing of what is in it.</summary>
internal static class WatchCases
{
    private const string Changed = "changed";

    /// <summary>Then the browser asks again by itself, and whoever was signed out meanwhile is not let in.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/changes", All).RequireAuthorization(Permissions.Desk);
        routes.MapGet("/cases/{number}/changes", One).RequireAuthorization(Permissions.Desk);
    }

    private static ServerSentEventsResult<string> All(
        Reader reader,
        CaseChanges changes,
        IHostApplicationLifetime life,
        CancellationToken cancellation
    ) => Stream(changes, change => reader.Me!.Scope.Covers(change.Project), life, cancellation);

    private static async Task<IResult> One(
        string number,
        Reader reader,
        Db db,
        CaseChanges changes,
        IHostApplicationLifetime life,
        CancellationToken cancellation
    ) =>
        await db.CasesFor(reader.Me!).AnyAsync(row => row.Number == number, cancellation)
            ? Stream(changes, change => change.Number == number, life, cancellation)
            : Results.NotFound();

    private static ServerSentEventsResult<string> Stream(
        CaseChanges changes,
        Func<CaseChange, bool> concerns,
        IHostApplicationLifetime life,
        CancellationToken cancellation
    ) => TypedResults.ServerSentEvents(Items(changes, concerns, life, cancellation));

    private static async IAsyncEnumerable<SseItem<string>> Items(
        CaseChanges changes,
        Func<CaseChange, bool> concerns,
        IHostApplicationLifetime life,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, life.ApplicationStopping);
        end.CancelAfter(Longest);
        yield return new SseItem<string>("", "listening") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
        await using var heard = changes.Listen(end.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await Next(heard))
        {
            if (heard.Current.Number is null || concerns(heard.Current))
            {
                yield return new SseItem<string>(heard.Current.Number ?? "", Changed);
            }
        }
    }

    /// <summary>The end of the stream is not an error.</summary>
    private static async Task<bool> Next(IAsyncEnumerator<CaseChange> heard)
    {
        try
        {
            return await heard.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
