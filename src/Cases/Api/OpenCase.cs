using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Transfer;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>POST /cases.</summary>
internal static class OpenCase
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/cases", Post)
            .WithName("openCase")
            .WithSummary("Opens a case")
            .WithDescription(
                "The body is the data of case.opened; contactEndedAt is now unless given, and at most 7 days ago. The project is the caller's own when it is the only one."
            )
            .Accepts<OpenCaseJson>("application/json")
            .Produces<OpenedJson>(StatusCodes.Status201Created)
            .Fails(400, 403, 409, 413, 415, 422)
            .TakesKey();

    private static async Task<IResult> Post(
        HttpContext http,
        CaseLog log,
        RuleLibrary rules,
        Idempotency idempotency,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var (bytes, problem) = await http.Request.ReadBytes(cancellation);
        if (bytes is null)
        {
            return problem!;
        }

        var faults = OpenCaseBody.Read(bytes, reader.Now, rules, out var body);
        if (body is null)
        {
            return Problem.Of(faults);
        }

        var me = reader.Me!;
        var project = body.Project ?? (me.Projects is [var only] ? only : null);
        if (faults.Count > 0)
        {
            return Problem.Of([.. faults, .. Misplaced(me, body, project, reader.Now)]);
        }

        var opened = NewEvent(me, reader.Now, body.Data);
        var opening = log.Prepare(new NewCase(body.Rules, [opened]) { Project = project, Customer = body.Customer });
        if (opening.Answer?.Malformed is { } malformed)
        {
            return Problem.Of(JsonFaults.WithoutData(malformed));
        }

        var language = reader.Language;
        var version = rules.Books[body.Rules].At(reader.Now);
        return await idempotency.Once(
            http,
            me.StaffId,
            bytes,
            session =>
                MayNot(me, version)?.In(language)
                ?? (Misplaced(me, body, project, reader.Now) is { Count: > 0 } misplaced ? Problem.Of(misplaced).In(language) : null)
                ?? (
                    ClosedCentre.WhyNot(session, rules, rules.Books[body.Rules], project, reader.Now) is { } closed
                        ? Problem.Of(StatusCodes.Status422UnprocessableEntity, closed).In(language)
                        : Answer(CaseLog.Open(session, opening), language)
                )
        );
    }

    private static NewEvent NewEvent(Me me, Instant now, byte[] data) => new(EventType.CaseOpened, now, me.StaffId, data);

    private static Problem? MayNot(Me me, RuleVersion version) =>
        me.MayNotRecord(version, EventType.CaseOpened, []) is { } forbidden ? Problem.Of(StatusCodes.Status403Forbidden, forbidden) : null;

    /// <summary>A project out of scope is as unknown as one that does not exist; a contact that ended long ago is a slip of the pen.</summary>
    private static List<Malformed> Misplaced(Me me, OpenCaseBody body, string? project, Instant now) =>
        [
            .. me.Scope.Covers(project) ? [] : new[] { project is null ? ApiRefusals.NoProject : ApiRefusals.UnknownProject },
            .. body.ContactEnded is { } ended && Backdating.IsTooLate(ended, now)
                ? new[] { new Malformed("contactEndedAt", ActingTexts.ContactTooLongAgo) }
                : [],
        ];

    private static ApiAnswer Answer(CaseAnswer answer, Language language) =>
        answer.Done
            ? ApiAnswer.Created(
                new OpenedJson
                {
                    Id = answer.Number,
                    Number = answer.Number,
                    State = answer.State,
                    Version = answer.Version,
                    Links = LinksJson.Of(answer.Number),
                },
                ApiRoutes.Case(answer.Number),
                answer.Version
            )
            : ApiRefusals.ProblemOf(answer).In(language);
}
