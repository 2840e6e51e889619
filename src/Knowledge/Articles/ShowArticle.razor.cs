using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

/// <summary>An article as it is read. Outside its dates only those who write see it; unpublished it has no page here.</summary>
public sealed partial class ShowArticle
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/knowledge/{id:long}", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/knowledge/{id:long}/withdrawal", Withdraw).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record View(
        long Id,
        int Version,
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

        /// <summary>The version that nobody has published yet, for those who write.</summary>
        public int? Waiting { get; init; }
        public Words? Notice { get; init; }
        public bool MayWrite { get; init; }
        public bool MayWithdraw { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    public static string Address(long id) => $"/knowledge/{id.ToString(CultureInfo.InvariantCulture)}";

    private static async Task<IResult> Get(long id, string? done, Db db, RuleLibrary rules, Reader reader, CancellationToken cancellation)
    {
        var words = new ArticleWords(rules, reader.Now);
        var me = reader.Me!;
        var mayWrite = me.MayWrite(words.Rules);
        var article = await db.Set<Article>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (article is { Published: null } && mayWrite)
        {
            return Answer.SeeOther(ShowVersion.Address(id, article.Latest));
        }

        var version = article?.Published is { } number ? await db.Version(id, number, cancellation) : null;
        if (version is null || (!mayWrite && !version.HoldsOn(reader.Now.Date)))
        {
            return Results.NotFound();
        }

        var names = await StaffNames.Load(db, [version.PublishedBy!], cancellation);
        return Answer.Page<ShowArticle>(
            new View(
                id,
                version.Number,
                version.Title,
                words.Kind(version.Kind),
                words.Category(version.Category),
                version.HoldsOn(reader.Now.Date) ? ArticleWords.Dates(version) : ArticleTexts.OutOfDate,
                ProseText.View.Of(version.Text),
                version.Tags
            )
            {
                By = names.Of(version.PublishedBy!),
                At = version.PublishedAt!.Value,
                Waiting = article!.HasDraft && mayWrite ? article.Latest : null,
                Notice = done == "published" ? ArticleTexts.WasPublished : null,
                MayWrite = mayWrite,
                MayWithdraw = me.MayPublish(words.Rules, version.Kind),
            }
        );
    }

    private static async Task<IResult> Withdraw(
        long id,
        Db db,
        Database database,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var article = await db.Set<Article>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (article?.Published is not { } number || await db.Version(id, number, cancellation) is not { } version)
        {
            return Results.NotFound();
        }

        if (!reader.Me!.MayPublish(rules.KnowledgeAt(reader.Now), version.Kind))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        await database.Writer.Write(session => Library.Withdraw(session, id), cancellation);
        return Answer.SeeOther($"{ShowVersion.Address(version)}?done=withdrawn");
    }
}
