using System.Globalization;
using System.Resources;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>
/// The sentences of one area of the interface, from its resource files: NAME.resx is Chinese, NAME.en.resx English. A
/// sentence that is missing in one of them fails when the area is first used, and in a test over all areas.
/// </summary>
public sealed class TextFile(Type area)
{
    private static readonly CultureInfo Chinese = CultureInfo.InvariantCulture;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private readonly ResourceManager resources = new(area);

    public Words this[string name] => new(Get(name, Chinese), Get(name, English));

    /// <summary>Null when there is no such sentence: for names that come from data.</summary>
    public Words? Find(string name) => Look(name, Chinese) is { } zh ? new Words(zh, Get(name, English)) : null;

    /// <summary>A sentence about a number of things; NAME.one is that about a single one.</summary>
    public Words Counted(string name, int count) => With(count == 1 ? name + ".one" : name, count);

    /// <summary>A sentence with places {0}, {1} …; a place filled with words takes those of its own language.</summary>
    public Words With(string name, params ReadOnlySpan<object> values)
    {
        var zh = new object[values.Length];
        var en = new object[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            (zh[i], en[i]) = values[i] is Words words ? ((object)words.Zh, words.En) : (values[i], values[i]);
        }

        var sentence = this[name];
        return new Words(string.Format(Chinese, sentence.Zh, zh), string.Format(Chinese, sentence.En, en));
    }

    /// <summary>Looks in the language's own file only: a sentence forgotten there must not come out in the other language.</summary>
    private string Get(string name, CultureInfo language) =>
        Look(name, language) ?? throw new MissingManifestResourceException($"{area.FullName}: no sentence {name} for {language.Name}");

    private string? Look(string name, CultureInfo language) =>
        resources.GetResourceSet(language, createIfNotExists: true, tryParents: false)?.GetString(name);
}
