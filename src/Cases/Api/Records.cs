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

/// <summary>GET and POST /cases/{number}/records: what is noted of a case beside its events.</summary>
internal static class Records
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{number}/records", Get)
            .WithName("listRecords")
            .WithSummary("What was noted of a case beside its events, in the order of recording")
            .Produces<RecordListJson>()
            .Fails(404);
        api.MapPost("/cases/{number}/records", Post)
            .WithName("addRecord")
            .WithSummary("Notes a fact of a case that no clock depends on")
            .WithDescription("type and the fields of data are those of the section records of the case's rule book.")
            .Accepts<NewRecordJson>("application/json")
            .Produces<RecordedJson>(StatusCodes.Status201Created)
            .Fails(400, 403, 404, 409, 412, 413, 415, 422)
            .TakesKey()
            .TakesVersion();
    }

    private static IResult Get(string number, CaseLog log, Reader reader) =>
        JudgedCase.Open(number, log, reader) switch
        {
            null => ApiRefusals.NoCase(number),
            var opened => ApiAnswer.Ok(opened.Records()) with { ETag = IfMatch.Tag(opened.Version) },
        };

    private static async Task<IResult> Post(
        string number,
        HttpContext http,
        [AsParameters] Desk desk,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var me = reader.Me!;
        if (desk.Log.Load(me, number) is not { } file)
        {
            return ApiRefusals.NoCase(number);
        }

        var (bytes, problem) = await http.Request.ReadBytes(cancellation);
        var versions = IfMatch.Read(http.Request, out var unreadable);
        if (bytes is null || versions is null)
        {
            return problem ?? unreadable!;
        }

        if (NewRecordBody.Read(bytes, out var body) is { } wrong)
        {
            return Problem.Of(wrong);
        }

        var now = reader.Now;
        if (!file.Book.At(now).Records.TryGetValue(body!.Type, out var rule))
        {
            return Problem.Of(Model.Refusals.NoSuchRecord);
        }

        var strangers = RecordPeople.Strangers(rule, body.Data, desk.Database, desk.Tree.UpFrom(file.Project), file.Book.At(now), now);
        if (strangers.Count > 0)
        {
            return Problem.Of([.. strangers.Select(ApiRefusals.InData)]);
        }

        var language = reader.Language;
        var request = new AppendRequest(number, [])
        {
            Scope = me.Scope,
            By = me,
            Guard = (book, events) => me.MayNotRecord(book.At(now), rule, events),
            Versions = versions,
            Records = [new NewRecord(rule.Name, now, me.StaffId, body.Data) { Event = body.Event }],
        };
        return await desk.Idempotency.Once(http, me.StaffId, bytes, session => Answer(number, desk.Log.Append(session, request), language));
    }

    private static ApiAnswer Answer(string number, CaseAnswer answer, Language language) =>
        answer.Done
            ? ApiAnswer.Created(
                new RecordedJson { State = answer.State, Version = answer.Version },
                $"{ApiRoutes.Case(number)}/records",
                answer.Version
            )
            : ApiRefusals.ProblemOf(answer).In(language);

    internal sealed record Desk(CaseLog Log, Database Database, OrganisationTree Tree, Idempotency Idempotency);
}
