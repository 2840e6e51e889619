using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Shouwen.Architecture.Tests;

/// <summary>Every sentence of the pages is there in both languages and has the same places in both.</summary>
public sealed partial class SentenceTests
{
    public static TheoryData<string> Areas() =>
        [.. Directory.EnumerateFiles(Repository.Root + "/src", "*.resx", SearchOption.AllDirectories).Where(IsChinese).Select(Name)];

    [Theory]
    [MemberData(nameof(Areas))]
    public void A_sentence_is_there_in_both_languages(string area)
    {
        var (zh, en) = (Read(area), Read(area.Replace(".resx", ".en.resx", StringComparison.Ordinal)));
        en.Keys.ShouldBe(zh.Keys, ignoreOrder: true);
        foreach (var (name, sentence) in zh)
        {
            sentence.ShouldNotBeNullOrWhiteSpace(name);
            en[name].ShouldNotBeNullOrWhiteSpace(name);
            if (!name.EndsWith(".one", StringComparison.Ordinal))
            {
                Places(en[name]).ShouldBe(Places(sentence), name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_sentence_a_page_may_ask_for_is_there(string area)
    {
        var module = area.Split('/')[1];
        var type = Type.GetType($"Shouwen.{area["src/".Length..^".resx".Length].Replace('/', '.')}, Shouwen.{module}", throwOnError: true)!;
        Should.NotThrow(() => RuntimeHelpers.RunClassConstructor(type.TypeHandle));
    }

    private static bool IsChinese(string file) =>
        !file.EndsWith(".en.resx", StringComparison.Ordinal)
        && !file.Contains("/obj/", StringComparison.Ordinal)
        && !file.Contains("/bin/", StringComparison.Ordinal);

    private static string Name(string file) => Path.GetRelativePath(Repository.Root, file);

    private static Dictionary<string, string> Read(string area) =>
        XDocument
            .Load(Path.Combine(Repository.Root, area))
            .Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static string[] Places(string sentence) => [.. Place().Matches(sentence).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
