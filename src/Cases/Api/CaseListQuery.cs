using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>What GET /cases asks for: which cases, in which order, after which one.</summary>
internal sealed record CaseListQuery
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;
    private const int LongestText = 100;

    public const string ByDue = "dueAt";
    public const string OldestFirst = "openedAt";
    public const string NewestFirst = "-openedAt";

    public static readonly IReadOnlyList<string> Sorts = [ByDue, OldestFirst, NewestFirst];

    public static readonly IReadOnlyList<string> Stages =
    [
        .. Enum.GetValues<CaseStage>().Where(stage => stage != CaseStage.None).Select(Codes.Of),
    ];

    public static readonly IReadOnlyList<string> Natures = [.. Enum.GetValues<CaseNature>().Select(Codes.Of)];

    private static readonly string[] Known = ["state", "sort", "project", "category", "nature", "department", "q", "limit", "cursor"];

    private static readonly Words BadCursor = new(
        "cursor 只能是上一页的 next，并且条件和排序不变",
        "cursor is the next of the page before, with the same conditions and order"
    );

    public IReadOnlyList<CaseStage> States { get; private init; } = [];
    public string Sort { get; private init; } = Sorts[0];
    public string? Project { get; private init; }
    public string? Category { get; private init; }
    public CaseNature? Nature { get; private init; }
    public string? Department { get; private init; }
    public string? Words { get; private init; }
    public int Limit { get; private init; } = DefaultLimit;

    /// <summary>The sort key and the id of the last case of the page before.</summary>
    public (long Key, long CaseId)? After { get; private init; }

    public static Problem? Read(IQueryCollection query, out CaseListQuery? read)
    {
        read = null;
        var wrong = new List<Malformed>();
        wrong.AddRange(query.Keys.Where(key => !Known.Contains(key, StringComparer.Ordinal)).Select(JsonFaults.Unknown));
        wrong.AddRange(query.Where(field => field.Value.Count > 1).Select(field => JsonFaults.Repeated(field.Key)));
        var sort = Choice(query, "sort", Sorts, wrong) ?? Sorts[0];
        var nature = Choice(query, "nature", Natures, wrong);
        var states = (Text(query, "state", wrong) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (states.Any(state => !Stages.Contains(state, StringComparer.Ordinal)))
        {
            wrong.Add(NoChoice("state", Stages));
            states = [];
        }

        var limit = DefaultLimit;
        if (
            Text(query, "limit", wrong) is { } asked
            && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LargestLimit)
        )
        {
            wrong.Add(
                new Malformed(
                    "limit",
                    new Words($"limit 是 1 到 {LargestLimit} 的整数", $"limit is a whole number from 1 to {LargestLimit}")
                )
            );
        }

        var asking = new CaseListQuery
        {
            States = [.. states.Select(EnumCode.Parse<CaseStage>)],
            Sort = sort,
            Project = Text(query, "project", wrong),
            Category = Text(query, "category", wrong),
            Nature = nature is null ? null : EnumCode.Parse<CaseNature>(nature),
            Department = Text(query, "department", wrong),
            Words = Text(query, "q", wrong),
            Limit = limit,
        };
        if (Text(query, "cursor", wrong) is { } cursor)
        {
            asking = asking with { After = asking.ReadCursor(cursor) };
            if (asking.After is null)
            {
                wrong.Add(new Malformed("cursor", BadCursor));
            }
        }

        read = asking;
        return wrong.Count == 0 ? null : Problem.Of(wrong);
    }

    /// <summary>Says where the page ended; only for the same conditions and order.</summary>
    public string CursorAfter(CaseRow row)
    {
        var key = (Sort == Sorts[0] ? row.DueAt : row.OpenedAt).Micros;
        return Base64Url.EncodeToString(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark()}.{key}.{row.CaseId}"))
        );
    }

    private (long Key, long CaseId)? ReadCursor(string cursor)
    {
        var bytes = new byte[LongestText];
        if (cursor.Any(c => !char.IsAscii(c)) || !Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length))
        {
            return null;
        }

        return
            Encoding.ASCII.GetString(bytes.AsSpan(0, length)).Split('.') is [var mark, var key, var id]
            && mark == Mark()
            && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsedKey)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var parsedId)
            ? (parsedKey, parsedId)
            : null;
    }

    private string Mark()
    {
        var asked = $"{Sort}|{string.Join(',', States)}|{Project}|{Category}|{Nature}|{Department}|{Words}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)).AsSpan(0, 6));
    }

    private static string? Choice(IQueryCollection query, string name, IReadOnlyList<string> choices, List<Malformed> wrong)
    {
        if (Text(query, name, wrong) is not { } text || choices.Contains(text, StringComparer.Ordinal))
        {
            return Text(query, name, wrong);
        }

        wrong.Add(NoChoice(name, choices));
        return null;
    }

    private static Malformed NoChoice(string name, IReadOnlyList<string> choices)
    {
        var all = string.Join(", ", choices);
        return new Malformed(name, new Words($"{name} 只能是 {all}", $"{name} must be one of {all}"));
    }

    private static string? Text(IQueryCollection query, string name, List<Malformed> wrong)
    {
        if (query[name].ToString().Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Length <= LongestText && !text.Any(char.IsControl))
        {
            return text;
        }

        wrong.Add(new Malformed(name, new Words($"{name} 最多 {LongestText} 个字符", $"{name} has at most {LongestText} characters")));
        return null;
    }
}
