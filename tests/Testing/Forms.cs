using System.Text.RegularExpressions;

namespace Shouwen.Testing;

/// <summary>Forms as a browser sends them: with the token of the page they stand on.</summary>
public static partial class Forms
{
    public static Task<HttpResponseMessage> Submit(this HttpClient visitor, string form, params (string Name, string Value)[] fields) =>
        visitor.SubmitFrom(form, form, fields);

    public static async Task<HttpResponseMessage> SubmitFrom(
        this HttpClient visitor,
        string page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        var token = Token().Match(await visitor.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["token"].Value;
        var all = fields.Append(("__RequestVerificationToken", token));
        using var body = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await visitor.PostAsync(new Uri(action, UriKind.Relative), body);
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Token();
}
