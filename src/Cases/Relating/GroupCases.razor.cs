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

/// <summary>Cases chosen in the register, or one and those like it, become one group with a leading case.</summary>
public sealed partial class GroupCases
{
    internal const string Page = "/cases/group";
    private static readonly char[] Between = [' ', ',', '，', '、', ';', '；', '\t'];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost(Page, Post).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    /// <param name="Chosen">The cases chosen so far.</param>
    /// <param name="Similar">Open ones that are like the first of them.</param>
    /// <param name="Lead">The leading one.</param>
    public sealed record View(IReadOnlyList<CaseLines.View> Chosen, IReadOnlyList<CaseLines.View> Similar, string? Lead)
    {
        public string? More { get; init; }
        public Words? Problem { get; init; }
        public required string Back { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var numbers = Numbers(http.Request.Query["case"]);
        return Answer.Page<GroupCases>(await desk.View(numbers, null, null, cancellation));
    }

    private static async Task<IResult> Post(HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var more = form["more"].ToString().Trim();
        var typed = more.ToUpperInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries);
        string[] numbers = [.. Numbers(form["case"]).Concat(typed).Distinct(StringComparer.Ordinal)];
        var lead = form["lead"].ToString();
        var problem = lead.Length == 0 ? RelatingTexts.ChooseLead : null;
        Refusal? refusal = null;
        if (problem is null)
        {
            refusal = desk.Forbidden(lead) ?? await desk.Gather(lead, numbers, cancellation);
            if (refusal is null)
            {
                return Answer.SeeOther($"{RelatedPages.Case(lead)}?related=grouped#group");
            }
        }

        var view = await desk.View([.. numbers.Take(Grouping.Most)], lead, more, cancellation);
        return Answer.Page<GroupCases>(view with { Problem = refusal?.Sentence ?? problem }, RelatedPages.StatusOf(refusal));
    }

    private static string[] Numbers(IEnumerable<string?> sent) =>
        [.. sent.OfType<string>().Where(number => number.Length is > 0 and <= 100).Distinct(StringComparer.Ordinal)];

    internal sealed record Desk(CaseLog Log, Database Database, RuleLibrary Rules, Reader Reader)
    {
        /// <summary>The book of the leading case says who may; a case that is not there is told by the gathering.</summary>
        public Refusal? Forbidden(string lead)
        {
            if (Log.Load(Reader.Me!, lead) is not { } file)
            {
                return null;
            }

            var version = file.Book.At(Reader.Now);
            var rule = version.Relations.Group;
            return Reader.Me!.IsOneOf(rule) ? null : RelationRefusals.NotYours(version, rule, RelatingTexts.DoesGroup);
        }

        public async Task<Refusal?> Gather(string lead, string[] numbers, CancellationToken cancellation)
        {
            var (me, now) = (Reader.Me!, Reader.Now);
            var answer = await Database.Writer.Write(session => Grouping.Gather(session, Log, me, now, lead, numbers), cancellation);
            return answer.Refusal;
        }

        public async Task<View> View(IReadOnlyList<string> numbers, string? lead, string? more, CancellationToken cancellation)
        {
            var (chosen, similar) = await new CaseRelatives(Database, Rules, Reader).Groupable(numbers, cancellation);
            using var session = Database.Read();
            var first = chosen is [var oldest, ..] ? oldest : null;
            var leading = chosen.FirstOrDefault(line => RelatedCase.Members(session, line.Number).Count > 0) ?? first;
            return new View(chosen, similar, lead ?? leading?.Number)
            {
                More = more,
                Back = chosen is [var only] ? RelatedPages.Case(only.Number) : "/cases",
            };
        }
    }
}
