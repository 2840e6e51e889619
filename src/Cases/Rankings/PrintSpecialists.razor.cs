using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rankings;

/// <summary>The ranking of the specialists as one sheet of A4; printing it is noted.</summary>
public sealed partial class PrintSpecialists
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(ShowRanking.Base + "/{month}/specialists/bulletin", Get).RequireAuthorization(Permissions.Desk);

    internal static string Path(Month month) => ShowSpecialists.Path(month) + "/bulletin";

    public sealed record View(Month Month, bool Complete, int Ranked, SpecialistTable.View Table, Words Rule);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    /// <summary>What the reader may not see yet is no paper.</summary>
    private static async Task<IResult> Get(string month, [AsParameters] RankingDesk desk, AccessLog notes, CancellationToken cancellation)
    {
        if (
            !Month.TryParse(month, out var asked)
            || await SpecialistRanking.Read(desk, asked, cancellation) is not { Hidden: false } ranking
        )
        {
            return Results.NotFound();
        }

        await notes.Note(desk.Reader.Me!, "specialists.printed", month, cancellation);
        return Answer.Page<PrintSpecialists>(
            new View(asked, ranking.Complete, ranking.Ranked, SpecialistTable.View.Of(ranking), ShowSpecialists.Rule(ranking))
        );
    }
}
