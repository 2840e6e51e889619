using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>POST /cases/{number}/events.</summary>
internal static class RecordEvent
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/cases/{number}/events", Post)
            .WithName("recordEvent")
            .WithSummary("Records what happened to a case")
            .WithDescription("at is now unless given; only roles that may record the past give it, at most 7 days back.")
            .Accepts<NewEventJson>("application/json")
            .Produces<RecordedJson>(StatusCodes.Status201Created)
            .Fails(400, 403, 404, 409, 412, 413, 415, 422)
            .TakesKey()
            .TakesVersion();

    private static async Task<IResult> Post(
        string number,
        HttpContext http,
        [AsParameters] Desk desk,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var me = reader.Me!;
        if (desk.Log.BookOf(me, number) is not { } governing)
        {
            return ApiRefusals.NoCase(number);
        }

        var (bytes, problem) = await http.Request.ReadBytes(cancellation);
        var versions = IfMatch.Read(http.Request, out var unreadable);
        if (bytes is null || versions is null)
        {
            return problem ?? unreadable!;
        }

        IReadOnlyList<Malformed> faults = [.. NewEventBody.Read(bytes, out var body), .. Faults(body, governing)];
        if (faults.Count > 0)
        {
            return Problem.Of(faults);
        }

        var now = reader.Now;
        var language = reader.Language;
        var happened = new NewEvent(body.Type!.Value, body.At ?? now, me.StaffId, body.Data);
        var request = new AppendRequest(number, [happened])
        {
            Scope = me.Scope,
            By = me,
            Guard = (book, events) => MayNot(me, body.At, happened, book, now, events),
            Versions = versions,
        };
        return await desk.Idempotency.Once(http, me.StaffId, bytes, session => Answer(session));

        ApiAnswer Answer(WriteSession session) =>
            OutOfTime(body.At, now) is { } refusal ? ApiRefusals.ProblemOf(new CaseAnswer { Refusal = refusal }).In(language)
            : desk.Strangers(session, me, number, governing, happened, now) is { Count: > 0 } strangers ? Problem.Of(strangers).In(language)
            : RecordEvent.Answer(number, desk.Log.Append(session, request), language);
    }

    private static IReadOnlyList<Malformed> Faults(NewEventBody body, RuleBook book) =>
        body.Type is { } type ? EventFaults.Of(book.Procedure, type, body.Data) : [];

    private static Refusal? OutOfTime(Instant? at, Instant now) =>
        at > now ? ApiRefusals.Future
        : at is { } past && Backdating.IsTooLate(past, now) ? ApiRefusals.TooLate
        : null;

    /// <summary>Asked inside the write: nobody can be given the order, or lose it, between the question and the record.</summary>
    private static Refusal? MayNot(Me me, Instant? at, NewEvent happened, RuleBook book, Instant now, IReadOnlyList<CaseEvent> events) =>
        me.MayNotRecord(book, now, happened, events) is { } forbidden ? forbidden
        : at is not null && !me.MayRecordThePast(book.At(now), events) ? ApiRefusals.PastIsNotYours
        : null;

    private static ApiAnswer Answer(string number, CaseAnswer answer, Language language) =>
        answer.Done
            ? ApiAnswer.Created(
                new RecordedJson { State = answer.State, Version = answer.Version },
                $"{ApiRoutes.Case(number)}/events",
                answer.Version
            )
            : ApiRefusals.ProblemOf(answer).In(language);

    internal sealed record Desk(CaseLog Log, OrganisationTree Tree, Idempotency Idempotency)
    {
        /// <summary>
        /// Asked inside the write, of those who hold the posts when the event happened; the case is read only for an event that
        /// names somebody.
        /// </summary>
        public IReadOnlyList<Malformed> Strangers(Session session, Me me, string number, RuleBook book, NewEvent happened, Instant now)
        {
            if (
                EventVocabulary.Of(book.Procedure).Find(happened.Type) is not { NamesSomebody: true } shape
                || Log.Load(me, number) is not { } file
            )
            {
                return [];
            }

            var strangers = EventNames.Strangers(shape, happened.Data, session, Tree.UpFrom(file.Project), file.Book.At(now), happened.At);
            return [.. strangers.Select(ApiRefusals.InData)];
        }
    }
}
