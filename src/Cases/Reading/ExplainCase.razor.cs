using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Reading;

public sealed partial class ExplainCase
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/cases/{number}/explanation", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(CaseHead.View Head, IReadOnlyList<ClockLine.View> Clocks, PenaltyList.View? Penalties);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(string number, [AsParameters] CaseDesk desk) =>
        desk.OpenItself(number) is { } opened ? Answer.Page<ExplainCase>(opened.Explained()) : Results.NotFound();
}
