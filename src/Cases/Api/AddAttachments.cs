using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>POST /cases/{number}/attachments.</summary>
internal static class AddAttachments
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/cases/{number}/attachments", Post)
            .WithName("addAttachments")
            .WithSummary("Adds files to a case")
            .WithDescription(
                "JPEG, PNG, WebP or PDF, told by their content; at most 20 MiB each, 10 at a time. Metadata (place, device, author) is removed from images; HEIC is refused."
            )
            .Accepts<AttachmentFormJson>("multipart/form-data")
            .Produces<AttachmentListJson>(StatusCodes.Status201Created)
            .Fails(400, 403, 404, 409, 413, 415, 422)
            .TakesKey()
            .TakesFiles();

    private static async Task<IResult> Post(
        string number,
        HttpContext http,
        CaseLog log,
        RuleLibrary rules,
        FileStore store,
        Idempotency idempotency,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var me = reader.Me!;
        if (log.Load(me, number) is not { } file)
        {
            return ApiRefusals.NoCase(number);
        }

        var (now, language) = (reader.Now, reader.Language);
        if (!me.MayAttach(file.Book.At(now), file.History.Events))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, ApiRefusals.AttachingIsNotYours);
        }

        var (form, problem) = await AttachmentForm.Read(http.Request, store, cancellation);
        if (form is null)
        {
            return problem!;
        }

        return await idempotency.Once(
            http,
            me.StaffId,
            form.Digest(),
            session =>
            {
                var (added, refused) = Attaching.Attach(session, store, rules, number, form, me, now);
                return refused?.In(language) ?? Created(number, added);
            }
        );
    }

    private static ApiAnswer Created(string number, IReadOnlyList<Attachment> added)
    {
        var location = added.Count == 1 ? ApiRoutes.Attachment(added[0].Id) : $"{ApiRoutes.Case(number)}/attachments";
        return ApiAnswer.Created(new AttachmentListJson { Items = [.. added.Select(AttachmentsJson.Of)] }, location);
    }
}
