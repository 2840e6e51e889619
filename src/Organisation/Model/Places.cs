using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Model;

/// <summary>The changes of the tree and of the service centres, each inside a request of the caller's own.</summary>
internal sealed class Places(IEnumerable<WhenPlaceKept> followers, OpenCasesOf openCases)
{
    private const string OpenCentres =
        "SELECT place, opens_at, last_handover_at FROM service_centre WHERE closed_at IS NULL AND last_handover_at IS NOT NULL";

    /// <summary>What may stand below what: group → region or property company → city → project; a city may be left out.</summary>
    public static bool MayStandBelow(PlaceKind kind, PlaceKind? parent) =>
        kind switch
        {
            PlaceKind.Group => parent is null,
            PlaceKind.Region or PlaceKind.Company => parent is PlaceKind.Group,
            PlaceKind.City => parent is PlaceKind.Region or PlaceKind.Company,
            PlaceKind.Project => parent is PlaceKind.Region or PlaceKind.Company or PlaceKind.City,
        };

    public Refusal? Add(WriteSession session, Place place)
    {
        var db = session.Db;
        if (db.Set<Place>().Any(each => each.Id == place.Id))
        {
            return Refusals.CodeTaken;
        }

        var parent = place.ParentId is { } id ? db.Set<Place>().AsNoTracking().FirstOrDefault(each => each.Id == id) : null;
        if ((place.Kind == PlaceKind.Group) != (place.Id == Place.Group) || !MayStandBelow(place.Kind, parent?.Kind))
        {
            return Refusals.ParentWrong;
        }

        if (parent?.ClosedAt is not null)
        {
            return Refusals.PlaceClosed;
        }

        db.Add(place);
        db.SaveChanges();
        Tell(session, place);
        return null;
    }

    public Refusal? Rename(WriteSession session, string id, string name)
    {
        var db = session.Db;
        if (db.Set<Place>().AsTracking().FirstOrDefault(each => each.Id == id) is not { } place)
        {
            return Refusals.NoSuchPlace;
        }

        place.Name = name;
        db.SaveChanges();
        Tell(session, place);
        return null;
    }

    /// <summary>A place closes when nothing hangs on it any more.</summary>
    public Refusal? Close(WriteSession session, string id, Instant now)
    {
        var db = session.Db;
        if (id == Place.Group)
        {
            return Refusals.GroupStays;
        }

        if (db.Set<Place>().AsTracking().FirstOrDefault(each => each.Id == id) is not { } place)
        {
            return Refusals.NoSuchPlace;
        }

        var children = db.Set<Place>().Count(each => each.ParentId == id && each.ClosedAt == null);
        var posted = db.Set<Assignment>().Count(each => each.Place == id && (each.Until == null || each.Until > now));
        var cases = place.Kind == PlaceKind.Project ? openCases(session, id, ofCentreOnly: false) : 0;
        var refusal =
            children > 0 ? Refusals.ChildrenOpen(children)
            : posted > 0 ? Refusals.StillPosted(posted)
            : db.Set<ServiceCentre>().Any(each => each.Place == id && each.ClosedAt == null) ? Refusals.CentreOpen
            : cases > 0 ? Refusals.OpenCases(cases)
            : null;
        if (refusal is null)
        {
            place.ClosedAt ??= now;
            db.SaveChanges();
        }

        return refusal;
    }

    public static Refusal? KeepCentre(WriteSession session, string project, Instant opensAt, Instant? lastHandoverAt)
    {
        var db = session.Db;
        if (!db.Set<Place>().Any(each => each.Id == project && each.Kind == PlaceKind.Project))
        {
            return Refusals.NoSuchPlace;
        }

        if (lastHandoverAt < opensAt)
        {
            return Refusals.HandoverFirst;
        }

        var centre = db.Set<ServiceCentre>().AsTracking().FirstOrDefault(each => each.Place == project);
        if (centre?.ClosedAt is not null)
        {
            return Refusals.CentreClosed;
        }

        if (centre is null)
        {
            centre = new ServiceCentre { Place = project, OpensAt = opensAt };
            db.Add(centre);
        }

        centre.OpensAt = opensAt;
        centre.LastHandoverAt = lastHandoverAt;
        db.SaveChanges();
        return null;
    }

    /// <summary>EG-7a: which rule book the project's property desk works by; null as the measures say for all.</summary>
    public static Refusal? ChooseBook(WriteSession session, string project, string? book)
    {
        var db = session.Db;
        if (db.Set<ServiceCentre>().AsTracking().FirstOrDefault(each => each.Place == project) is not { } centre)
        {
            return Refusals.CentreMissing;
        }

        centre.DeskBook = book;
        db.SaveChanges();
        return null;
    }

    /// <summary>EG-7: not before its day, and not with open cases.</summary>
    public Refusal? CloseCentre(WriteSession session, string project, CentreTerms terms, Instant now)
    {
        var db = session.Db;
        if (db.Set<ServiceCentre>().AsTracking().FirstOrDefault(each => each.Place == project) is not { } centre)
        {
            return Refusals.CentreMissing;
        }

        if (centre.ClosedAt is not null)
        {
            return Refusals.CentreClosed;
        }

        if (centre.ClosesAt(terms) is not { } closes)
        {
            return Refusals.NoHandover;
        }

        if (now < closes)
        {
            return Refusals.CentreTooEarly(closes);
        }

        if (openCases(session, project, ofCentreOnly: true) is > 0 and var open)
        {
            return Refusals.OpenCases(open);
        }

        centre.ClosedAt = now;
        db.SaveChanges();
        return null;
    }

    /// <summary>EG-7: open cases are transferred before a centre closes, from its warning on.</summary>
    public Refusal? HandOver(WriteSession session, string project, string to, CentreTerms terms, Instant now, Func<Refusal?> handOverCases)
    {
        var db = session.Db;
        var centre = db.Set<ServiceCentre>().AsTracking().FirstOrDefault(each => each.Place == project);
        var taker = db.Set<Place>().AsNoTracking().FirstOrDefault(each => each.Id == to && each.Id != project && each.ClosedAt == null);
        var refusal =
            centre is null ? Refusals.CentreMissing
            : centre.ClosedAt is not null ? Refusals.CentreClosed
            : centre.ClosesAt(terms) is not { } closing ? Refusals.NoHandover
            : now < closing - terms.WarnBefore ? Refusals.TransferTooEarly(closing)
            : taker is null ? Refusals.NoSuchPlace
            : taker.Kind == PlaceKind.Project && !db.Set<ServiceCentre>().Any(each => each.Place == to && each.ClosedAt == null)
                ? Refusals.TakerWithoutCentre(taker.Name)
            : handOverCases();
        if (refusal is not null)
        {
            return refusal;
        }

        centre!.HandedTo = to;
        db.SaveChanges();
        return now < centre.ClosesAt(terms) ? null : CloseCentre(session, project, terms, now);
    }

    /// <summary>
    /// Closes the centres whose day has come and which have no open cases; the others wait. Safe to run twice. It is asked
    /// every hour and mostly finds nothing, so it looks with prepared SQL and leaves EF's model unbuilt.
    /// </summary>
    public int CloseDue(WriteSession session, CentreTerms terms, Instant now) =>
        session
            .Query(OpenCentres, ReadCentre)
            .Where(centre => centre.ClosesAt(terms) <= now && openCases(session, centre.Place, ofCentreOnly: true) == 0)
            .Count(centre => CloseCentre(session, centre.Place, terms, now) is null);

    private static ServiceCentre ReadCentre(Row row) =>
        new()
        {
            Place = row.Text(0),
            OpensAt = Instant.FromMicros(row.Long(1)),
            LastHandoverAt = Instant.FromMicros(row.Long(2)),
        };

    private void Tell(WriteSession session, Place place)
    {
        foreach (var follow in followers)
        {
            follow(session, place);
        }
    }
}
