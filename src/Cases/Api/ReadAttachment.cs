using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>GET /attachments/{id}: the bytes.</summary>
internal static class ReadAttachment
{
    private static readonly Refusal Unknown = new("attachment.unknown", new Words("没有这个附件", "there is no such attachment"));

    private static readonly Refusal Absent = new(
        "attachment.absent",
        new Words(
            "附件有记录，但文件不在存储里，请找系统管理员",
            "the attachment is on record but its file is not in the store; ask the administrator"
        )
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/attachments/{id}", Get)
            .WithName("readAttachment")
            .WithSummary("A file of a case")
            .WithDescription("Images are shown, a PDF is downloaded. Ranges and If-None-Match are understood.")
            .Produces<FileContentJson>(StatusCodes.Status200OK, "image/jpeg", "image/png", "image/webp", SentFile.Pdf)
            .Fails(404);

    private static async Task<IResult> Get(
        string id,
        HttpResponse response,
        Db db,
        FileStore store,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (await db.AttachmentFor(reader.Me!, id, cancellation) is not { } found)
        {
            return Problem.Of(StatusCodes.Status404NotFound, Unknown);
        }

        if (!store.Has(found.File))
        {
            return Problem.Of(StatusCodes.Status404NotFound, Absent);
        }

        return StoredFile.Send(response, store, found.Name, found.Type, found.File);
    }
}
