using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Shouwen.Cases.Attachments;

namespace Shouwen.Cases.Contract;

public static class FileRoutes
{
    /// <summary>Its body may be as large as the files of one form.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder route) => route.WithMetadata(new SizeLimit());

    private sealed class SizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => AttachmentForm.Largest;
    }
}
