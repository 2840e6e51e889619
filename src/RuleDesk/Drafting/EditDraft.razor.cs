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
        var checkedText = DraftCheck.Read(desk.Rules.Books[found.Book], text);
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
        var read = DraftCheck.Read(book, draft.Text).Value;
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
            Differences = read is null ? [] : RuleBookDiff.Between(book.At(desk.Reader.Now), read.Latest),
        };
    }
}

/// <summary>What the pages about drafts need.</summary>
internal sealed record DraftDesk(Db Db, Database Database, RuleLibrary Rules, Reader Reader)
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
