using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
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

    /// <summary>Then the browser asks again by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>How often a stream asks whether its listener is still signed in.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/changes", All).RequireAuthorization(Permissions.Desk);
        routes.MapGet("/cases/{number}/changes", One).RequireAuthorization(Permissions.Desk);
    }

    private static ServerSentEventsResult<string> All([AsParameters] Listener listener, CancellationToken cancellation)
    {
        var scope = listener.Reader.Me!.Scope;
        return Stream(listener, change => scope.Covers(change.Project), cancellation);
    }

    private static async Task<IResult> One(string number, [AsParameters] Listener listener, Db db, CancellationToken cancellation) =>
        await db.CasesFor(listener.Reader.Me!).AnyAsync(row => row.Number == number, cancellation)
            ? Stream(listener, change => change.Number == number, cancellation)
            : Results.NotFound();

    private static ServerSentEventsResult<string> Stream(
        Listener listener,
        Func<CaseChange, bool> concerns,
        CancellationToken cancellation
    ) => TypedResults.ServerSentEvents(Items(listener, concerns, cancellation));

    private static async IAsyncEnumerable<SseItem<string>> Items(
        Listener listener,
        Func<CaseChange, bool> concerns,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, listener.Life.ApplicationStopping);
        end.CancelAfter(Longest);
        var watch = listener.EndWhenSignedOut(end);
        yield return new SseItem<string>("", "listening") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
        await using (var heard = listener.Changes.Listen(end.Token).GetAsyncEnumerator(CancellationToken.None))
        {
            while (await Next(heard))
            {
                if (heard.Current.Number is null || concerns(heard.Current))
                {
                    yield return new SseItem<string>(heard.Current.Number ?? "", Changed);
                }
            }
        }

        await watch;
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

    /// <summary>Who listens, and what may end it.</summary>
    internal sealed record Listener(
        Reader Reader,
        ClaimsPrincipal Caller,
        StillSignedIn StillSignedIn,
        CaseChanges Changes,
        IHostApplicationLifetime Life,
        TimeProvider Clock
    )
    {
        /// <summary>An open page does not hear for longer than its reader may look.</summary>
        public async Task EndWhenSignedOut(CancellationTokenSource stream)
        {
            using var timer = new PeriodicTimer(Between, Clock);
            try
            {
                while (await timer.WaitForNextTickAsync(stream.Token))
                {
                    if (!await StillSignedIn.Is(Caller))
                    {
                        await stream.CancelAsync();
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // The stream has ended, for whatever reason.
            }
        }
    }
}
