using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Absences;

/// <summary>
/// Why something did not happen: why a person was not told, why nothing was charged, why somebody does not see the case.
/// For those who may open it; asked about anybody. Every answer comes from the code that decides, asked at other moments.
/// </summary>
public sealed partial class WhyNot
{
    private const int LongestName = 60;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/cases/{number}/why", Get).RequireAuthorization(Permissions.Desk);

    /// <param name="Who">What was typed: a name or a staff id.</param>
    /// <param name="Person">Whom it was about; null when nobody, or several, are called so.</param>
    public sealed record View(Reading.CaseHead.View Head, string Who, View.Somebody? Person)
    {
        /// <summary>Several of one name, to choose from.</summary>
        public IReadOnlyList<Somebody> Alike { get; init; } = [];

        /// <summary>Those whom the case names, to be asked about by one click.</summary>
        public IReadOnlyList<Somebody> Named { get; init; } = [];
        public IReadOnlyList<Finding> Sight { get; init; } = [];
        public IReadOnlyList<Finding> Messages { get; init; } = [];

        /// <summary>Null for who may not see charges.</summary>
        public IReadOnlyList<Finding>? Consequences { get; init; }

        public sealed record Somebody(string Id, string Name, string Post);

        /// <param name="Title">The rule it is about.</param>
        /// <param name="Holds">Whether it did happen.</param>
        /// <param name="Lines">Why, or why not, and from when.</param>
        public sealed record Finding(Words Title, string Clause, bool Holds, IReadOnlyList<Words> Lines);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string number,
        string? who,
        [AsParameters] CaseDesk desk,
        Db db,
        ScopeOfPlace scopes,
        PostHolders posts,
        CancellationToken cancellation
    )
    {
        var (me, now) = (desk.Reader.Me!, desk.Reader.Now);
        if (desk.Log.Load(me, number) is not { } file || desk.Open(number) is not { } opened)
        {
            return Results.NotFound();
        }

        var asked = who?.Trim() is { Length: > 0 and <= LongestName } typed ? typed : me.StaffId;
        var found = await Colleague.Named(db, asked, cancellation);
        var absences = new Absence(file, await Names(db, file, posts.Now(), now, cancellation), posts.Now(), now);
        var view = new View(opened.Explained().Head, who ?? "", null)
        {
            Named = absences.People(),
            Consequences = me.MaySeeCharges(file.Book.At(now), file.History.Events) ? absences.Consequences() : null,
        };
        if (found is not [var staff])
        {
            return Answer.Page<WhyNot>(view with { Alike = [.. found.Select(each => new View.Somebody(each.Id, each.Name, each.Post))] });
        }

        var colleague = await Colleague.Of(db, staff.Id, now, scopes);
        var trail = await MessageTrail.Of(db, number, staff.Id, cancellation);
        var lists = await MessageTrail.Of(db, "", staff.Id, cancellation);
        var places = await PlacesOf(db, colleague.Posts, cancellation);
        return Answer.Page<WhyNot>(
            view with
            {
                Person = new View.Somebody(staff.Id, staff.Name, staff.Post),
                Messages = absences.Messages(staff, [.. trail, .. lists]),
                Sight = absences.Sight(colleague, places, await ProjectNames.Load(db, [file.Project], cancellation)),
            }
        );
    }

    private static Task<StaffNames> Names(Db db, CaseFile file, Context holders, Instant now, CancellationToken cancellation) =>
        StaffNames.Load(db, [.. OpenedCase.Mentioned(file), holders.DeputyManager.At(now), holders.GeneralManager.At(now)], cancellation);

    private static async Task<IReadOnlyDictionary<string, string>> PlacesOf(
        Db db,
        IReadOnlyList<Assignment> posts,
        CancellationToken cancellation
    )
    {
        var ids = posts.Select(post => post.Place).ToList();
        return await db.Set<Place>()
            .AsNoTracking()
            .Where(place => ids.Contains(place.Id))
            .ToDictionaryAsync(place => place.Id, place => place.Name, StringComparer.Ordinal, cancellation);
    }
}
