using System.Runtime.InteropServices;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>
/// The changes one write request makes to <see cref="CaseCountRow"/>: what a case counted before leaves, what it counts now
/// enters; only what is left of it is written. A sum that does not change costs nothing.
/// </summary>
internal sealed class CaseCounts
{
    private const string Resolve = "resolve";

    private const string Add =
        "INSERT INTO case_count (whole, project, category, month, opened, open, closed, due, in_time)"
        + " VALUES (@whole, @project, @category, @month, @opened, @open, @closed, @due, @in_time)"
        + " ON CONFLICT (whole, project, category, month) DO UPDATE SET opened = opened + excluded.opened, open = open + excluded.open,"
        + " closed = closed + excluded.closed, due = due + excluded.due, in_time = in_time + excluded.in_time";

    private static readonly int Project = Case("project");
    private static readonly int Category = Case("category");
    private static readonly int OpenedAt = Case("opened_at");
    private static readonly int ClosedAt = Case("closed_at");
    private static readonly int ClosingTimeUsable = Case("closing_time_usable");
    private static readonly int ClockId = Clock("clock");
    private static readonly int ClockDueAt = Clock("due_at");
    private static readonly int ClockStateCode = Clock("state");
    private static readonly string Met = EnumCode.Of(ClockState.Met);
    private static readonly string Breached = EnumCode.Of(ClockState.Breached);

    private readonly Dictionary<(string Project, string Category, int Month), Figures> changes = [];

    public static CaseCounts Of(WriteSession session) => session.Gather<CaseCounts>(static (session, counts) => counts.Write(session));

    /// <param name="row">The case as stored or about to be, in the order of <see cref="CaseRow.Columns"/>.</param>
    /// <param name="clocks">Its clocks, in the order of <see cref="ClockRow.Columns"/>.</param>
    public void Enter(object?[] row, IEnumerable<object?[]> clocks) => Count(row, clocks, 1);

    public void Leave(object?[] row, IEnumerable<object?[]> clocks) => Count(row, clocks, -1);

    private void Count(object?[] row, IEnumerable<object?[]> clocks, int sign)
    {
        var project = (string?)row[Project] ?? "";
        var category = (string?)row[Category] ?? "";
        ref var opened = ref At(project, category, row[OpenedAt]);
        opened.Opened += sign;
        opened.Open += row[ClosedAt] is null ? sign : 0;
        if (row[ClosedAt] is { } closedAt && row[ClosingTimeUsable] is not 0L)
        {
            At(project, category, closedAt).Closed += sign;
        }

        foreach (var clock in clocks)
        {
            var met = (string?)clock[ClockStateCode] == Met;
            if ((string?)clock[ClockId] == Resolve && (met || (string?)clock[ClockStateCode] == Breached))
            {
                ref var due = ref At(project, category, clock[ClockDueAt]);
                due.Due += sign;
                due.InTime += met ? sign : 0;
            }
        }
    }

    private ref Figures At(string project, string category, object? micros) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(changes, (project, category, Instant.FromMicros((long)micros!).Month.Index), out _);

    private void Write(WriteSession session)
    {
        var whole = new Dictionary<(string Category, int Month), Figures>();
        foreach (var ((project, category, month), change) in changes)
        {
            if (change != default)
            {
                Write(session, 0, project, category, month, change);
                CollectionsMarshal.GetValueRefOrAddDefault(whole, (category, month), out _) += change;
            }
        }

        foreach (var ((category, month), change) in whole)
        {
            if (change != default)
            {
                Write(session, 1, "", category, month, change);
            }
        }
    }

    private static void Write(WriteSession session, int whole, string project, string category, int month, Figures change) =>
        session.Run(Add, whole, project, category, month, change.Opened, change.Open, change.Closed, change.Due, change.InTime);

    private static int Case(string column) => CaseRow.Columns.ToList().IndexOf(column);

    private static int Clock(string column) => ClockRow.Columns.ToList().IndexOf(column);

    private record struct Figures(int Opened, int Open, int Closed, int Due, int InTime)
    {
        public static Figures operator +(Figures a, Figures b) =>
            new(a.Opened + b.Opened, a.Open + b.Open, a.Closed + b.Closed, a.Due + b.Due, a.InTime + b.InTime);
    }
}
