using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Reviews;

/// <summary>What every page of the design reviews asks with.</summary>
internal sealed record ReviewRoom(Db Db, Database Database, RuleLibrary Library, Reader Reader)
{
    public Me Me => Reader.Me!;

    public CasebookRules Rules => Library.CasebookAt(Reader.Now);

    public bool MayHold => Me.MayKeep(Rules);

    public Refusal NotYours => Refusals.NotYours(Rules.Clause, ReviewTexts.Doing, Library.RoleNames(Reader.Now, Rules.Keepers));

    /// <summary>Null where there is none, or its project is out of scope.</summary>
    public Task<DesignReview?> Open(long id, CancellationToken cancellation) =>
        Db.ReviewsFor(Me).FirstOrDefaultAsync(review => review.Id == id, cancellation);

    /// <summary>The projects whose design the reader may review, by name.</summary>
    public async Task<List<(string Code, string Name)>> Projects(CancellationToken cancellation)
    {
        var mine = Me.Scope.Projects;
        var places = await Db.Set<Place>()
            .AsNoTracking()
            .Where(place => place.Kind == PlaceKind.Project && place.ClosedAt == null && (mine == null || mine.Contains(place.Id)))
            .OrderBy(place => place.Name)
            .ToListAsync(cancellation);
        return places.ConvertAll(place => (place.Id, place.Name));
    }

    public async Task<Func<string, string>> ProjectNames(CancellationToken cancellation)
    {
        var names = await Db.Set<Place>()
            .AsNoTracking()
            .Where(place => place.Kind == PlaceKind.Project)
            .ToDictionaryAsync(place => place.Id, place => place.Name, StringComparer.Ordinal, cancellation);
        return code => names.GetValueOrDefault(code, code);
    }

    public static string Address(long id) => string.Create(CultureInfo.InvariantCulture, $"{ShowReviews.Page}/{id}");
}
