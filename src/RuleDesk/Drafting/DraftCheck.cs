using Shouwen.Organisation.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Drafting;

/// <summary>A draft is held to what lint holds a file to, and stays the book it was begun from.</summary>
internal static class DraftCheck
{
    private const string NoFile = "draft";

    /// <summary>The same, and its places held against the organisation.</summary>
    public static Loaded<RuleBook> Read(RuleLibrary rules, RuleBook published, string text, OrganisationTree tree)
    {
        var loaded = Read(rules, published, text);
        return loaded.Value is { } book && BookPlaces.Check(book, rules, tree, NoFile) is { Count: > 0 } findings
            ? new Loaded<RuleBook>(null, findings)
            : loaded;
    }

    public static Loaded<RuleBook> Read(RuleLibrary rules, RuleBook published, string text)
    {
        var loaded = RuleBookFile.ReadText(text, NoFile, name => rules.Books.GetValueOrDefault(name));
        if (loaded.Value is not { } book)
        {
            return loaded;
        }

        var findings = new List<Finding>();
        if (book.Name != published.Name)
        {
            findings.Add(new Finding(NoFile, LineOf(text, "name:"), "name", DraftTexts.OtherName));
        }

        if (book.Procedure != published.Procedure)
        {
            findings.Add(new Finding(NoFile, LineOf(text, "procedure:"), "procedure", DraftTexts.OtherProcedure));
        }

        if (book.Extends != published.Extends)
        {
            findings.Add(new Finding(NoFile, LineOf(text, "extends:"), "extends", DraftTexts.OtherParent));
        }

        return findings.Count == 0 ? loaded : new Loaded<RuleBook>(null, findings);
    }

    private static int LineOf(string text, string key) =>
        1 + text.Split('\n').TakeWhile(line => !line.StartsWith(key, StringComparison.Ordinal)).Count();
}
