using System.Net;
using System.Text.RegularExpressions;
using Shouwen.Testing;

namespace Shouwen.App.Tests.Organisation;

/// <summary>Owners at their door; the code is read where an administrator of a demo reads it.</summary>
internal static partial class Owners
{
    public static async Task<HttpClient> SignedInOwner(this TestApp app, string phone)
    {
        var owner = app.Visitor();
        using var asked = await owner.Ask(phone);
        using var entered = await owner.Enter(asked.Headers.Location!, (await app.OwnerCodes())[0]);
        return entered.StatusCode == HttpStatusCode.SeeOther
            ? owner
            : throw new InvalidOperationException($"the owners' door answered {entered.StatusCode}");
    }

    public static Task<HttpResponseMessage> Ask(this HttpClient visitor, string phone) => visitor.Submit("/owner", ("Phone", phone));

    /// <param name="visitor">Who.</param>
    /// <param name="page">Where the owner was led after asking for the code.</param>
    /// <param name="code">What is typed.</param>
    public static Task<HttpResponseMessage> Enter(this HttpClient visitor, Uri page, string code)
    {
        var text = page.ToString();
        var phone = Uri.UnescapeDataString(text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        return visitor.SubmitFrom(text, "/owner/code", ("For", phone), ("Code", code));
    }

    /// <summary>The codes on their way, the newest first.</summary>
    public static async Task<List<string>> OwnerCodes(this TestApp app)
    {
        using var admin = await app.SignedIn(World.Administrator);
        var page = await admin.GetStringAsync(new Uri("/owner-codes", UriKind.Relative));
        return [.. SixDigits().Matches(page).Select(match => match.Groups["code"].Value)];
    }

    [GeneratedRegex("<b>(?<code>[0-9]{6})</b>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SixDigits();
}
