using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.RuleDesk.Model;
using Shouwen.RuleDesk.Reading;
using Shouwen.RuleDesk.Simulating;
using Shouwen.Rules.Contract;

namespace Shouwen.RuleDesk.Drafting;

/// <summary>A draft as text. What is wrong with it stands beside its line; only a sound text is stored.</summary>
public sealed partial class EditDraft
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var draft = routes.MapGroup("/rules/drafts/{draft}").RequireAuthorization(Permissions.Desk);
        draft.MapGet("", Get);
        draft.MapPost("", Post).AsksForForm();
        draft.MapPost("/discard", Discard).AsksForForm();
    }

    internal static string Path(long id) => string.Create(CultureInfo.InvariantCulture, $"/rules/drafts/{id}");

    public sealed record View(long Id, string Book, Words Title, string FromVersion, string BegunBy, string ChangedBy, Instant ChangedAt)
    {
        public required string Text { get; init; }
        public required int Revision { get; init; }
        public required IReadOnlyList<RuleDifference> Differences { get; init; }
        public IReadOnlyList<Fault> Findings { get; init; } = [];
        public Words? Problem { get; init; }
        public bool Saved { get; init; }

        /// <summary>The period to try it out on, as it stands in the form.</summary>
        public required (string From, string To) Period { get; init; }
        public bool PeriodIsWrong { get; init; }

        /// <summary>What was tried before, the latest first.</summary>
        public required IReadOnlyList<Tried> Simulations { get; init; }

        public required Publication ToPublish { get; init; }

        /// <summary>The last publication of the book when the page was made: publishing over a newer one is refused.</summary>
        public required long After { get; init; }

        /// <summary>The form of publishing as it was typed.</summary>
        public sealed record Publication(string Date, string Reason)
        {
            public Words? DateProblem { get; init; }
            public Words? ReasonProblem { get; init; }
            public Words? Problem { get; init; }
        }

        public sealed record Tried(long Id, Words Period, Words State, Instant At);

        /// <param name="Line">Where.</param>
        /// <param name="Source">What stands there.</param>
        /// <param name="Key">The key in the book.</param>
        /// <param name="Sentence">What is wrong.</param>
        public sealed record Fault(int Line, string Source, string Key, Words Sentence);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string draft, string? saved, [AsParameters] DraftDesk desk, CancellationToken cancellation) =>
        await desk.Find(draft, cancellation) is { } found
            ? Answer.Page<EditDraft>(await Load(desk, found, cancellation) with { Saved = saved is not null })
            : Results.NotFound();

    private static async Task<IResult> Post(string draft, HttpContext http, [AsParameters] DraftDesk desk, CancellationToken cancellation)
    {
        if (await desk.Find(draft, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var text = form["text"].ToString().ReplaceLineEndings("\n");
        var checkedText = DraftCheck.Read(desk.Rules, desk.Rules.Books[found.Book], text, desk.Tree);
        if (checkedText.Value is null)
        {
            return await Refuse(
                desk,
                found,
                text,
                text.Length == 0 ? DraftTexts.NothingTyped : DraftTexts.NotSaved,
                checkedText.Findings,
                cancellation
            );
        }

        var seen = int.TryParse(form["revision"], CultureInfo.InvariantCulture, out var revision) ? revision : -1;
        var (me, now) = (desk.Reader.Me!.StaffId, desk.Reader.Now);
        if (await desk.Database.Writer.Write(session => DraftSql.Keep(session, found.Id, seen, text, me, now), cancellation))
        {
            return Answer.SeeOther(Path(found.Id) + "?saved=1");
        }

        var names = await StaffNames.Load(desk.Db, [found.ChangedBy], cancellation);
        return await Refuse(
            desk,
            found,
            text,
            DraftTexts.Stale(names.Of(found.ChangedBy)),
            [],
            cancellation,
            StatusCodes.Status409Conflict
        );
    }

    private static async Task<IResult> Discard(string draft, [AsParameters] DraftDesk desk, CancellationToken cancellation)
    {
        if (await desk.Find(draft, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var now = desk.Reader.Now;
        await desk.Database.Writer.Write(session => DraftSql.Close(session, found.Id, now), cancellation);
        return Answer.SeeOther("/rules/" + found.Book);
    }

    /// <summary>The same page again, with what was typed as the period of a simulation.</summary>
    internal static async Task<IResult> RefusePeriod(
        DraftDesk desk,
        RuleDraft draft,
        string? from,
        string? to,
        CancellationToken cancellation
    ) =>
        Answer.Page<EditDraft>(
            await Load(desk, draft, cancellation) with
            {
                Period = (from ?? "", to ?? ""),
                PeriodIsWrong = true,
            },
            StatusCodes.Status422UnprocessableEntity
        );

    /// <summary>The same page again, with what was typed to publish it.</summary>
    internal static async Task<IResult> RefusePublication(
        DraftDesk desk,
        RuleDraft draft,
        View.Publication typed,
        int status,
        CancellationToken cancellation
    ) => Answer.Page<EditDraft>(await Load(desk, draft, cancellation) with { ToPublish = typed }, status);

    private static async Task<IResult> Refuse(
        DraftDesk desk,
        RuleDraft draft,
        string text,
        Words problem,
        IReadOnlyList<Finding> findings,
        CancellationToken cancellation,
        int status = StatusCodes.Status422UnprocessableEntity
    )
    {
        var lines = text.Split('\n');
        var view = await Load(desk, draft, cancellation);
        return Answer.Page<EditDraft>(
            view with
            {
                Text = text,
                Problem = problem,
                Findings =
                [
                    .. findings.Select(finding => new View.Fault(
                        finding.Line,
                        lines.ElementAtOrDefault(finding.Line - 1)?.Trim() ?? "",
                        finding.Key,
                        finding.Sentence
                    )),
                ],
            },
            status
        );
    }

    private static async Task<View> Load(DraftDesk desk, RuleDraft draft, CancellationToken cancellation)
    {
        var book = desk.Rules.Books[draft.Book];
        var names = await StaffNames.Load(desk.Db, [draft.BegunBy, draft.ChangedBy], cancellation);
        var read = DraftCheck.Read(desk.Rules, book, draft.Text).Value;
        var (from, to) = BeginSimulation.LastQuarter(desk.Reader.Now);
        return new View(
            draft.Id,
            draft.Book,
            DraftTexts.Draft(draft.Id, book.Title),
            draft.FromVersion,
            names.Of(draft.BegunBy),
            names.Of(draft.ChangedBy),
            draft.ChangedAt
        )
        {
            Text = draft.Text,
            Revision = draft.Revision,
            Differences = read is null ? [] : RuleBookDiff.Between(book.Latest, read.Latest),
            Period = (Day(from), Day(to)),
            Simulations = await Simulations(desk, draft, cancellation),
            ToPublish = new View.Publication(Day(desk.Reader.Now.Date), ""),
            After =
                await desk.Db.Set<RulePublication>().Where(each => each.Book == draft.Book).MaxAsync(each => (long?)each.Id, cancellation)
                ?? 0,
        };
    }

    private static async Task<IReadOnlyList<View.Tried>> Simulations(DraftDesk desk, RuleDraft draft, CancellationToken cancellation)
    {
        var tried = await desk
            .Db.Set<RuleSimulation>()
            .Where(each => each.DraftId == draft.Id)
            .OrderByDescending(each => each.Id)
            .Take(10)
            .Select(each => new
            {
                each.Id,
                each.FirstDay,
                each.EndDay,
                each.State,
                each.BegunAt,
            })
            .ToListAsync(cancellation);
        return
        [
            .. tried.Select(each => new View.Tried(
                each.Id,
                SimulationTexts.Period(Day(each.FirstDay), Day(each.EndDay)),
                SimulationTexts.StateOf(each.State),
                each.BegunAt
            )),
        ];
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What the pages about drafts need.</summary>
internal sealed record DraftDesk(Db Db, Database Database, RuleLibrary Rules, OrganisationTree Tree, Reader Reader)
{
    /// <summary>A draft still worked on, of a book this person may change; anything else is not there.</summary>
    public async Task<RuleDraft?> Find(string id, CancellationToken cancellation) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await Db.Set<RuleDraft>().FirstOrDefaultAsync(draft => draft.Id == number && draft.EndedAt == null, cancellation) is { } found
        && Rules.Books.TryGetValue(found.Book, out var book)
        && Reader.Me!.MayChange(book, Reader.Now)
            ? found
            : null;
}
