using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Relating;

/// <summary>What the page of a leading case does with its group: takes one out, sets the nature of all.</summary>
internal static class ChangeGroup
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/cases/{number}/group/releases", Release).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapPost("/cases/{number}/group/nature", SetNature).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    private static async Task<IResult> Release(string number, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var (me, now) = (desk.Reader.Me!, desk.Reader.Now);
        if (desk.Log.Load(me, number) is not { } file)
        {
            return Results.NotFound();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var member = form["member"].ToString();
        var version = file.Book.At(now);
        var refusal = me.IsOneOf(version.Relations.Group)
            ? null
            : RelationRefusals.NotYours(version, version.Relations.Group, RelatingTexts.DoesGroup);
        refusal ??= (
            await desk.Database.Writer.Write(session => Grouping.Release(session, desk.Log, me, now, number, member), cancellation)
        ).Refusal;
        var back = form["back"] == member ? member : number;
        return refusal is null
            ? Answer.SeeOther($"{RelatedPages.Case(back)}?related=released#group")
            : await desk.Again(number, refusal, cancellation);
    }

    private static async Task<IResult> SetNature(string number, HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var (me, now) = (desk.Reader.Me!, desk.Reader.Now);
        if (desk.Log.Load(me, number) is not { } file)
        {
            return Results.NotFound();
        }

        var nature = (await http.Request.ReadFormAsync(cancellation))["nature"].ToString();
        if (!file.Book.At(now).Terms.GetValueOrDefault("natures")?.ContainsKey(nature) ?? true)
        {
            return await desk.Again(number, new Refusal("nature.unknown", RelatingTexts.ChooseNature), cancellation);
        }

        var (count, refusal) = await desk.Database.Writer.Write(
            session => GroupNature.Set(session, desk.Log, me, now, file.Number, nature),
            cancellation
        );
        return refusal is null
            ? Answer.SeeOther($"{RelatedPages.Case(file.Number)}?related=natured&count={count}#group")
            : await desk.Again(number, refusal, cancellation);
    }

    internal sealed record Desk(CaseLog Log, Database Database, FileStore Store, RuleLibrary Rules, Reader Reader)
    {
        /// <summary>The case's page with the sentence why nothing was done.</summary>
        public async Task<IResult> Again(string number, Refusal refusal, CancellationToken cancellation)
        {
            var opened = new CaseDesk(Log, Database, Store, Reader, []).Open(number);
            if (opened is null)
            {
                return Results.NotFound();
            }

            var related = await new CaseRelatives(Database, Rules, Reader).Load(opened.Number, opened.Happened, cancellation);
            return Answer.Page<ShowCase>(
                opened.Page(Reader.Me!) with
                {
                    Problem = refusal.Sentence,
                    Related = related,
                },
                RelatedPages.StatusOf(refusal)
            );
        }
    }
}
