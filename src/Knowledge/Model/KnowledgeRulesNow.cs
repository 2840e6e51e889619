using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>What the rule books say about knowledge: the first book that says anything says it for the company.</summary>
internal static class KnowledgeRulesNow
{
    private static readonly KnowledgeRules NoArticles = new("", [], new Dictionary<string, ArticleKindRule>(StringComparer.Ordinal));

    private static readonly CasebookRules NoCasebook = new(
        "",
        [],
        new Dictionary<string, Words>(StringComparer.Ordinal),
        new Dictionary<string, Words>(StringComparer.Ordinal)
    );

    public static KnowledgeRules KnowledgeAt(this RuleLibrary rules, Instant now) =>
        rules.Versions(now).Select(version => version.Knowledge).OfType<KnowledgeRules>().FirstOrDefault(NoArticles);

    public static CasebookRules CasebookAt(this RuleLibrary rules, Instant now) =>
        rules.Versions(now).Select(version => version.Casebook).OfType<CasebookRules>().FirstOrDefault(NoCasebook);

    /// <summary>The categories of all matrices, each once.</summary>
    public static IReadOnlyList<(string Code, Words Name)> CategoriesAt(this RuleLibrary rules, Instant now) =>
        [
            .. rules
                .Versions(now)
                .SelectMany(version => version.Categories.Values)
                .Select(category => (category.Code, category.Name))
                .DistinctBy(each => each.Code, StringComparer.Ordinal),
        ];

    /// <summary>The words for roles, for refusals.</summary>
    public static Words RoleNames(this RuleLibrary rules, Instant now, IEnumerable<string> roles)
    {
        var versions = rules.Versions(now).ToList();
        var names = roles.Select(role =>
            versions.Select(version => version.Terms.GetValueOrDefault("roles")?.GetValueOrDefault(role)).OfType<Words>().FirstOrDefault()
            ?? new Words(role, role)
        );
        return new Words(string.Join('、', names.Select(name => name.Zh)), string.Join(", ", names.Select(name => name.En)));
    }

    /// <summary>Whoever publishes may mend what is to be published.</summary>
    public static bool MayWrite(this Me me, KnowledgeRules rules) =>
        me.HasOneOf([.. rules.Writers, .. rules.Kinds.Values.SelectMany(kind => kind.Publishers)]);

    public static bool MayPublish(this Me me, KnowledgeRules rules, string kind) =>
        rules.Kinds.TryGetValue(kind, out var rule) && me.HasOneOf(rule.Publishers);

    public static bool MayKeep(this Me me, CasebookRules rules) => me.HasOneOf(rules.Keepers);

    private static bool HasOneOf(this Me me, IReadOnlyList<string> roles) => roles.Intersect(me.Roles, StringComparer.Ordinal).Any();

    private static IEnumerable<RuleVersion> Versions(this RuleLibrary rules, Instant now) =>
        rules.Books.Values.Select(book => book.At(now));
}
