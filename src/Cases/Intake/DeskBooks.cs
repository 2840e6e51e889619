using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Owners;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

/// <summary>
/// EG-7a: which rule book takes a matter that nobody at a desk took. While the project's service centre is open it is the
/// group's; before it opens and after it closed the property office's. A project nobody noted a centre for has one.
/// </summary>
internal static class DeskBooks
{
    /// <summary>Null when the book of that desk lets no customer open a case.</summary>
    public static async Task<RuleBook?> BookOfDesk(
        this RuleLibrary rules,
        Db db,
        string project,
        Instant now,
        CancellationToken cancellation
    )
    {
        var centre = await db.Set<ServiceCentre>().AsNoTracking().FirstOrDefaultAsync(each => each.Place == project, cancellation);
        var group = rules.Books.Values.FirstOrDefault(book => book.Procedure == Procedure.Group);
        var open = centre is null || (group?.At(now).Group is { } terms && IsOpen(centre.StateAt(now, terms.ServiceCentre)));
        var book = open ? group : rules.Books.Values.FirstOrDefault(each => each.Procedure == Procedure.Property);
        return book?.At(now).Events[EventType.CaseOpened].Roles.Contains(OwnRights.Role, StringComparer.Ordinal) == true ? book : null;
    }

    private static bool IsOpen(CentreState state) =>
        state switch
        {
            CentreState.Open or CentreState.ClosingSoon or CentreState.Overdue => true,
            CentreState.Planned or CentreState.Closed => false,
        };
}
