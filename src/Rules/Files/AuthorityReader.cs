using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>The authority limits for claims, and that the records a claim is handled by are there with the fields it needs.</summary>
internal sealed class AuthorityReader(Entry book, VersionReader cited)
{
    private const string Section = "authority";

    private static readonly (string Record, string Field, RecordFieldKind Kind)[] Needed =
    [
        ("claim.report", "cause", RecordFieldKind.Choice),
        ("claim.report", "contractor", RecordFieldKind.Name),
        ("claim.report", "amount", RecordFieldKind.Amount),
        ("claim.report", "basis", RecordFieldKind.Text),
        ("claim.report", "file", RecordFieldKind.Name),
        ("claim.approval", "level", RecordFieldKind.Choice),
        ("claim.approval", "decision", RecordFieldKind.Choice),
        ("claim.approval", "amount", RecordFieldKind.Amount),
        ("claim.approval", "reason", RecordFieldKind.Text),
        ("claim.phone", "level", RecordFieldKind.Choice),
        ("claim.phone", "decision", RecordFieldKind.Choice),
        ("claim.phone", "approver", RecordFieldKind.Staff),
        ("claim.phone", "calledAt", RecordFieldKind.Time),
        ("claim.phone", "amount", RecordFieldKind.Amount),
        ("claim.phone", "reason", RecordFieldKind.Text),
        ("claim.signature", "confirmed", RecordFieldKind.Flag),
        ("claim.payment", "amount", RecordFieldKind.Amount),
        ("claim.payment", "paidAt", RecordFieldKind.Time),
        ("claim.payment", "means", RecordFieldKind.Choice),
        ("claim.payment", "receipt", RecordFieldKind.Name),
    ];

    public AuthorityRules? Read(IReadOnlyDictionary<string, RecordRule> records)
    {
        if (!book.Has(Section))
        {
            return null;
        }

        foreach (var (record, field, kind) in Needed)
        {
            if (records.GetValueOrDefault(record)?.Find(field)?.Kind != kind)
            {
                book.Fault(Section, Faults.ClaimNeeds(record, field, Scalars.Code(kind)));
            }
        }

        var entry = book.Map(Section);
        return new AuthorityRules(cited.Clause(entry), Levels(entry), cited.RoleOf(entry, "extraordinary"));
    }

    private List<AuthorityLevel> Levels(Entry entry)
    {
        var levels = new List<AuthorityLevel>();
        foreach (var each in entry.List("levels"))
        {
            var level = new AuthorityLevel(cited.RoleOf(each, "role"), each.ValueOrNone("upTo", each.Amount));
            if (levels.Count > 0 && (levels[^1].UpTo is not { } before || level.UpTo <= before))
            {
                each.Fault("upTo", Faults.LevelsNotAscending);
            }

            levels.Add(level);
        }

        if (levels is not [.., { UpTo: null }])
        {
            entry.Fault("levels", Faults.LastLevelLimited);
        }

        return levels;
    }
}
