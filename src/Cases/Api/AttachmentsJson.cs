using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;

namespace Shouwen.Cases.Api;

internal static class AttachmentsJson
{
    public static AttachmentJson Of(Attachment attachment) =>
        new()
        {
            Id = attachment.Id,
            Name = attachment.Name,
            Kind = attachment.Kind,
            Type = attachment.Type,
            Size = attachment.Size,
            Event = attachment.Event,
            By = attachment.By,
            At = attachment.At,
            Href = ApiRoutes.Attachment(attachment.Id),
            Erased = attachment.ErasedAt is null ? null : true,
        };
}
