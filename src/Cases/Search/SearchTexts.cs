using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Search;

internal static class SearchTexts
{
    public static readonly Words Title = new("搜索", "Search");
    public static readonly Words Numbers = new("编号", "Numbers");
    public static readonly Words Customers = new("客户", "Customers");
    public static readonly Words Homes = new("房号", "Units");
    public static readonly Words Cases = new("案件", "Cases");
    public static readonly Words All = new("全部", "All");
    public static readonly Words NoWords = new("（内容已删除）", "(erased)");
    public static readonly Words NothingFound = new("没有找到", "Nothing was found");
    public static readonly Words NothingFoundHint = new(
        "可以输入案件编号、客户姓名或拼音首字母、电话后四位、房号，或诉求里的两个字。只查找您可以查看的范围。",
        "Type a case number, a customer's name or its pinyin initials, the last four digits of a phone, a unit, or two characters of what was asked. Only what you may see is searched."
    );
    public static readonly Words WhatToType = new("要找什么", "What are you looking for");

    public static Words ResultsFor(string text) => new($"“{text}”的搜索结果", $"Results for “{text}”");

    public static Words AllOf(Words group) => new($"全部{group.Zh}", $"All {group.En.ToLowerInvariant()}");
}
