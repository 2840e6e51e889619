using System.Collections.Frozen;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>
/// The words of all rule books as lists need them, put together once for each picture of the books: a code's name under the version that judges the case,
/// and every code there is to choose from.
/// </summary>
internal sealed class RegisterWords(RuleLibrary rules)
{
    private Picture picture = new(rules.Books);

    public IReadOnlyList<(string Code, Words Name)> Categories => Current.Categories;
    public IReadOnlyList<(string Code, Words Name)> Departments => Current.Departments;
    public IReadOnlyList<(string Code, Words Name)> Steps => Current.Steps;
    public IReadOnlyList<(string Code, Words Name)> Natures => Current.Natures;

    public Words Category(string code) => Name(Categories, code);

    public Version Of(ListedCase row) => Current.Of(row.Rules, row.RuleVersion);

    /// <summary>The books may have been replaced since.</summary>
    private Picture Current => picture.Books == rules.Books ? picture : picture = new Picture(rules.Books);

    public static Words Name(IReadOnlyList<(string Code, Words Name)> all, string code)
    {
        foreach (var (each, name) in all)
        {
            if (each == code)
            {
                return name;
            }
        }

        return new Words(code, code);
    }

    /// <summary>The words of the books as they are at one time.</summary>
    private sealed class Picture
    {
        private readonly FrozenDictionary<(string Rules, string Version), Version> versions;
        private readonly IReadOnlyList<RuleVersion> latest;

        public Picture(IReadOnlyDictionary<string, RuleBook> books)
        {
            Books = books;
            latest = [.. books.Values.Select(book => book.Latest)];
            versions = books
                .SelectMany(book => book.Value.Versions.Select(version => (Key: (book.Key, version.Name), Version: new Version(version))))
                .ToFrozenDictionary(each => each.Key, each => each.Version);
            Categories =
            [
                .. latest
                    .SelectMany(version => version.Categories.Values)
                    .Select(category => (category.Code, category.Name))
                    .DistinctBy(each => each.Code, StringComparer.Ordinal),
            ];
            Departments = Terms("departments");
            Steps = Terms("states");
            Natures = Terms("natures");
        }

        public IReadOnlyDictionary<string, RuleBook> Books { get; }
        public IReadOnlyList<(string Code, Words Name)> Categories { get; }
        public IReadOnlyList<(string Code, Words Name)> Departments { get; }
        public IReadOnlyList<(string Code, Words Name)> Steps { get; }
        public IReadOnlyList<(string Code, Words Name)> Natures { get; }

        /// <summary>A row that another process wrote a moment ago may name a version not taken over yet.</summary>
        public Version Of(string book, string version) =>
            versions.TryGetValue((book, version), out var found) ? found : versions[(book, Books[book].Latest.Name)];

        private List<(string Code, Words Name)> Terms(string group) =>
            [
                .. latest
                    .SelectMany(version =>
                        version.Terms.TryGetValue(group, out var terms) ? terms : new Dictionary<string, Words>(StringComparer.Ordinal)
                    )
                    .Select(term => (term.Key, term.Value))
                    .DistinctBy(term => term.Key, StringComparer.Ordinal),
            ];
    }

    /// <summary>One version of one book.</summary>
    public sealed class Version(RuleVersion version)
    {
        private readonly FrozenDictionary<string, Words> clocks = version
            .Clocks.Values.DistinctBy(rule => rule.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(rule => rule.Id, rule => rule.Name, StringComparer.Ordinal);

        public Words Clock(string id) => clocks.GetValueOrDefault(id) ?? new Words(id, id);

        public Words Category(string code) =>
            version.Categories.TryGetValue(code, out var category) ? category.Name : new Words(code, code);

        public Words Department(string code) => version.Term("departments", code);

        public Words State(string code) => version.Term("states", code);

        /// <summary>Null in a book that knows no natures.</summary>
        public Words? NatureOrNone(string code) => version.Terms.ContainsKey("natures") ? Nature(code) : null;

        public Words Nature(string code) => version.Term("natures", code);

        public Words Channel(string code) => version.Term("channels", code);
    }
}
