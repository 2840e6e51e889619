using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Register;
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

    private static readonly Words BadCursor = new(
        "cursor 只能是上一页的 next，并且条件和排序不变",
        "cursor is the next of the page before, with the same conditions and order"
    );

    /// <summary>The same question as the register would be asked, and after which case.</summary>
    public required RegisterFilter Filter { get; init; }
    public required int Limit { get; init; }

    /// <param name="query">What was asked.</param>
    /// <param name="known">The codes that can be asked for.</param>
    /// <param name="read">The question, when nothing is wrong with it.</param>
    public static Problem? Read(IQueryCollection query, KnownCodes known, out CaseListQuery? read)
    {
        read = null;
        var wrong = new List<Malformed>();
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

        CaseStage[] steps = [.. states.Select(EnumCode.Parse<CaseStage>)];
        var filter = new RegisterFilter
        {
            State = Ends(steps),
            Steps = steps,
            Sort = SortOf(sort),
            Project = Text(query, "project", wrong),
            Category = Text(query, "category", wrong),
            Nature = nature is null ? null : EnumCode.Parse<CaseNature>(nature),
            Department = Text(query, "department", wrong),
            Text = Text(query, "q", wrong),
        };
        if (Text(query, "cursor", wrong) is { } cursor)
        {
            filter = filter with { After = ReadCursor(filter, cursor) };
            if (filter.After is null)
            {
                wrong.Add(new Malformed("cursor", BadCursor));
            }
        }

        wrong.AddRange(known.Strangers(filter));
        read = new CaseListQuery { Filter = filter, Limit = limit };
        return wrong.Count == 0 ? null : Problem.Of(wrong);
    }

    /// <summary>Says where the page ended; only for the same conditions and order.</summary>
    public string CursorAfter(Cursor place) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{Mark(Filter)}.{place}"));

    /// <summary>What is still going on, or closed, need not be looked for among the others; a resolved case may be either.</summary>
    private static RegisterState Ends(CaseStage[] steps) =>
        steps.Length == 0 ? RegisterState.All
        : steps.All(step => step == CaseStage.Closed) ? RegisterState.Closed
        : steps.Any(step => step is CaseStage.Closed or CaseStage.Resolved) ? RegisterState.All
        : RegisterState.Open;

    private static RegisterSort SortOf(string sort) =>
        sort switch
        {
            OldestFirst => RegisterSort.Oldest,
            NewestFirst => RegisterSort.Newest,
            _ => RegisterSort.Due,
        };

    private static Cursor? ReadCursor(RegisterFilter filter, string cursor)
    {
        var bytes = new byte[LongestText];
        if (cursor.Any(c => !char.IsAscii(c)) || !Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length))
        {
            return null;
        }

        return Encoding.ASCII.GetString(bytes.AsSpan(0, length)).Split('.', 2) is [var mark, var place] && mark == Mark(filter)
            ? Cursor.Read(place)
            : null;
    }

    private static string Mark(RegisterFilter filter)
    {
        var asked =
            $"{filter.Sort}|{string.Join(',', filter.Steps)}|{filter.Project}|{filter.Category}|{filter.Nature}|{filter.Department}|{filter.Text}";
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
