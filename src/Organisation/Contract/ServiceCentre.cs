using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Contract;

public enum CentreState
{
    /// <summary>Its opening day has not come.</summary>
    Planned,
    Open,

    /// <summary>Its closing day is near.</summary>
    ClosingSoon,

    /// <summary>Its closing day has come, and it could not close: there are open cases.</summary>
    Overdue,
    Closed,
}

/// <summary>
/// EG-7: the service centre of a project, from its opening for sale until some months after the handover of its last
/// phase. How many months, and how early it warns, stands in the rule book.
/// </summary>
public sealed class ServiceCentre
{
    private const string NotClosed =
        "SELECT place, opens_at, last_handover_at, desk_book, name FROM service_centre JOIN place ON id = place"
        + " WHERE service_centre.closed_at IS NULL ORDER BY place";

    /// <summary>The project's place.</summary>
    public required string Place { get; init; }
    public required Instant OpensAt { get; set; }

    /// <summary>When the last phase was, or will be, handed over; null while nobody knows.</summary>
    public Instant? LastHandoverAt { get; set; }

    /// <summary>When its work ended. Its day alone does not close it: open cases are transferred first.</summary>
    public Instant? ClosedAt { get; set; }

    /// <summary>The place that took over its open cases, and answers for what its project's customers raise again.</summary>
    public string? HandedTo { get; set; }

    /// <summary>
    /// EG-7a, the option of the project: the rule book of its property desk, also after the centre closed. Null as the measures
    /// say for all.
    /// </summary>
    public string? DeskBook { get; set; }

    /// <summary>Those that are not closed, each with its project's name.</summary>
    public static List<(ServiceCentre Centre, string Project)> Open(Session session) =>
        session.Query(
            NotClosed,
            row =>
                (
                    new ServiceCentre
                    {
                        Place = row.Text(0),
                        OpensAt = Instant.FromMicros(row.Long(1)),
                        LastHandoverAt = row.IsNull(2) ? null : Instant.FromMicros(row.Long(2)),
                        DeskBook = row.TextOrNull(3),
                    },
                    row.Text(4)
                )
        );

    public string BookOfDesk(CentreTerms terms) => DeskBook ?? terms.Thereafter;

    public Instant? ClosesAt(CentreTerms terms) =>
        LastHandoverAt is { } handover ? Instant.At(handover.Date.AddMonths(terms.MonthsAfterHandover), TimeOnly.MinValue) : null;

    public CentreState StateAt(Instant at, CentreTerms terms) =>
        ClosedAt is { } closed && closed <= at ? CentreState.Closed
        : at < OpensAt ? CentreState.Planned
        : ClosesAt(terms) is not { } closes ? CentreState.Open
        : at >= closes ? CentreState.Overdue
        : at >= closes - terms.WarnBefore ? CentreState.ClosingSoon
        : CentreState.Open;
}

/// <summary>
/// Hands a service centre's work to another place inside the caller's request: asks whether its time has come and whether the
/// place can take it, lets the cases be handed over, and closes the centre when its day has come.
/// </summary>
public delegate Refusal? HandCentreOver(WriteSession session, string project, string to, Instant now, Func<Refusal?> handOverCases);

/// <summary>
/// How many cases of a project are not closed: asked of the module that has them, inside the caller's transaction. The
/// service centre answers for those under its own book (EG-7a), the place for all.
/// </summary>
public delegate long OpenCasesOf(Session session, string project, bool ofCentreOnly);
