using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>A file of the store on its way to a reader: images are shown, a PDF is downloaded.</summary>
internal static class StoredFile
{
    public static IResult Send(HttpResponse response, FileStore store, string name, string type, string file)
    {
        var disposition = new ContentDispositionHeaderValue(type == SentFile.Pdf ? "attachment" : "inline");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();

        // Somebody else's file: whatever it holds, it runs nothing and loads nothing in our name.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(
            store.PathOf(file),
            type,
            entityTag: new EntityTagHeaderValue($"\"{file}\""),
            enableRangeProcessing: true
        );
    }
}
