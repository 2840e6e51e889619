using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>Which columns somebody wants to see; kept for the person, on every machine.</summary>
public sealed partial class ChooseColumns
{
    internal const string Page = "/cases/columns";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost(Page, Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(string Of, IReadOnlyList<View.Column> Columns)
    {
        public sealed record Column(string Code, Words Name, bool On, bool Always);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<ChooseColumns> Get(string? of, Database database, Reader reader)
    {
        using var session = database.Read();
        var chosen = RegisterColumns.Of(session, reader.Me!.StaffId);
        return Answer.Page<ChooseColumns>(
            new View(
                RegisterFilter.Read(of ?? "").Address(),
                [
                    .. Enum.GetValues<RegisterColumn>()
                        .Select(column => new View.Column(
                            EnumCode.Of(column),
                            RegisterColumns.Name(column),
                            chosen.Contains(column),
                            column == RegisterColumn.Number
                        )),
                ]
            )
        );
    }

    private static async Task<IResult> Post(HttpContext http, Database database, Reader reader, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var columns = RegisterColumns.Read(form["column"]);
        var staff = reader.Me!.StaffId;
        await database.Writer.Write(session => RegisterColumns.Choose(session, staff, columns), cancellation);
        return Answer.SeeOther(RegisterFilter.Read(form["of"].ToString()).Address());
    }
}
