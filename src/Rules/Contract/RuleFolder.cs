using Shouwen.Rules.Files;

namespace Shouwen.Rules.Contract;

/// <summary>All rule books and calendars of a process, from their two folders.</summary>
public static class RuleFolder
{
    public const string ExamplesSuffix = ".examples.yaml";

    /// <summary>Files of data beside the books that another module reads.</summary>
    private static readonly string[] NoBooks = ["ledgers.yaml"];

    /// <summary>The library, if every file is sound: half of the rules would compute wrong figures, not fewer.</summary>
    public static Loaded<RuleLibrary> Load(string rulesDirectory, string calendarsDirectory)
    {
        var findings = new List<Finding>();
        var books = new Dictionary<string, RuleBook>(StringComparer.Ordinal);
        foreach (var path in Files(rulesDirectory, findings).Where(IsBook))
        {
            if (Sound(() => RuleBookFile.Read(path), path, findings) is { } book)
            {
                AddBook(books, book, path, findings);
            }
        }

        CheckPlaces(books.Values, rulesDirectory, findings);
        var editions = new List<CalendarEdition>();
        foreach (var path in Files(calendarsDirectory, findings))
        {
            if (Sound(() => CalendarFile.Read(path), path, findings) is { } year)
            {
                AddYear(editions, year, path, findings);
            }
        }

        var library = findings.Count == 0 ? new RuleLibrary(books, new WorkCalendar(editions)) : null;
        return new Loaded<RuleLibrary>(library, findings);
    }

    internal static bool IsExamples(string path) => path.EndsWith(ExamplesSuffix, StringComparison.Ordinal);

    private static bool IsBook(string path) => !IsExamples(path) && !NoBooks.Contains(Path.GetFileName(path), StringComparer.Ordinal);

    private static void AddBook(Dictionary<string, RuleBook> books, RuleBook book, string path, List<Finding> findings)
    {
        if (Path.GetFileNameWithoutExtension(path) != book.Name)
        {
            findings.Add(new Finding(path, 1, "name", Faults.WrongBookName(book.Name)));
        }

        if (!books.TryAdd(book.Name, book))
        {
            findings.Add(new Finding(path, 1, "name", Faults.SameBook(book.Name)));
        }
    }

    /// <summary>Two books of one parent for one place: nobody could say which governs it.</summary>
    private static void CheckPlaces(IEnumerable<RuleBook> books, string directory, List<Finding> findings)
    {
        var taken = new Dictionary<(string? Parent, string Place), string>();
        foreach (var book in books)
        {
            foreach (var place in book.Latest.AppliesTo)
            {
                if (!taken.TryAdd((book.Extends, place), book.Name))
                {
                    var path = Path.Combine(directory, book.Name + ".yaml");
                    var other = taken[(book.Extends, place)];
                    findings.Add(new Finding(path, book.Latest.AppliesToLine, "appliesTo", Faults.PlaceTaken(place, other)));
                }
            }
        }
    }

    private static void AddYear(List<CalendarEdition> editions, IReadOnlyList<CalendarEdition> year, string path, List<Finding> findings)
    {
        if (editions.Exists(edition => edition.Year == year[0].Year))
        {
            findings.Add(new Finding(path, 1, "year", Faults.SameYear(year[0].Year)));
        }

        editions.AddRange(year);
    }

    private static IEnumerable<string> Files(string directory, List<Finding> findings)
    {
        if (Directory.Exists(directory))
        {
            return Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal);
        }

        findings.Add(new Finding(directory, 1, "file", Faults.NotAFolder));
        return [];
    }

    private static T? Sound<T>(Func<Loaded<T>> read, string path, List<Finding> findings)
        where T : class
    {
        try
        {
            var loaded = read();
            findings.AddRange(loaded.Findings);
            return loaded.Value;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding(path, 1, "file", Faults.Unreadable(fault.Message)));
            return null;
        }
    }
}
