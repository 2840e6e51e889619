using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>A photo the owner sent. What the staff added is the company's own.</summary>
internal static class OwnFile
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/owner/cases/{number}/files/{id}", Get).RequireAuthorization(Permissions.OwnerOfCase);

    private static async Task<IResult> Get(
        string number,
        string id,
        [AsParameters] OwnDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var found = await desk
            .Db.Set<AttachmentRow>()
            .AsNoTracking()
            .Where(file => file.Id == id && file.By == Attachment.Customer && file.ErasedAt == null)
            .Join(desk.Owner.Cases(desk.Db).Where(row => row.Number == number), file => file.CaseId, row => row.CaseId, (file, _) => file)
            .FirstOrDefaultAsync(cancellation);
        if (found is null || !desk.Store.Has(found.File))
        {
            return Results.NotFound();
        }

        // As for the staff: whatever it holds, it runs nothing and loads nothing in our name.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.PhysicalFile(desk.Store.PathOf(found.File), found.Type);
    }
}
