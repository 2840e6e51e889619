using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Relating;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Reading;

public sealed partial class ShowCase
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{number}", Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(CaseHead.View Head, string? Demand, bool DemandErased)
    {
        public required IReadOnlyList<Fact> Facts { get; init; }
        public required IReadOnlyList<Fact> People { get; init; }
        public required Timeline.View Story { get; init; }
        public required ClockList.View Clocks { get; init; }

        /// <summary>What the reader may record now.</summary>
        public ActionBar.View? Actions { get; init; }

        /// <summary>What was just recorded.</summary>
        public Words? Notice { get; init; }

        /// <summary>Why something that was asked for on this page was not done.</summary>
        public Words? Problem { get; init; }

        /// <summary>The cases it is tied to; null where the page of something else tells the case.</summary>
        public RelatedCases.View? Related { get; init; }

        public PhoneLine.View? Phone { get; init; }
        public required FileShelf.View Files { get; init; }

        public bool HasClaims { get; init; }

        /// <summary>What other modules offer to do with this case.</summary>
        public IReadOnlyList<CaseOffer> Offers { get; init; } = [];

        /// <summary>Whether this cycle has a supervision order to print.</summary>
        public bool HasOrder { get; init; }

        /// <summary>Whether the reader may hand the customer a link to this case.</summary>
        public bool HasLink { get; init; }

        /// <summary>Whether the reader may hand the customer the terminal to rate the desk.</summary>
        public bool HasDeskRating { get; init; }

        /// <summary>Null where the rule book knows no penalties, or the reader may not see them.</summary>
        public PenaltyList.View? Penalties { get; init; }

        public string Number => Head.Number;

        public sealed record Fact(Words Name, Words Value);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string number,
        [AsParameters] Done done,
        [AsParameters] CaseDesk desk,
        RuleLibrary rules,
        CancellationToken cancellation
    )
    {
        if (desk.Open(number) is not { } opened)
        {
            return Results.NotFound();
        }

        if (opened.Number != number)
        {
            return Answer.SeeOther(RelatedPages.Alias(opened.Number, number));
        }

        var relatives = new CaseRelatives(desk.Database, rules, desk.Reader);
        var related = await relatives.Load(number, opened.Happened, cancellation);
        return Answer.Page<ShowCase>(
            opened.Page(desk.Reader.Me!) with
            {
                Related = related,
                Notice = opened.Recorded(done.Recorded) ?? related.Notice(done.Alias, done.Related, done.Count),
            }
        );
    }

    /// <summary>What the address says was just done; only what can be true is repeated.</summary>
    internal sealed record Done
    {
        public string? Recorded { get; init; }
        public string? Alias { get; init; }
        public string? Related { get; init; }
        public int? Count { get; init; }
    }
}
