using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>The chips above the register: each is an address.</summary>
internal sealed class RegisterChoices(RegisterFilter filter, RegisterWords words, ReadSession session, Me me)
{
    /// <summary>More projects than this are chosen on a page of their own: nobody finds one in a menu of three hundred.</summary>
    private const int MostInMenu = 12;

    private const string NameOfProject = "SELECT name FROM project WHERE code = @code";

    private readonly RegisterFilter start = filter with { After = null };

    public IReadOnlyList<RegisterRows.View.Choice> Chips()
    {
        var chips = new List<RegisterRows.View.Choice>
        {
            State(RegisterTexts.Open, RegisterState.Open),
            State(RegisterTexts.Closed, RegisterState.Closed),
            State(RegisterTexts.AllStates, RegisterState.All),
        };
        if (filter.Text is { } text)
        {
            var found = RegisterTexts.Finding;
            chips.Add(new(new Words($"{found.Zh} {text}", $"{found.En} {text}"), (start with { Text = null }).Address(), true));
        }

        return chips;
    }

    public IReadOnlyList<RegisterRows.View.Pick> Picks() =>
        [
            Menu(
                RegisterTexts.Order,
                [
                    (RegisterTexts.ByDue, start with { Sort = RegisterSort.Due }, filter.Sort == RegisterSort.Due),
                    (RegisterTexts.NewestFirst, start with { Sort = RegisterSort.Newest }, filter.Sort == RegisterSort.Newest),
                    (RegisterTexts.OldestFirst, start with { Sort = RegisterSort.Oldest }, filter.Sort == RegisterSort.Oldest),
                ],
                filter.Sort != RegisterSort.Due
            ),
            Projects(),
            Menu(RegisterTexts.Category, filter.Category, words.Categories, code => start with { Category = code }),
            Menu(
                RegisterTexts.Nature,
                filter.Nature is { } nature ? Codes.Of(nature) : null,
                words.Natures,
                code => start with { Nature = Find<CaseNature>(code, Codes.Of) }
            ),
            Menu(RegisterTexts.Department, filter.Department, words.Departments, code => start with { Department = code }),
            Menu(RegisterTexts.Step, filter.Step is { } step ? Codes.Of(step) : null, words.Steps, AtStep),
        ];

    private RegisterRows.View.Choice State(Words name, RegisterState state) =>
        new(name, (start with { State = state, Step = null }).Address(), filter.State == state);

    private RegisterRows.View.Pick Projects()
    {
        if (me.Projects is { Count: <= MostInMenu } few)
        {
            return Menu(
                RegisterTexts.Project,
                filter.Project,
                [.. few.Select(code => (code, Name(code)))],
                code => start with { Project = code }
            );
        }

        return new RegisterRows.View.Pick(RegisterTexts.Project, filter.Project is { } project ? Name(project) : null, [])
        {
            Page = start.At(ChooseProject.Page),
        };
    }

    private Words Name(string project) =>
        session.Query(NameOfProject, row => row.Text(0), project) is [var name] ? new Words(name, name) : new Words(project, project);

    /// <summary>A step that ends a case is looked for among the ended ones too.</summary>
    private RegisterFilter AtStep(string? code)
    {
        var step = Find<CaseStage>(code, Codes.Of);
        var ends = step is CaseStage.Closed or CaseStage.Resolved;
        return start with { Step = step, State = ends ? RegisterState.All : filter.State };
    }

    private static RegisterRows.View.Pick Menu(
        Words name,
        string? chosen,
        IReadOnlyList<(string Code, Words Name)> all,
        Func<string?, RegisterFilter> with
    )
    {
        var options = new List<RegisterRows.View.Choice>(all.Count + 1) { new(RegisterTexts.Any, with(null).Address(), chosen is null) };
        foreach (var (code, option) in all)
        {
            options.Add(new(option, with(code).Address(), code == chosen));
        }

        return new RegisterRows.View.Pick(name, chosen is null ? null : RegisterWords.Name(all, chosen), options);
    }

    private static RegisterRows.View.Pick Menu(Words name, IReadOnlyList<(Words Name, RegisterFilter Filter, bool On)> all, bool chosen) =>
        new(
            name,
            all.First(option => option.On).Name,
            [.. all.Select(option => new RegisterRows.View.Choice(option.Name, option.Filter.Address(), option.On))]
        )
        {
            Usual = !chosen,
        };

    private static T? Find<T>(string? code, Func<T, string> codeOf)
        where T : struct, Enum =>
        code is null ? null : Enum.GetValues<T>().Where(value => codeOf(value) == code).Select(v => (T?)v).FirstOrDefault();
}
