using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

/// <summary>One article for a program.</summary>
internal sealed record ArticleJson
{
    public required long Id { get; init; }
    public required int Version { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>Plain text; lines beginning with "# ", "- " or "1. " are headings and lists.</summary>
    public required string Text { get; init; }
    public required string Tags { get; init; }
    public string? Category { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public required Instant PublishedAt { get; init; }
}

internal sealed record ArticlePageJson
{
    public required IReadOnlyList<ArticleJson> Items { get; init; }

    /// <summary>The cursor of the next page; absent at the end.</summary>
    public string? Next { get; init; }
}

/// <summary>GET /articles: what is read today.</summary>
internal static class ListArticles
{
    private const int DefaultLimit = 20;
    private const int LargestLimit = 100;
    private const int LongestText = 100;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/api/v1")
            .BehindApiDoor()
            .MapGet("/articles", Get)
            .WithName("listArticles")
            .WithSummary("Articles of the knowledge base that are read today, page by page, the newest first")
            .Takes(
                new ApiParameter("q", "Words that must all stand in it."),
                new ApiParameter("kind", "The kind's code."),
                new ApiParameter("category", "The category's code."),
                new ApiParameter("limit", $"{DefaultLimit} unless said otherwise.") { Range = (1, LargestLimit) },
                new ApiParameter("cursor", "The next of the page before.")
            )
            .Produces<ArticlePageJson>()
            .Fails(422);

    private static async Task<IResult> Get(HttpRequest request, Db db, Database database, Reader reader, CancellationToken cancellation)
    {
        var query = request.Query;
        var size = DefaultLimit;
        if (
            query.TryGetValue("limit", out var limit)
            && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= LargestLimit)
        )
        {
            return Problem.Of(
                new Malformed(
                    "limit",
                    new Words($"limit 是 1 至 {LargestLimit} 的整数", $"limit is a whole number from 1 to {LargestLimit}")
                )
            );
        }

        long? after = null;
        if (query.TryGetValue("cursor", out var cursor))
        {
            if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return Problem.Of(new Malformed("cursor", new Words("cursor 不是上一页给出的 next", "cursor is not the next of a page")));
            }

            after = id;
        }

        var filter = new ArticleFilter(Text(query["q"]), Text(query["kind"]), Text(query["category"]), after);
        var found = await db.Read(reader.Now).Page(database, filter, size, cancellation);
        return ApiAnswer.Ok(
            new ArticlePageJson
            {
                Items = [.. found.Take(size).Select(Json)],
                Next = found.Count > size ? found[size - 1].ArticleId.ToString(CultureInfo.InvariantCulture) : null,
            }
        );
    }

    private static string? Text(string? typed) => typed?.Trim() is { Length: > 0 and <= LongestText } text ? text : null;

    private static ArticleJson Json(Model.ArticleVersion version) =>
        new()
        {
            Id = version.ArticleId,
            Version = version.Number,
            Kind = version.Kind,
            Title = version.Title,
            Text = version.Text,
            Tags = version.Tags,
            Category = version.Category,
            ValidFrom = version.ValidFrom,
            ValidUntil = version.ValidUntil,
            PublishedAt = version.PublishedAt!.Value,
        };
}
