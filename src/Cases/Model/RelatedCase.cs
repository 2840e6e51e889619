using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>What decides whether a case can be tied to another one, read in the transaction that ties them.</summary>
/// <param name="Key">Where it lies.</param>
/// <param name="Number">Its own number, never an alias's.</param>
internal sealed record RelatedCase(CaseKey Key, string Number, string Rules, string? Project)
{
    private const string Columns = "case_id, month, number, rules, project, closed_at, merged_into, lead, serves, state";
    private const string ByNumber = "SELECT " + Columns + " FROM cases WHERE number = @number";
    private const string OfLead = "SELECT " + Columns + " FROM cases WHERE lead = @lead ORDER BY case_id";
    private const string MergedHere = "SELECT " + Columns + " FROM cases WHERE merged_into = @into ORDER BY case_id";
    private const string Serving = "SELECT " + Columns + " FROM cases WHERE serves = @served ORDER BY case_id";

    public bool IsOpen { get; private init; }
    public string? MergedInto { get; private init; }
    public string? Lead { get; private init; }
    public string? Serves { get; private init; }
    public CaseStage Stage { get; private init; }

    /// <summary>The case that has this number, merged or not; null when it is not in scope.</summary>
    public static RelatedCase? Itself(Session session, string number, Scope scope)
    {
        var found = session.Query(ByNumber, Read, number);
        return found.Count > 0 && scope.Covers(found[0].Project) ? found[0] : null;
    }

    /// <summary>The case a number leads to: merged ones lead on to the end.</summary>
    public static RelatedCase? Behind(Session session, string number, Scope scope)
    {
        var found = Itself(session, number, scope);
        while (found?.MergedInto is { } next)
        {
            found = Itself(session, next, scope);
        }

        return found;
    }

    /// <summary>The members of the group it leads, merged ones left out: they are one of the others.</summary>
    public static IReadOnlyList<RelatedCase> Members(Session session, string lead) =>
        [.. session.Query(OfLead, Read, lead).Where(each => each.MergedInto is null)];

    /// <summary>All whose numbers lead here, those of merged ones too, the oldest first.</summary>
    public static IReadOnlyList<RelatedCase> Aliases(Session session, string number)
    {
        var all = new List<RelatedCase>(session.Query(MergedHere, Read, number));
        for (var i = 0; i < all.Count; i++)
        {
            all.AddRange(session.Query(MergedHere, Read, all[i].Number));
        }

        return all;
    }

    /// <summary>The developer's cases that were opened for it.</summary>
    public static IReadOnlyList<RelatedCase> ServingOf(Session session, string served) => session.Query(Serving, Read, served);

    private static RelatedCase Read(Row row) =>
        new(new CaseKey(row.Int(1), row.Long(0)), row.Text(2), row.Text(3), row.TextOrNull(4))
        {
            IsOpen = row.IsNull(5),
            MergedInto = row.TextOrNull(6),
            Lead = row.TextOrNull(7),
            Serves = row.TextOrNull(8),
            Stage = EnumCode.Parse<CaseStage>(row.Text(9)),
        };
}
