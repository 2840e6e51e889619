using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Rating;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>One case as its owner follows it: what happened, what comes next, and what the owner can do now.</summary>
public sealed partial class OwnCase
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/owner/cases/{number}", Get).RequireAuthorization(Permissions.OwnerOfCase);

    public sealed record View(string Number, string? Home, Words About, Words State, Words Next)
    {
        /// <summary>Null once it was erased.</summary>
        public string? Demand { get; init; }
        public ClockFace? Promise { get; init; }
        public required IReadOnlyList<Step> Steps { get; init; }

        /// <summary>The ids of what the owner sent.</summary>
        public IReadOnlyList<string> Photos { get; init; } = [];
        public Signature? Sign { get; init; }
        public Rated? Rate { get; init; }
        public Reopening? Reopen { get; init; }
        public Words? Notice { get; init; }
        public Words? Problem { get; init; }

        /// <summary>Whoever came by a link has no list to go back to.</summary>
        public bool MayList { get; init; }

        public sealed record Step(Instant At, Words Title, IReadOnlyList<Words> Lines);

        /// <summary>Something that staff asked the owner to sign.</summary>
        public sealed record Signature(string Of, Words What, SignaturePad.View Field);

        public sealed record Rated(Faces.View Faces)
        {
            public string? Remark { get; init; }
            public Words? Problem { get; init; }
        }

        /// <summary>Until when the owner may say that it is not solved.</summary>
        public sealed record Reopening(Words Until)
        {
            public string? Reason { get; init; }
            public Words? Problem { get; init; }
        }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string number, string? done, [AsParameters] OwnDesk desk, CancellationToken cancellation) =>
        await desk.Open(number, cancellation) is { } file
            ? Answer.Page<OwnCase>(desk.Page(file) with { Notice = done is null ? null : OwnTexts.Done(done, number) })
            : Results.NotFound();
}
