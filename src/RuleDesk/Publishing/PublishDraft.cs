using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Contract;
using Shouwen.RuleDesk.Drafting;
using Shouwen.RuleDesk.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Publishing;

/// <summary>
/// A draft becomes what the book says from a day on. It always lies ahead, by a minute at least: no figure of the past
/// changes, and every process on the database knows of it before it counts (docs/adr/0019).
/// </summary>
internal static class PublishDraft
{
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

    private const int LongestReason = 200;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/rules/drafts/{draft}/publication", Post).RequireAuthorization(Permissions.Desk).AsksForForm();

    private static async Task<IResult> Post(
        string draft,
        HttpContext http,
        [AsParameters] DraftDesk desk,
        PublishedBooks published,
        AccessLog log,
        CancellationToken cancellation
    )
    {
        if (await desk.Find(draft, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var typed = new EditDraft.View.Publication(form["date"].ToString(), form["reason"].ToString().Trim());
        typed = Judge(typed, desk.Reader.Now);
        if (typed.DateProblem is not null || typed.ReasonProblem is not null)
        {
            return await EditDraft.RefusePublication(desk, found, typed, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        published.TakeOver();
        var book = desk.Rules.Books[found.Book];
        if (
            DraftCheck.Read(desk.Rules, book, found.Text, desk.Tree).Value is not { } text
            || RuleBookDiff.Between(book.Latest, text.Latest).Count == 0
        )
        {
            typed = typed with { Problem = PublicationTexts.NothingChanges };
            return await EditDraft.RefusePublication(desk, found, typed, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        var from = EffectiveFrom(Day(typed.Date)!.Value, desk.Reader.Now);
        if (TooLoose(desk.Rules, book.Amended(text, from, new Words("", ""))) is { } child)
        {
            typed = typed with { Problem = child };
            return await EditDraft.RefusePublication(desk, found, typed, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        if (!await Publish(desk, found, from, typed.Reason, form["after"].ToString(), cancellation))
        {
            typed = typed with { Problem = PublicationTexts.Overtaken };
            return await EditDraft.RefusePublication(desk, found, typed, StatusCodes.Status409Conflict, cancellation);
        }

        published.TakeOver();
        var version = desk.Rules.Books[found.Book].At(from).Name;
        await log.Note(desk.Reader.Me!, "rules.published", $"{found.Book}@{version}", cancellation);
        return Answer.SeeOther($"/rules/{found.Book}?version={Uri.EscapeDataString(version)}");
    }

    /// <summary>A book that extends this one must not become looser by it (EG-41).</summary>
    private static Words? TooLoose(RuleLibrary rules, RuleBook changed)
    {
        foreach (var child in rules.Books.Values.Where(book => book.Extends == changed.Name))
        {
            var read = RuleBookFile.ReadText(child.Text, child.Name, name => name == changed.Name ? changed : null);
            if (read.Findings.Count > 0)
            {
                return PublicationTexts.ChildTooLoose(child.Title, read.Findings[0].Key);
            }
        }

        return null;
    }

    /// <summary>At midnight of its day; for today, and close before midnight, at the next full minute that lies far enough ahead.</summary>
    internal static Instant EffectiveFrom(DateOnly date, Instant now)
    {
        var midnight = Instant.At(date, TimeOnly.MinValue);
        var soonest = now + Notice;
        var minute = TimeSpan.FromMinutes(1).Ticks / TimeSpan.TicksPerMicrosecond;
        var full = Instant.FromMicros((soonest.Micros + minute - 1) / minute * minute);
        return Instant.Max(midnight, full);
    }

    private static Task<bool> Publish(
        DraftDesk desk,
        RuleDraft draft,
        Instant from,
        string reason,
        string after,
        CancellationToken cancellation
    )
    {
        var (me, now) = (desk.Reader.Me!.StaffId, desk.Reader.Now);
        return desk.Database.Writer.Write(
            session =>
            {
                var last = PublicationSql.LastIdOf(session, draft.Book).ToString(CultureInfo.InvariantCulture);
                if (last != after || !DraftSql.Close(session, draft.Id, now))
                {
                    return false;
                }

                PublicationSql.Insert(session, draft, from, reason, me, now);
                return true;
            },
            cancellation
        );
    }

    private static EditDraft.View.Publication Judge(EditDraft.View.Publication typed, Instant now) =>
        typed with
        {
            DateProblem = Day(typed.Date) is { } date && date >= now.Date ? null : PublicationTexts.BadDate,
            ReasonProblem =
                typed.Reason.Length == 0 ? PublicationTexts.NoReason
                : typed.Reason.Length > LongestReason ? PublicationTexts.ReasonTooLong
                : null,
        };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date <= Instant.Latest.Date
            ? date
            : null;
}
