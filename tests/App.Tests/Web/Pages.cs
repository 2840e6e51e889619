using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Shouwen.App.Tests.Web;

internal static class Pages
{
    public static async Task<IDocument> Page(this HttpClient visitor, string path) =>
        Parse(await visitor.GetStringAsync(new Uri(path, UriKind.Relative)));

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static string[] Texts(this IParentNode page, string selector) =>
        [
            .. page.QuerySelectorAll(selector)
                .Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];
}
