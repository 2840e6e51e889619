using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Reading;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>The claims in scope with their state and clock: open ones, those that wait for me, unsigned ones, all.</summary>
public sealed partial class ShowClaims
{
    public const string Page = "/claims";
    private const int PageSize = 50;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Choice, IReadOnlyList<View.Line> Lines)
    {
        public required IReadOnlyList<(string Code, Words Name)> Choices { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }

        public string Query => $"of={Choice}";

        public sealed record Line(string Number, string? Home, Words Cause, string? Contractor, Words State, string Proposed, string Paid)
        {
            public ClockFace? Clock { get; init; }
            public Words? Unsigned { get; init; }
        }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<RazorComponentResult<ShowClaims>> Get(
        string? of,
        string? skip,
        Db db,
        RuleLibrary rules,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var choice = Choice(of);
        var from = int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = await db.Claims(reader.Me!, choice).Skip(from).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = found.Take(PageSize).ToList();
        var projects = await ProjectNames.Load(db, shown.Select(line => line.Project), cancellation);
        var names = await StaffNames.Load(
            db,
            shown.SelectMany(line => new[] { line.Claim.Person, line.Claim.UnsignedBy }).OfType<string>(),
            cancellation
        );
        var code = EnumCode.Of(choice);
        return Answer.Page<ShowClaims>(
            new View(code, [.. shown.Select(line => LineOf(line, rules, projects, names, reader.Now))])
            {
                Choices =
                [
                    (EnumCode.Of(ClaimChoice.Open), ClaimTexts.ChoiceOpen),
                    (EnumCode.Of(ClaimChoice.Mine), ClaimTexts.ChoiceMine),
                    (EnumCode.Of(ClaimChoice.Unsigned), ClaimTexts.ChoiceUnsigned),
                    (EnumCode.Of(ClaimChoice.All), ClaimTexts.ChoiceAll),
                ],
                First = from == 0 ? null : $"{Page}?of={code}",
                Next =
                    found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{Page}?of={code}&skip={from + PageSize}") : null,
            }
        );
    }

    internal static ClaimChoice Choice(string? code) => Enum.GetValues<ClaimChoice>().FirstOrDefault(each => EnumCode.Of(each) == code);

    internal static string Money(long? fen) => fen is { } known ? Phrases.Money((decimal)known / 100) : "";

    internal static Words CauseOf(ClaimLine line, RuleLibrary rules, Instant now) =>
        line.Claim.Cause is { } cause && rules.Books.TryGetValue(line.Rules, out var book)
            ? ClaimWords.Code(book.At(now), ClaimFold.ReportName, "cause", cause)
            : ClaimTexts.NoCause;

    private static View.Line LineOf(ClaimLine line, RuleLibrary rules, ProjectNames projects, StaffNames names, Instant now)
    {
        var claim = line.Claim;
        var state = ClaimWords.Progress(claim.Progress);
        if (claim.Level is { } level && rules.Books.TryGetValue(line.Rules, out var book))
        {
            state = ClaimTexts.WaitsFor(claim.Person is { } person ? Same(names.Of(person)) : book.At(now).Term("roles", level));
        }

        return new View.Line(
            line.Number,
            projects.Home(line.Project, line.Unit),
            CauseOf(line, rules, now),
            claim.Contractor,
            state,
            Money(claim.ProposedFen),
            Money(claim.PaidFen)
        )
        {
            Clock = claim.DueAt is { } due
                ? ClockFace.Running(
                    claim.Progress == ClaimProgress.Raised ? ClaimTexts.ReportClock : ClaimTexts.FileClock,
                    claim.RaisedAt,
                    due,
                    now
                )
                : null,
            Unsigned = claim.UnsignedBy is { } by ? ClaimTexts.UnsignedBy(names.Of(by)) : null,
        };
    }

    private static Words Same(string text) => new(text, text);
}
