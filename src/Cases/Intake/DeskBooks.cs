using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Owners;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

/// <summary>
/// EG-7a: which rule book takes a matter that nobody at a desk took. While the project's service centre is open it is the
/// group's; before it opens and after it closed the one the project has chosen for its property desk, or else the one the
/// measures name for all. A project nobody noted a centre for has one.
/// </summary>
internal static class DeskBooks
{
    /// <summary>Null when that book is not loaded.</summary>
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
        return group?.At(now).Group is not { ServiceCentre: var terms } ? rules.PropertyBook()
            : centre is null || IsOpen(centre.StateAt(now, terms)) ? group
            : rules.Books.GetValueOrDefault(centre.BookOfDesk(terms));
    }

    /// <summary>The same, when it lets customers open a case by themselves.</summary>
    public static async Task<RuleBook?> BookForOwners(
        this RuleLibrary rules,
        Db db,
        string project,
        Instant now,
        CancellationToken cancellation
    ) =>
        await rules.BookOfDesk(db, project, now, cancellation) is { } book
        && book.At(now).Events[EventType.CaseOpened].Roles.Contains(OwnRights.Role, StringComparer.Ordinal)
            ? book
            : null;

    private static RuleBook? PropertyBook(this RuleLibrary rules) =>
        rules.Books.Values.FirstOrDefault(each => each.Procedure == Procedure.Property);

    private static bool IsOpen(CentreState state) =>
        state switch
        {
            CentreState.Open or CentreState.ClosingSoon or CentreState.Overdue => true,
            CentreState.Planned or CentreState.Closed => false,
        };
}
