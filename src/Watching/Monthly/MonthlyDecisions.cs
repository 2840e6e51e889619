using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Monthly;

/// <summary>
/// Brings the register of decisions to what the results of the last month that is over call for. What waits from an earlier
/// month is asked again too: late events may have moved its ranking. Safe to run twice.
/// </summary>
internal sealed class MonthlyDecisions(
    Database database,
    LedgerBook book,
    LedgerLog ledgers,
    CaseLog cases,
    RuleLibrary rules,
    OrganisationTree tree
)
{
    private const string Prefix = "monthly:";

    public async Task<long> Put(Instant asOf, CancellationToken cancellation)
    {
        await cases.Sweep(asOf, cancellation);
        await KeepPraise(cancellation);
        var (missing, gone) = Differences(asOf.Month.Before());
        if (missing.Count + gone.Count == 0)
        {
            return 0;
        }

        return await database.Writer.Write(session => Write(session, missing, gone, asOf), cancellation);
    }

    /// <summary>What was decided before the file put such decisions into the statement.</summary>
    private async Task KeepPraise(CancellationToken cancellation)
    {
        List<NewCommendation> missing;
        using (var session = database.Read())
        {
            missing =
            [
                .. book
                    .Decisions.Values.Where(kind => kind.InStatement)
                    .SelectMany(kind => DecisionSql.Decided(session, kind.Code))
                    .Select(key => DecisionItem.Fold(book.Decisions, EventLog.Read(session, key))?.Praise)
                    .OfType<NewCommendation>()
                    .Where(praise => !Commendations.IsKept(session, praise)),
            ];
        }

        if (missing.Count > 0)
        {
            await database.Writer.Write(
                session =>
                {
                    missing.ForEach(praise => Commendations.Keep(session, praise));
                    return missing.Count;
                },
                cancellation
            );
        }
    }

    private long Write(WriteSession session, List<Called> missing, List<CaseKey> gone, Instant asOf)
    {
        var holders = new Dictionary<string, Holders>(StringComparer.Ordinal);
        var log = EventLog.Begin(session);
        var proposed = missing.Where(each => DecisionSql.Of(session, each.Kind.Code, each.Occurrence) is null).ToList();
        foreach (var each in proposed)
        {
            if (!holders.TryGetValue(each.Result.Place, out var there))
            {
                holders[each.Result.Place] = there = Holders.Of(session, tree, each.Result.Place, asOf);
            }

            ledgers.Propose(session, log, each.Fields(), there, asOf);
        }

        foreach (var key in gone)
        {
            ledgers.Withdraw(session, log, key, asOf);
        }

        log.Finish();
        return proposed.Count + gone.Count;
    }

    private (List<Called> Missing, List<CaseKey> Gone) Differences(Month last)
    {
        using var session = database.Read();
        var known = new Dictionary<(PersonalResult, Month), IReadOnlyList<ResultOfPerson>>();
        var called = AllCalled(last, Results).ToList();
        var missing = called.Where(each => DecisionSql.Of(session, each.Kind.Code, each.Occurrence) is null).ToList();
        var waiting = DecisionSql
            .Waiting(session)
            .Where(item => book.Decisions.ContainsKey(item.Decision))
            .Select(item => (item.Key, item.Decision, item.Occurrence, Month: MonthOf(item.Occurrence)))
            .Where(item => item.Month is not null)
            .ToList();
        foreach (var month in waiting.Select(item => item.Month!.Value).Where(month => month != last).Distinct())
        {
            called.AddRange(AllCalled(month, Results));
        }

        var wanted = called.Select(each => (each.Kind.Code, each.Occurrence)).ToHashSet();
        return (missing, [.. waiting.Where(item => !wanted.Contains((item.Decision, item.Occurrence))).Select(item => item.Key)]);

        IReadOnlyList<ResultOfPerson> Results(PersonalResult result, Month month) =>
            known.TryGetValue((result, month), out var found)
                ? found
                : known[(result, month)] = PersonalResults.Of(session, rules, result, month);
    }

    /// <summary>One decision of a kind for each person and month, whichever of its rules calls for it first.</summary>
    private IEnumerable<Called> AllCalled(Month month, Func<PersonalResult, Month, IReadOnlyList<ResultOfPerson>> results) =>
        book.Decisions.Values.SelectMany(kind =>
            kind.Monthly.SelectMany(rule =>
                    MonthlyProposals
                        .Of(rule, month, each => results(rule.Result, each))
                        .Select(result => new Called(kind, rule, month, result))
                )
                .DistinctBy(each => each.Occurrence, StringComparer.Ordinal)
        );

    private static Month? MonthOf(string occurrence) =>
        occurrence.StartsWith(Prefix, StringComparison.Ordinal)
        && occurrence.Length > Prefix.Length + 7
        && Month.TryParse(occurrence.Substring(Prefix.Length, 7), out var month)
            ? month
            : null;

    private sealed record Called(DecisionKind Kind, MonthlyRule Rule, Month Month, ResultOfPerson Result)
    {
        public string Occurrence => $"{Prefix}{Month}:{Result.Person}";

        public EventFields Fields() =>
            MonthlyGround
                .For(Rule, Month, Result)
                .Into(
                    new EventFields()
                        .With(DecisionItem.DecisionName, Kind.Code)
                        .With(DecisionItem.SubjectName, Result.Person)
                        .With(DecisionItem.PlaceName, Result.Place)
                        .With(DecisionItem.OccurrenceName, Occurrence)
                );
    }
}
