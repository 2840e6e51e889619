using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.History;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Relating;

/// <summary>A matter was registered twice: one of the two cases is merged into the other.</summary>
public sealed partial class MergeCase
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cases/{number}/merge", Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost("/cases/{number}/merge", Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Number">The case that would be merged.</param>
    /// <param name="Similar">What it may be over again.</param>
    public sealed record View(string Number, IReadOnlyList<CaseLines.View> Similar)
    {
        /// <summary>Which of them was chosen.</summary>
        public string? Into { get; init; }
        public string? Typed { get; init; }
        public Words? Problem { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string number, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        if (desk.Log.Load(desk.Reader.Me!, number) is not { } file)
        {
            return Results.NotFound();
        }

        return file.Number == number
            ? Answer.Page<MergeCase>(
                await desk.View(number, cancellation) with
                {
                    Problem = desk.Forbidden(file)?.Sentence,
                },
                desk.Forbidden(file) is null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden
            )
            : Answer.SeeOther(RelatedPages.Alias(file.Number, number));
    }

    private static async Task<IResult> Post(string number, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var me = desk.Reader.Me!;
        if (desk.Log.Load(me, number) is not { } file)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var (chosen, typed) = (form["into"].ToString(), form["typed"].ToString().Trim());
        var into = typed.Length > 0 ? typed.ToUpperInvariant() : chosen;
        var refusal = desk.Forbidden(file);
        if (refusal is null && into.Length > 0)
        {
            var now = desk.Reader.Now;
            var answer = await desk.Database.Writer.Write(session => Merging.Merge(session, desk.Log, me, now, number, into), cancellation);
            if (answer.Refusal is null)
            {
                return Answer.SeeOther(RelatedPages.Alias(answer.Number, number));
            }

            refusal = answer.Refusal;
        }

        var view = await desk.View(file.Number, cancellation) with { Into = chosen, Typed = typed };
        return Answer.Page<MergeCase>(
            view with
            {
                Problem = refusal?.Sentence ?? RelatingTexts.ChooseInto,
            },
            RelatedPages.StatusOf(refusal)
        );
    }

    internal sealed record Desk(CaseLog Log, Database Database, RuleLibrary Rules, Reader Reader)
    {
        public Refusal? Forbidden(CaseFile file)
        {
            var version = file.Book.At(Reader.Now);
            var rule = version.Relations.Merge;
            return Reader.Me!.IsOneOf(rule) ? null : RelationRefusals.NotYours(version, rule, RelatingTexts.DoesMerge);
        }

        public async Task<View> View(string number, CancellationToken cancellation) =>
            new(number, await new CaseRelatives(Database, Rules, Reader).Similar(number, cancellation));
    }
}
