using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Rating;

/// <summary>
/// EG-16: right after signing the customer rates the desk on the terminal in his hands, once for each reception. The score is
/// never shown here again.
/// </summary>
public sealed partial class RateDesk
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/desk-rating", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/{number}/desk-rating", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public static string PathOf(string number) => $"/cases/{Uri.EscapeDataString(number)}/desk-rating";

    /// <param name="Number">The case.</param>
    /// <param name="Faces">The five.</param>
    /// <param name="Done">It was rated: the terminal goes back over the desk.</param>
    public sealed record View(string Number, Faces.View Faces, bool Done)
    {
        public Words? Problem { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(string number, CaseLog log, Database database, Reader reader)
    {
        if (Open(number, log, reader) is not { } file)
        {
            return Results.NotFound();
        }

        if (!MayHandOver(file, reader))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        using var session = database.Read();
        var rated = IsRated(CaseLog.Records(session, number, reader.Me!.Scope), reader);
        return Answer.Page<RateDesk>(new View(number, new Faces.View(RatingTexts.Asked), rated));
    }

    private static async Task<IResult> Post(
        string number,
        HttpContext http,
        CaseLog log,
        Database database,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (Open(number, log, reader) is not { } file)
        {
            return Results.NotFound();
        }

        if (!MayHandOver(file, reader))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (Faces.Read(await http.Request.ReadFormAsync(cancellation)) is not { } score)
        {
            var again = new View(number, new Faces.View(RatingTexts.Asked), Done: false) { Problem = RatingTexts.Choose };
            return Answer.Page<RateDesk>(again, StatusCodes.Status422UnprocessableEntity);
        }

        var data = JsonSerializer.Serialize(new { score, specialist = reader.Me!.StaffId });
        var record = NewRecord.Of(DeskRatings.Record, Instant.Max(reader.Now, file.History.State.LastAt), null, data);
        await database.Writer.Write(
            session => IsRated(CaseLog.Records(session, number, reader.Me!.Scope), reader) ? null : log.Record(session, number, record),
            cancellation
        );
        return Answer.SeeOther(PathOf(number));
    }

    private static CaseFile? Open(string number, CaseLog log, Reader reader) => log.Load(reader.Me!, number);

    private static bool MayHandOver(CaseFile file, Reader reader) =>
        reader.Me!.MayHandOverForRating(file.Book.At(reader.Now), file.History.Events);

    /// <summary>The same specialist is rated once for a case and day: each reception has its own.</summary>
    private static bool IsRated(IReadOnlyList<CaseRecord> records, Reader reader) =>
        records.Any(record =>
            record.Name == DeskRatings.Record
            && record.Text(DeskRatings.SpecialistField) == reader.Me!.StaffId
            && record.At.Date == reader.Now.Date
        );
}
