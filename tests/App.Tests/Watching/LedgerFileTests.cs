using Shouldly;
using Shouwen.Testing;
using Shouwen.Watching.Contract;
using Xunit;

namespace Shouwen.App.Tests.Watching;

/// <summary>rules/ledgers.yaml is read as strictly as a rule book: a misspelt rule is a rule nobody keeps.</summary>
public sealed class LedgerFileTests
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(RuleFolderLocation.Rules, "ledgers.yaml"));

    [Theory]
    [InlineData("subject: specialist", "subjekt: specialist", "ledgers.videoCheck.subjekt", "unknown key")]
    [InlineData("clause: EG-40", "clause: EG-99", "ledgers.inspection.clause", "clause EG-99 does not stand in clauses")]
    [InlineData("decider: generalManager", "decider: president", "decisions.dereliction.decider", "there is no role president")]
    [InlineData("write: [generalManager]", "write: [boss]", "ledgers.workgroup.write", "there is no role boss")]
    [InlineData("places: [region, company, project]", "places: [street]", "ledgers.inspection.places", "there is no kind of place street")]
    [InlineData("kind: checklist", "kind: table", "ledgers.inspection.fields.items.kind", "must be one of text | personalText")]
    [InlineData("responsible: lead", "responsible: members", "ledgers.workgroup.responsible", "must name a field of kind staff")]
    [InlineData("due: dueBy}", "due: score}", "ledgers.inspection.answer.due", "must name a required field of kind date")]
    [InlineData("within: 7d}", "within: 7d, due: lead}", "ledgers.workgroup.answer.within", "exactly one of within and due is expected")]
    [InlineData("within: 7d}", "within: 0d}", "ledgers.workgroup.answer.within", "the duration must be more than zero")]
    [InlineData("from: 0, to: 500}", "from: 501, to: 500}", "ledgers.concealment.fields.visits.to", "from must not be more than to")]
    [InlineData(
        "decision: attitude",
        "decision: scolding",
        "ledgers.specialistComplaint.proposes[0].decision",
        "scolding does not stand in decisions"
    )]
    [InlineData(
        "conclusion: [upheld]",
        "conclusion: [true]",
        "ledgers.specialistComplaint.proposes[0].when",
        "true is no choice of the field conclusion"
    )]
    [InlineData("agenda: week", "agenda: day", "ledgers.weeklyMeeting.agenda", "must be one of week | month")]
    [InlineData("every: day", "every: hour", "ledgers.videoCheck.every", "must be one of day | week | month | quarter")]
    [InlineData("moreThan: 2", "moreThan: 0", "ledgers.concealment.proposes[1].moreThan", "a whole number from 1 to 1000 is expected")]
    [InlineData("at: \"09:30\"", "at: \"25:00\"", "reminders.at", "a time of day from 00:00 to 23:59 is expected")]
    [InlineData("last: 10", "last: 10, first: 3", "decisions.bottomTen.monthly[0].result", "exactly one of first and last is expected")]
    [InlineData("months: 3}", "months: 0}", "decisions.bottomTen.monthly[0].months", "a whole number from 1 to 12 is expected")]
    [InlineData("ledger: videoCheck", "ledger: weeklyMeeting", "centreScore.checks.ledger", "whose places hold project")]
    [InlineData("{finding: [good]}}", "{finding: [fine]}}", "centreScore.checks.good", "fine is no choice of the field finding")]
    [InlineData(
        "standard: 40, onTheSpot: 30, completion: 30",
        "standard: 0, onTheSpot: 0, completion: 0",
        "centreScore.weights.standard",
        "must not all be zero"
    )]
    public void A_mistake_is_found_with_its_key(string shipped, string draft, string key, string says)
    {
        var at = Shipped.IndexOf(shipped, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, shipped);
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("ledgers.yaml"), Shipped[..at] + draft + Shipped[(at + shipped.Length)..]);

        var loaded = LedgerBook.Read(folder.File("ledgers.yaml"));

        loaded.Value.ShouldBeNull();
        loaded.Findings.ShouldContain(
            finding =>
                finding.Key.StartsWith(key, StringComparison.Ordinal) && finding.Sentence.En.Contains(says, StringComparison.Ordinal),
            string.Join('\n', loaded.Findings.Select(finding => finding.In(Shouwen.Rules.Contract.Language.English)))
        );
    }
}
