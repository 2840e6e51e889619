using Shouwen.Organisation.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Drafting;

/// <summary>
/// The places a book applies to, held against the organisation (EG-41): each must be there, and none may lie at, above or under one
/// of another book with the same parent, or two books would govern the same case.
/// </summary>
internal static class BookPlaces
{
    private const string Key = "appliesTo";

    public static IReadOnlyList<Finding> Check(RuleBook book, RuleLibrary rules, OrganisationTree tree, string file)
    {
        var version = book.Latest;
        var others = rules.Books.Values.Where(each => each.Name != book.Name && each.Extends == book.Extends).ToList();
        var findings = new List<Finding>();
        foreach (var place in version.AppliesTo)
        {
            if (tree.DownFrom(place).Count == 0)
            {
                findings.Add(new Finding(file, version.AppliesToLine, Key, DraftTexts.UnknownPlace(place)));
            }
            else if (others.Find(other => other.Latest.AppliesTo.Any(taken => Meet(place, taken, tree))) is { } other)
            {
                findings.Add(new Finding(file, version.AppliesToLine, Key, DraftTexts.PlaceTaken(place, other.Name)));
            }
        }

        return findings;
    }

    private static bool Meet(string one, string other, OrganisationTree tree) =>
        tree.UpFrom(one).Contains(other, StringComparer.Ordinal) || tree.UpFrom(other).Contains(one, StringComparer.Ordinal);
}
