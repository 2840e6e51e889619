using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Contract;

/// <summary>
/// Proposes what slowness calls for (EG-33(4)) and takes back what has lost its ground. Follows the log behind its writers: what it has
/// seen stands beside it, so that it goes on where it was, and another process that was faster is noticed.
/// </summary>
public sealed class SlownessDecisions(Database database, CaseLog cases, LedgerBook book, OrganisationTree tree)
{
    private const int Batch = 200;

    private readonly LedgerLog log = new(database, book);
    private readonly List<DecisionKind> kinds = [.. book.Decisions.Values.Where(kind => kind.Slowness is not null)];

    /// <summary>Returns how many were proposed or withdrawn.</summary>
    public async Task<long> Follow(Instant asOf, CancellationToken cancellation = default)
    {
        var holders = new Dictionary<string, Holders>(StringComparer.Ordinal);
        var done = 0L;
        while (true)
        {
            var next = Read(asOf);
            if (next.To == next.From)
            {
                return done;
            }

            var slow = new List<SlowCase>();
            foreach (var number in next.Numbers)
            {
                slow.AddRange(Judge(number, asOf, holders));
            }

            done += await database.Writer.Write(session => Keep(session, next, slow, asOf), cancellation);
        }
    }

    private Piece Read(Instant asOf)
    {
        using var session = database.Read();
        var from = WatchMark.Read(session);
        var (to, grown) = LateCases.After(session, from, Batch);
        return new Piece(from, to, [.. grown.SelectMany(key => Concerned(session, key, asOf)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A case that is not late any more may still have something proposed.</summary>
    private IEnumerable<string> Concerned(Session session, CaseKey key, Instant asOf)
    {
        var late = LateCases.Concerned(session, key, asOf);
        return
            LateCases.NumberOf(session, key) is { } number && kinds.Exists(kind => DecisionSql.OfCase(session, kind.Code, number).Count > 0)
            ? late.Append(number)
            : late;
    }

    /// <summary>A merged case is judged under the number it was merged into: by itself it has no grounds.</summary>
    private IEnumerable<SlowCase> Judge(string number, Instant asOf, Dictionary<string, Holders> holders)
    {
        if (cases.Load(number, asOf) is not { } file)
        {
            return [];
        }

        var place = file.Project ?? Place.Group;
        using var session = database.Read();
        if (!holders.TryGetValue(place, out var there))
        {
            holders[place] = there = Holders.Of(session, tree, place, asOf);
        }

        var siblings = LateCases.SiblingsOf(session, number);
        return kinds.Select(kind => new SlowCase(
            kind,
            number,
            place,
            file.Number == number ? Slowness.Of(file, siblings, kind.Slowness!, asOf) : [],
            there
        ));
    }

    private long Keep(WriteSession session, Piece piece, List<SlowCase> slow, Instant asOf)
    {
        if (WatchMark.Read(session) != piece.From)
        {
            return 0;
        }

        var events = EventLog.Begin(session);
        var changed = slow.Sum(each => log.Follow(session, events, each, asOf));
        events.Finish();
        WatchMark.Move(session, piece.To);
        return changed;
    }

    private sealed record Piece(long From, long To, IReadOnlyList<string> Numbers);
}
