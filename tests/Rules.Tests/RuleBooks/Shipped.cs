namespace Shouwen.Rules.Tests.RuleBooks;

/// <summary>The files this repository ships.</summary>
internal static class Shipped
{
    public static string Rules => Path.Combine(Root(), "rules");

    public static string Calendars => Path.Combine(Root(), "calendars");

    public static string Book(string name) => Path.Combine(Rules, name + ".yaml");

    public static string BookText(string name) => File.ReadAllText(Book(name));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Shouwen.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests run outside the repository");
        }

        return folder.FullName;
    }
}
