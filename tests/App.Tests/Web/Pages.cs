using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Shouwen.App.Tests.Web;

internal static class Pages
{
    public static async Task<IDocument> Page(this HttpClient visitor, string path) =>
        await new HtmlParser().ParseDocumentAsync(await visitor.GetStringAsync(new Uri(path, UriKind.Relative)));

    public static string[] Texts(this IParentNode page, string selector) =>
        [
            .. page.QuerySelectorAll(selector)
                .Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];
}
