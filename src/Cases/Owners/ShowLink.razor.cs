using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>The link of a case for its customer, as a QR code to be scanned at the desk; whoever looks at it is noted.</summary>
public sealed partial class ShowLink
{
    private const string Shown = "link.shown";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/link", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/{number}/link", Make).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapPost("/cases/{number}/link/revocation", Revoke).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Number">The case.</param>
    /// <param name="Address">Where the link leads; null while there is none.</param>
    /// <param name="EndsAt">When it is over.</param>
    public sealed record View(string Number, string? Address, Instant EndsAt);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string number,
        HttpRequest request,
        [AsParameters] Desk desk,
        AccessLog looks,
        CancellationToken cancellation
    )
    {
        if (desk.Open(number) is not { } file)
        {
            return Results.NotFound();
        }

        if (!desk.MayShow(file))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var link = desk.Current(number);
        if (link is not null)
        {
            await looks.Note(desk.Reader.Me!, Shown, number, cancellation);
        }

        return Answer.Page<ShowLink>(
            new View(number, link is null ? null : $"{request.Scheme}://{request.Host}{link.Path}", link?.EndsAt ?? desk.Reader.Now)
        );
    }

    private static Task<IResult> Make(string number, [AsParameters] Desk desk, CancellationToken cancellation) =>
        desk.Change(
            number,
            (session, file, caseId) => desk.Links.Make(session, caseId, file.Book.At(desk.Reader.Now).Owners.Link!, desk.Reader.Now),
            cancellation
        );

    private static Task<IResult> Revoke(string number, [AsParameters] Desk desk, CancellationToken cancellation) =>
        desk.Change(number, (session, _, caseId) => CaseLinks.Revoke(session, caseId, desk.Reader.Now), cancellation);

    internal sealed record Desk(CaseLog Log, Database Database, CaseLinks Links, Reader Reader)
    {
        public CaseFile? Open(string number) => Log.Load(Reader.Me!, number);

        public bool MayShow(CaseFile file) => Reader.Me!.MayShowLink(file.Book.At(Reader.Now), file.History.Events);

        public CaseLinks.Link? Current(string number)
        {
            using var session = Database.Read();
            return ProjectionSql.Find(session, number, Reader.Me!.Scope) is { } stored
                ? Links.Current(session, stored.Key.CaseId, Reader.Now)
                : null;
        }

        public async Task<IResult> Change(string number, Action<WriteSession, CaseFile, long> change, CancellationToken cancellation)
        {
            if (Open(number) is not { } file)
            {
                return Results.NotFound();
            }

            if (!MayShow(file))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            await Database.Writer.Write(
                session =>
                {
                    change(session, file, ProjectionSql.Find(session, number, Reader.Me!.Scope)!.Value.Key.CaseId);
                    return true;
                },
                cancellation
            );
            return Answer.SeeOther($"/cases/{Uri.EscapeDataString(number)}/link");
        }
    }
}
