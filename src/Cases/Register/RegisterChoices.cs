using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>The chips above the register: each is an address.</summary>
internal sealed class RegisterChoices(RegisterFilter filter, RuleLibrary rules)
{
    private readonly RegisterFilter start = filter with { After = null };

    public IReadOnlyList<RegisterRows.View.Choice> Chips()
    {
        if (filter.Number is { } number)
        {
            var begins = RegisterTexts.BeginsWith;
            return [new(new Words($"{begins.Zh} {number}", $"{begins.En} {number}"), start.Address(), true)];
        }

        return
        [
            new(RegisterTexts.Open, (start with { All = false }).Address(), !filter.All),
            new(RegisterTexts.AllStates, (start with { All = true }).Address(), filter.All),
            new(RegisterTexts.ByDue, (start with { Sort = RegisterSort.Due }).Address(), filter.Sort == RegisterSort.Due),
            new(RegisterTexts.ByOpening, (start with { Sort = RegisterSort.Opened }).Address(), filter.Sort == RegisterSort.Opened),
        ];
    }

    public IReadOnlyList<RegisterRows.View.Pick> Picks(IReadOnlyList<string> projects, ProjectNames names) =>
        [
            Pick(
                RegisterTexts.Project,
                filter.Project,
                projects.Select(code => (code, new Words(names.Of(code), names.Of(code)))),
                code => start with { Project = code }
            ),
            Pick(RegisterTexts.Category, filter.Category, Categories(), code => start with { Category = code }),
            Pick(
                RegisterTexts.Nature,
                filter.Nature is { } nature ? Codes.Of(nature) : null,
                Enum.GetValues<CaseNature>().Select(each => (Codes.Of(each), Name(each))),
                code => start with { Nature = code is null ? null : Enum.GetValues<CaseNature>().First(each => Codes.Of(each) == code) }
            ),
        ];

    private IEnumerable<(string Code, Words Name)> Categories() =>
        rules
            .Books.Values.SelectMany(book => book.Latest.Categories.Values)
            .DistinctBy(category => category.Code, StringComparer.Ordinal)
            .Select(category => (category.Code, category.Name));

    private Words Name(CaseNature nature) =>
        rules
            .Books.Values.Select(book => book.Latest.Terms.GetValueOrDefault("natures")?.GetValueOrDefault(Codes.Of(nature)))
            .FirstOrDefault(name => name is not null)
        ?? new Words(Codes.Of(nature), Codes.Of(nature));

    private static RegisterRows.View.Pick Pick(
        Words name,
        string? chosen,
        IEnumerable<(string Code, Words Name)> options,
        Func<string?, RegisterFilter> with
    )
    {
        var all = options.ToList();
        var known = all.Where(option => option.Code == chosen).Select(option => option.Name).FirstOrDefault();
        var current = chosen is null ? null : known ?? new Words(chosen, chosen);
        return new RegisterRows.View.Pick(
            name,
            current,
            [
                new RegisterRows.View.Choice(RegisterTexts.Any, with(null).Address(), chosen is null),
                .. all.Select(option => new RegisterRows.View.Choice(option.Name, with(option.Code).Address(), option.Code == chosen)),
            ]
        );
    }
}
