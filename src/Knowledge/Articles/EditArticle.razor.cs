using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Forms;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

/// <summary>The form of an article, new or its next version. Whoever publishes this kind may do both at once.</summary>
public sealed partial class EditArticle
{
    private const int LongestTitle = 120;
    private const int LongestText = 20_000;
    private const int LongestTags = 200;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/knowledge/new", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/knowledge/new", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapGet("/knowledge/{id:long}/edit", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/knowledge/{id:long}/edit", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Id">Null for a new article.</param>
    /// <param name="Next">The number the version will have: what others saved meanwhile is not overlooked.</param>
    /// <param name="Typed">What was typed so far.</param>
    public sealed record View(long? Id, int Next, FieldFrame.Form Typed)
    {
        public required IReadOnlyList<(string Code, Words Name)> Kinds { get; init; }
        public required IReadOnlyList<(string Code, Words Name)> Categories { get; init; }
        public Content? Before { get; init; }
        public bool MayPublish { get; init; }
        public Words? Problem { get; init; }

        public string Action => Id is { } id ? ShowArticle.Address(id) + "/edit" : "/knowledge/new";

        public sealed record Content(
            string Kind,
            string? Category,
            string Title,
            string Text,
            string Tags,
            DateOnly? ValidFrom,
            DateOnly? ValidUntil
        );
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(long? id, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        if (!desk.MayWrite)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await desk.Form(id, FieldFrame.Form.Nothing, cancellation) is { } view ? Answer.Page<EditArticle>(view) : Results.NotFound();
    }

    private static async Task<IResult> Post(long? id, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        if (!desk.MayWrite)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var typed = new FieldFrame.Form(await http.Request.ReadFormAsync(cancellation));
        if (await desk.Form(id, typed, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        var version = desk.Read(typed);
        if (version is null)
        {
            return Answer.Page<EditArticle>(view, StatusCodes.Status422UnprocessableEntity);
        }

        if (typed.Has("publish") && !desk.MayPublish(version.Kind))
        {
            return Again(ShowVersion.NotYours(desk.Rules, desk.Reader, version.Kind), StatusCodes.Status403Forbidden);
        }

        var (saved, refusal) = await desk.Save(id, version, typed.Has("publish"), cancellation);
        if (refusal is not null)
        {
            return Again(refusal, StatusCodes.Status409Conflict);
        }

        return Answer.SeeOther(
            typed.Has("publish")
                ? $"{ShowArticle.Address(saved)}?done=published"
                : $"{ShowVersion.Address(saved, version.Number)}?done=saved"
        );

        IResult Again(Refusal why, int status) => Answer.Page<EditArticle>(view with { Problem = why.Sentence }, status);
    }

    internal sealed record Desk(Db Db, Database Database, RuleLibrary Rules, Reader Reader)
    {
        private ArticleWords Words => new(Rules, Reader.Now);

        public bool MayWrite => Reader.Me!.MayWrite(Rules.KnowledgeAt(Reader.Now));

        public bool MayPublish(string kind) => Reader.Me!.MayPublish(Rules.KnowledgeAt(Reader.Now), kind);

        public async Task<View?> Form(long? id, FieldFrame.Form typed, CancellationToken cancellation)
        {
            var words = Words;
            var article = id is null
                ? null
                : await Db.Set<Article>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation);
            if (id is not null && article is null)
            {
                return null;
            }

            var latest = article is null ? null : await Db.Version(article.Id, article.Latest, cancellation);
            return new View(id, (article?.Latest ?? 0) + 1, typed)
            {
                Kinds = [.. words.Rules.Kinds.Select(kind => (kind.Key, kind.Value.Name))],
                Categories = words.Categories,
                MayPublish = words.Rules.Kinds.Keys.Any(MayPublish),
                Before = latest is null
                    ? null
                    : new View.Content(
                        latest.Kind,
                        latest.Category,
                        latest.Title,
                        latest.Text,
                        latest.Tags,
                        latest.ValidFrom,
                        latest.ValidUntil
                    ),
            };
        }

        /// <summary>Null when a field does not read; the problems stand beside their fields then.</summary>
        public ArticleVersion? Read(FieldFrame.Form typed)
        {
            var words = Words;
            var kind = typed.Choice("kind", words.Rules.Kinds.Keys, ArticleTexts.KindMissing);
            var category = typed.Choice("category", words.Categories.Select(each => each.Code).Prepend(""), ArticleTexts.CategoryWrong);
            var title = typed.Text("title", ArticleTexts.Name, LongestTitle, required: true);
            var text = typed.Text("text", ArticleTexts.Text, LongestText, required: true);
            var tags = typed.Text("tags", ArticleTexts.Tags, LongestTags);
            var from = typed.Date("validFrom", ArticleTexts.DateWrong);
            var until = typed.Date("validUntil", ArticleTexts.DateWrong);
            if (until < from)
            {
                typed.Blame("validUntil", ArticleTexts.DatesCrossed);
            }

            return typed.Sound
                ? new ArticleVersion
                {
                    Number = typed.Number("version") ?? 1,
                    Kind = kind!,
                    Category = category is { Length: > 0 } ? category : null,
                    Title = title,
                    Text = text,
                    Tags = tags,
                    ValidFrom = from,
                    ValidUntil = until,
                    By = Reader.Me!.StaffId,
                    At = Reader.Now,
                }
                : null;
        }

        /// <summary>Saved and published in one request, or not at all.</summary>
        public Task<(long Id, Refusal? Refusal)> Save(long? id, ArticleVersion version, bool publish, CancellationToken cancellation) =>
            Database.Writer.Write(
                session =>
                {
                    var refusal = id is { } known ? Library.Revise(session, known, version) : null;
                    if (refusal is not null)
                    {
                        return (0, refusal);
                    }

                    var saved = id ?? Library.Add(session, version);
                    return (saved, publish ? Library.Publish(session, saved, version.Number, version.By, Reader.Now) : (Refusal?)null);
                },
                cancellation
            );
    }
}
