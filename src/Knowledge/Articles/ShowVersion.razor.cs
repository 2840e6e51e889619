using System.Globalization;
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

/// <summary>For those who write and publish: one version with what it changed, all the others, and its publication.</summary>
public sealed partial class ShowVersion
{
    private const int MostVersions = 200;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/knowledge/{id:long}/versions/{version:int}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/knowledge/{id:long}/publication", Publish).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(
        long Id,
        int Number,
        int? Published,
        string Title,
        Words Kind,
        Words Category,
        Words? Dates,
        ProseText.View Text,
        string Tags
    )
    {
        public required string By { get; init; }
        public required Instant At { get; init; }

        /// <summary>Null for a first version; empty when the text is the same.</summary>
        public IReadOnlyList<Line>? Changes { get; init; }
        public required IReadOnlyList<Past> History { get; init; }
        public bool MayPublish { get; init; }
        public Words? Notice { get; init; }
        public Words? Problem { get; init; }

        public sealed record Past(int Number, string By, Instant At);

        public enum Change
        {
            Same,
            Removed,
            Added,
        }

        public sealed record Line(Change Change, string Text);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    internal static string Address(ArticleVersion version) => Address(version.ArticleId, version.Number);

    public static string Address(long id, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"/knowledge/{id}/versions/{version}");

    private static async Task<IResult> Get(
        long id,
        int version,
        string? done,
        Db db,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var view = await Find(id, version, db, rules, reader, cancellation);
        return view is null ? Results.NotFound() : Answer.Page<ShowVersion>(view with { Notice = Said(done) });
    }

    private static async Task<IResult> Publish(
        long id,
        HttpContext http,
        Db db,
        Database database,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var seen = new FieldFrame.Form(await http.Request.ReadFormAsync(cancellation)).Number("version") ?? 0;
        if (await Find(id, seen, db, rules, reader, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        var me = reader.Me!;
        var version = (await db.Version(id, seen, cancellation))!;
        if (!me.MayPublish(rules.KnowledgeAt(reader.Now), version.Kind))
        {
            return Answer.Page<ShowVersion>(
                view with
                {
                    Problem = NotYours(rules, reader, version.Kind).Sentence,
                },
                StatusCodes.Status403Forbidden
            );
        }

        var refusal = await database.Writer.Write(session => Library.Publish(session, id, seen, me.StaffId, reader.Now), cancellation);
        return refusal is null
            ? Answer.SeeOther($"{ShowArticle.Address(id)}?done=published")
            : Answer.Page<ShowVersion>(view with { Problem = refusal.Sentence }, StatusCodes.Status409Conflict);
    }

    internal static Refusal NotYours(RuleLibrary rules, Reader reader, string kind)
    {
        var knowledge = rules.KnowledgeAt(reader.Now);
        var publishers = knowledge.Kinds.GetValueOrDefault(kind)?.Publishers ?? [];
        return Refusals.NotYours(knowledge.Clause, ArticleTexts.DoingPublish, rules.RoleNames(reader.Now, publishers));
    }

    private static Words? Said(string? done) =>
        done switch
        {
            "saved" => ArticleTexts.Done,
            "withdrawn" => ArticleTexts.WasWithdrawn,
            _ => null,
        };

    /// <summary>Null where there is no such version, or the reader neither writes nor publishes.</summary>
    private static async Task<View?> Find(long id, int number, Db db, RuleLibrary rules, Reader reader, CancellationToken cancellation)
    {
        var words = new ArticleWords(rules, reader.Now);
        var me = reader.Me!;
        var article = await db.Set<Article>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (article is null || !me.MayWrite(words.Rules) || await db.Version(id, number, cancellation) is not { } version)
        {
            return null;
        }

        var past = await db.Set<ArticleVersion>()
            .AsNoTracking()
            .Where(each => each.ArticleId == id)
            .OrderByDescending(each => each.Number)
            .Take(MostVersions)
            .Select(each => new
            {
                each.Number,
                each.By,
                each.At,
            })
            .ToListAsync(cancellation);
        var before = number > 1 ? await db.Version(id, number - 1, cancellation) : null;
        var names = await StaffNames.Load(db, past.Select(each => each.By).Append(version.By), cancellation);
        return new View(
            id,
            number,
            article.Published,
            version.Title,
            words.Kind(version.Kind),
            words.Category(version.Category),
            ArticleWords.Dates(version),
            ProseText.View.Of(version.Text),
            version.Tags
        )
        {
            By = names.Of(version.By),
            At = version.At,
            Changes = before is null ? null : Changes(before, version),
            History = [.. past.Select(each => new View.Past(each.Number, names.Of(each.By), each.At))],
            MayPublish = article.HasDraft && number == article.Latest && me.MayPublish(words.Rules, version.Kind),
        };
    }

    /// <summary>The title is part of what changed; without any change nothing is listed.</summary>
    private static IReadOnlyList<View.Line> Changes(ArticleVersion before, ArticleVersion after)
    {
        var lines = LineDiff.Between($"{before.Title}\n{before.Text}", $"{after.Title}\n{after.Text}");
        return lines.All(line => line.Change == View.Change.Same) ? [] : lines;
    }
}
