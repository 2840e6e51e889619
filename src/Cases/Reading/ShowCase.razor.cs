using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
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

        public PhoneLine.View? Phone { get; init; }

        /// <summary>Whether this cycle has a supervision order to print.</summary>
        public bool HasOrder { get; init; }

        /// <summary>Null where the rule book knows no penalties, or the reader may not see them.</summary>
        public PenaltyList.View? Penalties { get; init; }

        public string Number => Head.Number;

        public sealed record Fact(Words Name, Words Value);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(
        string number,
        string? recorded,
        CaseLog log,
        Db db,
        Reader reader,
        CancellationToken cancellation
    ) =>
        await Open(number, log, db, reader, cancellation) is { } opened
            ? Answer.Page<ShowCase>(opened.Page(reader.Me!) with { Notice = opened.Recorded(recorded) })
            : Results.NotFound();

    /// <summary>Scope before find: a case the reader may not see is not there. Charges are left out for who may not see them.</summary>
    internal static async Task<OpenedCase?> Open(string number, CaseLog log, Db db, Reader reader, CancellationToken cancellation)
    {
        var me = reader.Me!;
        if (!await db.CasesFor(me).AnyAsync(row => row.Number == number, cancellation) || log.Load(number) is not { } file)
        {
            return null;
        }

        if (!me.MaySeeCharges(file.Book.At(reader.Now), file.History.Events))
        {
            file = file with { Judgement = file.Judgement with { Penalties = [] } };
        }

        var names = await StaffNames.Load(db, OpenedCase.Mentioned(file), cancellation);
        var projects = await ProjectNames.Load(db, [file.Project], cancellation);
        return new OpenedCase(file, names, projects, Instant.Max(reader.Now, file.History.State.LastAt));
    }
}
