using Microsoft.AspNetCore.Http;

namespace Shouwen.Cases.Owners;

/// <summary>What an owner typed.</summary>
internal static class OwnInput
{
    public const int LongestText = 4000;

    /// <summary>Null for nothing.</summary>
    public static string? Text(this IFormCollection form, string field) =>
        form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    public static bool IsTooLong(string? text) => text is not null && text.EnumerateRunes().Count() > LongestText;
}
