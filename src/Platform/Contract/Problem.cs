using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Platform.Api;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>What went wrong, as a program reads it (RFC 9457).</summary>
public sealed record ProblemBody
{
    public required string Type { get; init; }

    /// <summary>The kind of failure in the language asked for.</summary>
    public required string Title { get; init; }
    public required int Status { get; init; }

    /// <summary>Stable: programs decide by it, never by a sentence.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong with this request, for a person to read.</summary>
    public string? Detail { get; init; }

    /// <summary>What is wrong, field by field; the names are those of the request.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Finds the failure in our log.</summary>
    public string? TraceId { get; init; }
}

/// <summary>A refusal on its way to a program.</summary>
public sealed record Problem(int Status, string Code, Words? Detail = null) : IResult
{
    public const string ContentType = "application/problem+json";
    private const string InvalidFields = "fields.invalid";

    public IReadOnlyList<Malformed> Errors { get; init; } = [];

    public string? TraceId { get; init; }

    /// <summary>The general problem of a status nobody said more about.</summary>
    public static Problem Of(int status) => new(status, StatusWords.CodeOf(status));

    public static Problem Of(int status, Refusal refusal) => new(status, refusal.Code, refusal.Sentence);

    /// <summary>422 with the fields that are wrong; a request that is no JSON at all is 400.</summary>
    public static Problem Of(params IReadOnlyList<Malformed> wrong) =>
        wrong.Any(each => each.Field.Length == 0)
            ? new Problem(StatusCodes.Status400BadRequest, "body.malformed", wrong.First(each => each.Field.Length == 0).Sentence)
            : new Problem(StatusCodes.Status422UnprocessableEntity, InvalidFields, wrong[0].Sentence) { Errors = wrong };

    public static Problem Field(string field, Words sentence) => Of(new Malformed(field, sentence));

    public ApiAnswer In(Language language) =>
        ApiAnswer.Of(
            Status,
            new ProblemBody
            {
                Type = $"urn:shouwen:problem:{Code}",
                Title = StatusWords.TitleOf(Status).In(language),
                Status = Status,
                Code = Code,
                Detail = Detail?.In(language),
                Errors =
                    Errors.Count == 0
                        ? null
                        : Errors
                            .GroupBy(wrong => wrong.Field, StringComparer.Ordinal)
                            .ToDictionary(
                                field => field.Key,
                                field => field.Select(wrong => wrong.Sentence.In(language)).ToArray(),
                                StringComparer.Ordinal
                            ),
                TraceId = TraceId,
            }
        );

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var language = httpContext.RequestServices.GetRequiredService<Reader>().Language;
        return In(language).ExecuteAsync(httpContext);
    }
}
