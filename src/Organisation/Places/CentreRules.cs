using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Places;

/// <summary>What the rule books say about the organisation.</summary>
internal static class CentreRules
{
    /// <summary>The terms of the book that has project service centres (EG-7a); null when no such book is loaded.</summary>
    public static CentreTerms? CentreTermsAt(this RuleLibrary rules, Instant at) => rules.GroupAt(at)?.Group?.ServiceCentre;

    public static IReadOnlyDictionary<string, Words> DepartmentsAt(this RuleLibrary rules, Instant at) =>
        rules.GroupAt(at)?.Terms.GetValueOrDefault("departments") ?? new Dictionary<string, Words>(StringComparer.Ordinal);

    /// <summary>The books under which a desk can open cases; imported history has its own way in.</summary>
    public static IEnumerable<RuleBook> OfDesks(this RuleLibrary rules) =>
        rules.Books.Values.Where(book => book.Procedure != Procedure.Historic);

    public static Words TitleOf(this RuleLibrary rules, string book) =>
        rules.Books.TryGetValue(book, out var known) ? known.Title : new Words(book, book);

    /// <summary>The name of a department; a code the book does not know shows as itself.</summary>
    public static Words DepartmentAt(this RuleLibrary rules, string code, Instant at) =>
        rules.DepartmentsAt(at).TryGetValue(code, out var name) ? name : new Words(code, code);

    private static RuleVersion? GroupAt(this RuleLibrary rules, Instant at) =>
        rules.Books.Values.FirstOrDefault(book => book is { Procedure: Procedure.Group, Extends: null })?.At(at);
}
