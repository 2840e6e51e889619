using Shouwen.Messaging.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;

namespace Shouwen;

/// <summary>Where the rule books and calendars lie that were shipped with the executable.</summary>
internal static class RuleFolderLocation
{
    public static string Rules => Path.Combine(AppContext.BaseDirectory, "rules");

    public static string Calendars => Path.Combine(AppContext.BaseDirectory, "calendars");

    /// <summary>A bare name ("group") is a shipped book; anything with a folder or an extension is a file of the user's.</summary>
    public static string FileOf(string nameOrPath) => IsName(nameOrPath) ? Path.Combine(Rules, nameOrPath + ".yaml") : nameOrPath;

    public static Loaded<RuleLibrary> Load() => RuleFolder.Load(Rules, Calendars);

    /// <summary>The ledgers of this installation; half of them would keep less than the measures want, so one fault stops the start.</summary>
    public static LedgerBook Ledgers()
    {
        var loaded = LedgerBook.Read(Path.Combine(Rules, "ledgers.yaml"));
        return loaded.Value ?? throw new UnusableSettingException(loaded.Findings[0].Sentence);
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
