using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Timers;

/// <summary>Everything that runs by itself, for the administrator: when it ran, what came of it, when it runs next; and a button.</summary>
public sealed partial class ShowTimers
{
    public const string Page = "/timers";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Administrator);
        routes.MapPost(Page + "/{name}/run", RunNow).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    public sealed record View(IReadOnlyList<View.Line> Timers, Words? Ran)
    {
        public sealed record Line(string Name, Words Title, Rhythm Rhythm, Instant? LastAt, long Done, string? Problem, Instant? Next);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string? ran, TimerBoard board, Schedule schedule, CancellationToken cancellation)
    {
        var lines = new List<View.Line>();
        foreach (var work in board.All)
        {
            var last = board.LastOf(work);
            var next = await schedule.NextOf(work, cancellation);
            lines.Add(new View.Line(work.Name, work.Title, work.Rhythm, last?.At, last?.Done ?? 0, last?.Problem, next));
        }

        return Answer.Page<ShowTimers>(new View(lines, board.Find(ran ?? "")?.Title));
    }

    private static async Task<IResult> RunNow(string name, TimerBoard board, AccessLog log, Reader reader, CancellationToken cancellation)
    {
        if (board.Find(name) is not { } work)
        {
            return Results.NotFound();
        }

        await log.Note(reader.Me!, "timer.run", name, cancellation);
        await board.Run(work, cancellation);
        return Answer.SeeOther($"{Page}?ran={Uri.EscapeDataString(name)}");
    }
}
