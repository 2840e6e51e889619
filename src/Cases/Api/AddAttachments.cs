using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
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
            .WithMetadata(new RequestSizeLimitAttribute(AttachmentForm.Largest));

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
        if (!log.IsInScope(number, me))
        {
            return ApiRefusals.NoCase(number);
        }

        var (form, problem) = await AttachmentForm.Read(http.Request, store, cancellation);
        if (form is null)
        {
            return problem!;
        }

        var (now, language) = (reader.Now, reader.Language);
        return await idempotency.Once(
            http,
            me.StaffId,
            form.Digest(),
            session =>
                MayNot(session, number, me, rules, form, now, out var stored)?.In(language)
                ?? Add(session, store, number, stored, form, me, now)
        );
    }

    /// <summary>Asked inside the write, with the events the case holds then.</summary>
    private static Problem? MayNot(
        WriteSession session,
        string number,
        Me me,
        RuleLibrary rules,
        AttachmentForm form,
        Instant now,
        out StoredCase stored
    )
    {
        stored = default;
        if (ProjectionSql.Find(session, number) is not { } found)
        {
            return ApiRefusals.NoCase(number);
        }

        stored = found;
        var book = rules.Books[found.Rules];
        var events = Folding.Read(book, EventLog.Read(session, found.Key));
        return !me.MayAttach(book.At(now), events) ? Problem.Of(StatusCodes.Status403Forbidden, ApiRefusals.AttachingIsNotYours)
            : form.Event > events.Count ? Problem.Of(ApiRefusals.NoSuchEvent(form.Event.Value))
            : null;
    }

    private static ApiAnswer Add(
        WriteSession session,
        FileStore store,
        string number,
        StoredCase stored,
        AttachmentForm form,
        Me me,
        Instant now
    )
    {
        var added = new List<Attachment>();
        foreach (var file in form.Files)
        {
            if (!store.Has(file.File))
            {
                throw new FileNotFoundException("a file that was just kept is gone", file.File);
            }

            var row = Row(stored, form, file, me, now);
            AttachmentSql.Insert(session, row);
            added.Add(new Attachment(row.Id, row.Name, row.Type, row.Size, row.Seq, row.By, row.At));
        }

        var location = added.Count == 1 ? ApiRoutes.Attachment(added[0].Id) : $"{ApiRoutes.Case(number)}/attachments";
        return ApiAnswer.Created(new AttachmentListJson { Items = [.. added.Select(AttachmentsJson.Of)] }, location);
    }

    private static AttachmentRow Row(StoredCase stored, AttachmentForm form, AttachmentForm.Part file, Me me, Instant now) =>
        new()
        {
            Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
            CaseId = stored.Key.CaseId,
            Seq = form.Event,
            Name = file.Name,
            Type = file.Type,
            Size = file.Size,
            File = file.File,
            By = me.StaffId,
            At = now,
        };
}
