using Shouwen.Knowledge.Forms;
using Shouwen.Knowledge.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

/// <summary>An article's codes in words.</summary>
internal sealed class ArticleWords(RuleLibrary rules, Instant now)
{
    private const int Beginning = 80;

    private readonly IReadOnlyList<(string Code, Words Name)> categories = rules.CategoriesAt(now);

    public KnowledgeRules Rules { get; } = rules.KnowledgeAt(now);

    public IReadOnlyList<(string Code, Words Name)> Categories => categories;

    public Words Kind(string code) => Rules.Kinds.TryGetValue(code, out var kind) ? kind.Name : new Words(code, code);

    public Words Category(string? code) =>
        code is null
            ? ArticleTexts.AnyCategory
            : categories.Where(each => each.Code == code).Select(each => each.Name).FirstOrDefault() ?? new Words(code, code);

    public static Words? Dates(ArticleVersion version) =>
        (version.ValidFrom, version.ValidUntil) switch
        {
            (null, null) => null,
            ({ } from, null) => ArticleTexts.From(FieldFrame.Form.ForDate(from)),
            (null, { } until) => ArticleTexts.Until(FieldFrame.Form.ForDate(until)),
            ({ } from, { } until) => Both(
                ArticleTexts.From(FieldFrame.Form.ForDate(from)),
                ArticleTexts.Until(FieldFrame.Form.ForDate(until))
            ),
        };

    public ArticleList.View Line(ArticleVersion version, string href, string? asked = null) =>
        new(
            href,
            version.Title,
            Kind(version.Kind),
            Category(version.Category),
            ProseText.View.Of(version.Text).Beginning(Beginning),
            asked is null ? null : Excerpt.Find(asked, [version.Text]),
            Dates(version),
            version.PublishedAt ?? version.At
        );

    private static Words Both(Words first, Words second) => new($"{first.Zh} · {second.Zh}", $"{first.En} · {second.En}");
}
