using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

internal enum RegisterSort
{
    Due,
    Opened,

    /// <summary>While a number's beginning is looked for.</summary>
    Number,
}

/// <summary>What the register shows: all of it stands in the address, so that a view can be kept and sent.</summary>
internal sealed record RegisterFilter
{
    public bool All { get; init; }
    public RegisterSort Sort { get; init; }
    public string? Project { get; init; }
    public string? Category { get; init; }
    public CaseNature? Nature { get; init; }

    /// <summary>The beginning of a case number.</summary>
    public string? Number { get; init; }
    public Cursor? After { get; init; }

    public bool IsNarrowed => Project is not null || Category is not null || Nature is not null || Number is not null;

    public static RegisterFilter Read(IQueryCollection query)
    {
        var number = Text(query, "number");
        return new RegisterFilter
        {
            All = query["state"] == "all" || number is not null,
            Sort =
                number is not null ? RegisterSort.Number
                : query["sort"] == "opened" ? RegisterSort.Opened
                : RegisterSort.Due,
            Project = Text(query, "project"),
            Category = Text(query, "category"),
            Nature = NatureOf(Text(query, "nature")),
            Number = number,
            After = Cursor.Read(query["after"]),
        };
    }

    public string Address()
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["state"] = All && Number is null ? "all" : null,
            ["sort"] = Sort == RegisterSort.Opened ? "opened" : null,
            ["project"] = Project,
            ["category"] = Category,
            ["nature"] = Nature is { } nature ? Codes.Of(nature) : null,
            ["number"] = Number,
            ["after"] = After?.ToString(),
        };
        return QueryHelpers.AddQueryString("/cases", parts.Where(part => part.Value is not null));
    }

    private static CaseNature? NatureOf(string? code) =>
        Enum.GetValues<CaseNature>().Where(nature => Codes.Of(nature) == code).Select(nature => (CaseNature?)nature).FirstOrDefault();

    private static string? Text(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 and <= 100 } text ? text : null;
}

/// <summary>The last row of the page before: its sort key and its id, or its number.</summary>
internal sealed record Cursor(long Key, long CaseId, string Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}.{CaseId}.{Number}");

    public static Cursor? Read(string? text) =>
        text?.Split('.', 3) is [var key, var id, var number]
        && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsedKey)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var parsedId)
            ? new Cursor(parsedKey, parsedId, number)
            : null;
}
