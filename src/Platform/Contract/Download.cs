using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>A table on its way to the reader as a file.</summary>
public static class Download
{
    /// <summary>Names the file in the reader's language, and in plain letters for programs that read no others.</summary>
    /// <param name="response">What carries the file.</param>
    /// <param name="table">What writes it.</param>
    /// <param name="reader">Who gets it.</param>
    /// <param name="title">What it holds.</param>
    /// <param name="rest">What follows the title: a date or month, and the ending.</param>
    public static void Begin(HttpResponse response, ITableWriter table, Reader reader, Words title, string rest)
    {
        var file = new ContentDispositionHeaderValue("attachment");
        file.SetHttpFileName($"{reader.Say(title)}-{rest}");
        file.FileName = $"{Plain(title.En)}-{rest}";
        response.ContentType = table.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = file.ToString();
    }

    /// <summary>"By month" becomes by-month.</summary>
    private static string Plain(string english) =>
        string.Join(
            '-',
            string.Concat(english.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}
