using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>The versions a caller is content with: <c>If-Match</c>. Without the header, and for <c>*</c>, any.</summary>
public sealed record IfMatch(IReadOnlyList<string>? Tags)
{
    private static readonly Words NoTag = new(
        "If-Match 要写成带引号的版本号，例如 \"3\"",
        "If-Match is written as a version in quotes, like \"3\""
    );

    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public bool Accepts(int version) => Tags is null || Tags.Contains(Tag(version), StringComparer.Ordinal);

    /// <summary>Null when the header cannot be read. A weak tag never matches: If-Match compares strongly.</summary>
    public static IfMatch? Read(HttpRequest request, out Problem? problem)
    {
        problem = null;
        var given = request.Headers.IfMatch;
        if (given.Count == 0)
        {
            return new IfMatch(Tags: null);
        }

        if (!EntityTagHeaderValue.TryParseStrictList(given, out var tags))
        {
            problem = new Problem(StatusCodes.Status400BadRequest, "ifMatch.malformed", NoTag);
            return null;
        }

        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any))
            ? new IfMatch(Tags: null)
            : new IfMatch([.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString())]);
    }
}
