using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Model;
using Shouwen.Organisation.Posts;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Exchange;

/// <summary>What an import changed, or would change, and what is wrong; nothing is stored while anything is.</summary>
internal sealed record ImportReport(IReadOnlyList<(Words Where, Words What)> Changes, IReadOnlyList<(Words Where, Words What)> Errors);

/// <summary>
/// Brings a file in, line by line, through the same verbs as the pages. The trial run is the run itself, taken back at its
/// end: what it shows is what happens.
/// </summary>
internal sealed class OrganisationImport(Database database, Model.Places places)
{
    public async Task<ImportReport> Run(OrganisationFile file, bool store, Instant now, CancellationToken cancellation)
    {
        try
        {
            return await database.Writer.Write(
                session =>
                {
                    var work = new Work(session, places, now);
                    work.Errors.AddRange(file.Errors);
                    work.Do(file);
                    var report = new ImportReport(work.Changes, work.Errors);
                    return store && work.Errors.Count == 0 ? report : throw new TakenBackException(report);
                },
                cancellation
            );
        }
        catch (TakenBackException taken)
        {
            return taken.Report;
        }
    }

    /// <summary>Takes the request's savepoint back.</summary>
    private sealed class TakenBackException(ImportReport report) : Exception
    {
        public ImportReport Report => report;
    }

    private sealed class Work(WriteSession session, Model.Places places, Instant now)
    {
        private readonly Db db = session.Db;

        public List<(Words Where, Words What)> Changes { get; } = [];
        public List<(Words Where, Words What)> Errors { get; } = [];

        public void Do(OrganisationFile file)
        {
            // Parents before children, whatever the order of the lines.
            foreach (var row in file.Places.OrderBy(row => row.Place.Kind))
            {
                Keep(row);
            }

            foreach (var row in file.Staff)
            {
                Keep(row);
            }

            // What is on record ends before somebody else begins.
            foreach (
                var (row, known) in file.Assignments.Select(row => (row, Known(row.Assignment))).OrderBy(each => each.Item2 is null ? 1 : 0)
            )
            {
                Keep(row, known);
            }
        }

        private void Keep(PlaceRow row)
        {
            var wanted = row.Place;
            var known = db.Set<Place>().AsNoTracking().FirstOrDefault(each => each.Id == wanted.Id);
            if (known is null)
            {
                Note(row.At, places.Add(session, wanted), ExchangeTexts.NewPlace(Places.PlaceTexts.KindName(wanted.Kind), wanted.Name));
            }
            else if (known.Kind != wanted.Kind || known.ParentId != wanted.ParentId)
            {
                Errors.Add((row.At.Says, ExchangeTexts.PlaceMoved(wanted.Id)));
            }
            else if (known.Name != wanted.Name)
            {
                Note(row.At, places.Rename(session, wanted.Id, wanted.Name), ExchangeTexts.RenamePlace(known.Name, wanted.Name));
            }

            if (row.OpensAt is { } opens)
            {
                KeepCentre(row, opens);
            }
        }

        private void KeepCentre(PlaceRow row, Instant opens)
        {
            var known = db.Set<ServiceCentre>().AsNoTracking().FirstOrDefault(each => each.Place == row.Place.Id);
            if (known is null || known.OpensAt != opens || known.LastHandoverAt != row.LastHandoverAt)
            {
                var refusal = Model.Places.KeepCentre(session, row.Place.Id, opens, row.LastHandoverAt);
                Note(row.At, refusal, ExchangeTexts.CentreDates(row.Place.Name));
            }
        }

        private void Keep(StaffRow row)
        {
            var wanted = row.Staff;
            var known = db.Set<Staff>().AsTracking().FirstOrDefault(each => each.Id == wanted.Id);
            if (known is null)
            {
                db.Add(wanted);
                Changes.Add((row.At.Says, ExchangeTexts.NewStaff(wanted.Name)));
            }
            else if ((known.Name, known.Post, known.Phone) != (wanted.Name, wanted.Post, wanted.Phone))
            {
                (known.Name, known.Post, known.Phone) = (wanted.Name, wanted.Post, wanted.Phone);
                Changes.Add((row.At.Says, ExchangeTexts.ChangedStaff(wanted.Name)));
            }

            db.SaveChanges();
        }

        private void Keep(AssignmentRow row, Assignment? known)
        {
            var wanted = row.Assignment;
            var who = db.Set<Staff>().Where(each => each.Id == wanted.StaffId).Select(each => each.Name).FirstOrDefault() ?? wanted.StaffId;
            if (known is null)
            {
                var refusal = Appointments.Assign(session, wanted, now);
                Note(row.At, refusal, ExchangeTexts.NewAssignment(who, PostTexts.Name(wanted.Post), wanted.Place));
            }
            else if (known.Until is null && wanted.Until is { } until)
            {
                var refusal = Appointments.HandOver(session, known, null, until, now);
                Note(row.At, refusal, ExchangeTexts.EndedAssignment(who, PostTexts.Name(wanted.Post), PostTexts.Time(until)));
            }
            else if (known.Until is { } end && wanted.Until != end)
            {
                Errors.Add((row.At.Says, ExchangeTexts.EndFixed(PostTexts.Time(end))));
            }
        }

        private Assignment? Known(Assignment wanted) =>
            db.Set<Assignment>()
                .AsNoTracking()
                .FirstOrDefault(each =>
                    each.StaffId == wanted.StaffId
                    && each.Post == wanted.Post
                    && each.Place == wanted.Place
                    && each.Department == wanted.Department
                    && each.From == wanted.From
                );

        private void Note(FileLine at, Refusal? refusal, Words change)
        {
            var list = refusal is null ? Changes : Errors;
            list.Add((at.Says, refusal?.Sentence ?? change));
        }
    }
}
