using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Says that a case is another one over again, and takes it back (docs/adr/0017).</summary>
internal static class Merging
{
    /// <summary>Why the one cannot be merged into the other.</summary>
    public static Refusal? WhyNot(RelatedCase from, RelatedCase? into, int membersOpen) =>
        into is null ? RelationRefusals.NoSuchCase
        : from.Number == into.Number ? RelationRefusals.IntoItself
        : from.MergedInto is { } other ? RelationRefusals.MergedAlready(from.Number, other)
        : !from.IsOpen ? RelationRefusals.Ended(from.Number)
        : !into.IsOpen ? RelationRefusals.IntoEnded(into.Number)
        : from.Project != into.Project ? RelationRefusals.OtherProject
        : from.Rules != into.Rules ? RelationRefusals.OtherBook
        : membersOpen > 0 ? RelationRefusals.LeadsGroup(from.Number, membersOpen)
        : null;

    /// <summary>
    /// Merges inside a request of the caller's own. Saying the same twice is no fault: the answer is the case it leads to.
    /// </summary>
    public static RelationAnswer Merge(WriteSession session, CaseLog log, Me me, Instant now, string from, string into)
    {
        if (RelatedCase.Itself(session, from, me.Scope) is not { } one)
        {
            return new RelationAnswer(from, Refusals.NoSuchCase(from));
        }

        var other = RelatedCase.Behind(session, into, me.Scope);
        if (one.MergedInto is not null && other is not null && RelatedCase.Behind(session, from, me.Scope)?.Number == other.Number)
        {
            return new RelationAnswer(other.Number, null);
        }

        var members = RelatedCase.Members(session, one.Number).Count(member => member.IsOpen);
        if (WhyNot(one, other, members) is { } refusal)
        {
            return new RelationAnswer(one.Number, refusal);
        }

        log.Tie(session, Relations.Merged, me, now, ("from", one.Number), ("into", other!.Number));
        return new RelationAnswer(other.Number, null);
    }

    /// <summary>Takes a merge back, while nothing else has happened in the case it was merged into.</summary>
    public static RelationAnswer Part(WriteSession session, CaseLog log, Me me, Instant now, string from)
    {
        if (RelatedCase.Itself(session, from, me.Scope) is not { } one)
        {
            return new RelationAnswer(from, Refusals.NoSuchCase(from));
        }

        if (one.MergedInto is not { } into || RelatedCase.Itself(session, into, me.Scope) is not { } other)
        {
            return new RelationAnswer(from, RelationRefusals.NotMerged(from));
        }

        if (other.MergedInto is not null || !CanBeParted(EventLog.Read(session, other.Key), from))
        {
            return new RelationAnswer(into, RelationRefusals.MovedOn(into));
        }

        log.Tie(session, Relations.Parted, me, now, ("from", one.Number), ("into", other.Number));
        return new RelationAnswer(one.Number, null);
    }

    /// <summary>Other merges do not stand in the way, everything else does: it may have been done for both.</summary>
    public static bool CanBeParted(IReadOnlyList<LogEvent> intoRows, string from)
    {
        for (var i = intoRows.Count - 1; i >= 0 && IsMerge(intoRows[i]); i--)
        {
            if (intoRows[i].Type == RecordRule.Prefix + Relations.Merged && From(intoRows[i]) == from)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMerge(LogEvent row) => row.Type is RecordRule.Prefix + Relations.Merged or RecordRule.Prefix + Relations.Parted;

    private static string? From(LogEvent row) => JsonElement.Parse(row.Data).TryGetProperty("from", out var from) ? from.GetString() : null;
}

/// <param name="Number">The case to go on to.</param>
/// <param name="Refusal">Why nothing was done.</param>
internal sealed record RelationAnswer(string Number, Refusal? Refusal);
