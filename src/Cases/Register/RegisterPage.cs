using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>One page of the register as somebody sees it, read in one session.</summary>
internal sealed class RegisterPage(ReadSession session, Me me, RegisterWords words, Instant now)
{
    public const int Size = 50;

    public required NextStep Steps { get; init; }

    public RegisterRows.View Read(RegisterFilter filter)
    {
        var matches = filter.MatchesIn(session, me);
        var found = new RegisterWalk(filter, me.Projects, matches?.Ids).Page(session, Size + 1);
        var shown = Math.Min(found.Cases.Count, Size);
        var rows = new RegisterRows.View.Row[shown];
        for (var i = 0; i < shown; i++)
        {
            rows[i] = Line(ListedCase.Read(session, found.Cases[i].CaseId));
        }

        var next = found.Cases.Count > Size ? found.Cases[Size - 1] : found.LookedUntil;
        var choices = new RegisterChoices(filter, words, session, me);
        return new RegisterRows.View
        {
            Chips = choices.Chips(),
            Picks = choices.Picks(),
            Filter = filter,
            Views = SavedViews.Of(session, me.StaffId),
            Columns = RegisterColumns.Of(session, me.StaffId),
            Rows = rows,
            Clear = filter.IsNarrowed ? new RegisterFilter { State = filter.State, Sort = filter.Sort }.Address() : null,
            First = filter.After is null ? null : (filter with { After = null }).Address(),
            Next = next is null ? null : (filter with { After = next }).Address(),
            LookedThrough = found.LookedUntil is not null,
            FoundTooMany = matches?.More == true,
        };
    }

    private RegisterRows.View.Row Line(ListedCase row)
    {
        var version = words.Of(row);
        var line = new CaseLine(row, version, now);
        return new RegisterRows.View.Row(
            line.Clock,
            row.Number,
            line.Who,
            row.Demand is { } demand && demand.AsSpan().ContainsAny('\r', '\n') ? demand.ReplaceLineEndings(" ") : row.Demand,
            line.Category,
            row.Department is { } department ? version.Department(department) : null,
            line.State,
            line.Nature,
            row.IsUnusual ? row.Nature : null
        )
        {
            Project = row.ProjectName ?? row.Project,
            Channel = row.Channel is { } channel ? version.Channel(channel) : null,
            Accountable = row.Accountable,
            OpenedAt = row.OpenedAt,
            ClosedAt = row.ClosedAt,
            Next = Steps.Of(row),
        };
    }
}
