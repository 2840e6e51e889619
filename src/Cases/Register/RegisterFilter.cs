using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

internal enum RegisterState
{
    Open,
    Closed,
    All,
}

internal enum RegisterSort
{
    /// <summary>The clock that ends first on top; what has ended comes last, the newest first.</summary>
    Due,
    Newest,
    Oldest,
}

/// <summary>What the register shows: all of it stands in the address, so that a view can be kept and sent.</summary>
internal sealed record RegisterFilter
{
    public const string Page = "/cases";
    private const int LongestText = 100;

    private static readonly (RegisterState Value, string Code)[] States =
    [
        (RegisterState.Open, "open"),
        (RegisterState.Closed, "closed"),
        (RegisterState.All, "all"),
    ];

    private static readonly (RegisterSort Value, string Code)[] Sorts =
    [
        (RegisterSort.Due, "dueAt"),
        (RegisterSort.Newest, "-openedAt"),
        (RegisterSort.Oldest, "openedAt"),
    ];

    public RegisterState State { get; init; }
    public RegisterSort Sort { get; init; }

    /// <summary>Where the cases stand; none for anywhere. People choose one, programs may ask for several.</summary>
    public IReadOnlyList<CaseStage> Steps { get; init; } = [];

    public CaseStage? Step
    {
        get => Steps is [var only] ? only : null;
        init => Steps = value is { } step ? [step] : [];
    }

    public string? Project { get; init; }
    public string? Category { get; init; }
    public string? Department { get; init; }
    public CaseNature? Nature { get; init; }

    /// <summary>What is looked for, in words.</summary>
    public string? Text { get; init; }

    /// <summary>The cases in which the text was found; null without one, or when it is how a number begins.</summary>
    public CaseMatches? MatchesIn(ReadSession session, Me me) =>
        Text is null || BeginsANumber(Text) ? null : CaseSearch.Matches(session, Text, me.Projects);

    /// <summary>"LA-", "LA-2026-00": a project, a dash and no more than digits and dashes.</summary>
    public static bool BeginsANumber(string text) =>
        text.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash
        && char.IsLetter(text[0])
        && text[..dash].All(char.IsLetterOrDigit)
        && text[dash..].All(letter => char.IsAsciiDigit(letter) || letter == '-');

    public Cursor? After { get; init; }

    public bool IsNarrowed =>
        Steps.Count > 0 || Project is not null || Category is not null || Department is not null || Nature is not null || Text is not null;

    public static RegisterFilter Read(IQueryCollection query) => Read(name => query[name]);

    /// <summary>From an address kept or sent by somebody; what it does not say, or says wrongly, is as at the start.</summary>
    public static RegisterFilter Read(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(at < 0 ? "" : address[at..]);
        return Read(name => query.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    private static RegisterFilter Read(Func<string, string?> say)
    {
        var text = Text1(say("q")) ?? Text1(say("number"));
        var state = Text1(say("state"));
        return new RegisterFilter
        {
            State = state is null && text is not null ? RegisterState.All : States.FirstOrDefault(each => each.Code == state).Value,
            Sort = Sorts.FirstOrDefault(each => each.Code == say("sort")).Value,
            Step = Find<CaseStage>(say("step"), Codes.Of),
            Project = Text1(say("project")),
            Category = Text1(say("category")),
            Department = Text1(say("department")),
            Nature = Find<CaseNature>(say("nature"), Codes.Of),
            Text = text,
            After = Cursor.Read(say("after")),
        };
    }

    public string Address() => At(Page);

    /// <summary>The same choice at another page of the register (an export, a picker).</summary>
    public string At(string path)
    {
        var address = new StringBuilder(path, 128).Append("?state=").Append(States[(int)State].Code);
        Add(address, "sort", Sort == RegisterSort.Due ? null : Sorts[(int)Sort].Code);
        Add(address, "step", Step is { } step ? Codes.Of(step) : null);
        Add(address, "project", Project);
        Add(address, "category", Category);
        Add(address, "department", Department);
        Add(address, "nature", Nature is { } nature ? Codes.Of(nature) : null);
        Add(address, "q", Text);
        Add(address, "after", After?.ToString());
        return address.ToString();
    }

    private static void Add(StringBuilder address, string name, string? value)
    {
        if (value is not null)
        {
            address.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    private static T? Find<T>(string? code, Func<T, string> codeOf)
        where T : struct, Enum =>
        code is null ? null : Enum.GetValues<T>().Where(value => codeOf(value) == code).Select(v => (T?)v).FirstOrDefault();

    private static string? Text1(string? value) => value?.Trim() is { Length: > 0 and <= LongestText } text ? text : null;
}
