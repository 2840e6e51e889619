using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>What every list says of one case, in the words of the version that judges it.</summary>
internal sealed class CaseLine(ListedCase row, RegisterWords.Version version, Instant now)
{
    public string Who =>
        (row.Home, row.Customer) switch
        {
            ({ } home, { Length: > 0 } customer) => $"{home} · {customer}",
            var (home, customer) => home ?? customer ?? "",
        };

    public ClockFace Clock =>
        row is { DueClock: { } id, DueAt: { } due }
            ? ClockFace.Running(version.Clock(id), row.DueStartedAt ?? row.OpenedAt, due, now)
            : ClockFace.Still(row.ClosedAt is null ? RegisterTexts.NothingDue : RegisterTexts.Closed);

    public Words State => version.State(row.State);

    public Words? Category => row.Category is { } category ? version.Category(category) : null;

    public Words? Nature => row.IsUnusual ? version.Nature(row.Nature) : null;
}
