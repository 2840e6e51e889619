using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Search;

internal static class SearchTexts
{
    private static readonly TextFile Texts = new(typeof(SearchTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Numbers = Texts[nameof(Numbers)];
    public static readonly Words Customers = Texts[nameof(Customers)];
    public static readonly Words Homes = Texts[nameof(Homes)];
    public static readonly Words Cases = Texts[nameof(Cases)];
    public static readonly Words All = Texts[nameof(All)];
    public static readonly Words NoWords = Texts[nameof(NoWords)];
    public static readonly Words NothingFound = Texts[nameof(NothingFound)];
    public static readonly Words NothingFoundHint = Texts[nameof(NothingFoundHint)];
    public static readonly Words WhatToType = Texts[nameof(WhatToType)];

    public static Words ResultsFor(string text) => Texts.With(nameof(ResultsFor), text);

    public static Words AllOf(Words group) => Texts.With(nameof(AllOf), new Words(group.Zh, group.En.ToLowerInvariant()));
}
