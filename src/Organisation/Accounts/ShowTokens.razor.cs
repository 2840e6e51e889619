using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.SigningIn;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Accounts;

/// <summary>For administrators: the tokens that programs sign in with, as the token verbs of the command line have them.</summary>
public sealed partial class ShowTokens
{
    private const string Page = "/staff/tokens";
    private const int LongestName = 60;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var tokens = routes.MapGroup(Page).RequireAuthorization(Permissions.Administrator);
        tokens.MapGet("", Get);
        tokens.MapPost("", Make).AsksForForm();
        tokens.MapPost("/revocation", Revoke).AsksForForm();
    }

    public sealed record Form
    {
        public string? Staff { get; init; }

        /// <summary>What the token is for.</summary>
        public string? Name { get; init; }

        /// <summary>How long it is good; for ever when empty.</summary>
        public string? Days { get; init; }

        internal static Form Read(IFormCollection sent) =>
            new()
            {
                Staff = sent["Staff"],
                Name = sent["Name"],
                Days = sent["Days"],
            };
    }

    /// <param name="Tokens">All there are.</param>
    /// <param name="Asked">What was typed and refused.</param>
    public sealed record View(TokenList.View Tokens, Form Asked)
    {
        /// <summary>Said in the answer to the one post that made it, and never again.</summary>
        public string? Token { get; init; }
        public Words? Problem { get; init; }
        public Words? Done { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(string? done, Database database, Db db, CancellationToken cancellation) =>
        Answer.Page<ShowTokens>(await Load(database, db, new Form(), cancellation) with { Done = AccountTexts.Done(done ?? "") });

    private static async Task<IResult> Make(
        HttpContext http,
        Database database,
        Db db,
        Reader reader,
        AccessLog log,
        CancellationToken cancellation
    )
    {
        var form = Form.Read(await http.Request.ReadFormAsync(cancellation));
        var (staff, name) = (form.Staff?.Trim() ?? "", form.Name?.Trim() ?? "");
        var (token, refusal) =
            name.Length is 0 or > LongestName ? (null, AccountRefusals.TokenNameMissing)
            : !TryLife(form.Days, out var life) ? (null, AccountRefusals.BadTokenDays)
            : await database.CreateToken(staff, name, life, reader.Now);
        if (token is null)
        {
            var again = await Load(database, db, form, cancellation) with { Problem = refusal!.Sentence };
            return Answer.Page<ShowTokens>(again, StatusCodes.Status422UnprocessableEntity);
        }

        await log.Note(reader.Me!, "token.made", staff, cancellation);
        return Answer.Page<ShowTokens>(await Load(database, db, new Form(), cancellation) with { Token = token });
    }

    private static async Task<IResult> Revoke(
        HttpContext http,
        Database database,
        Reader reader,
        KnownCallers callers,
        AccessLog log,
        CancellationToken cancellation
    )
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (
            !long.TryParse(form["Id"], CultureInfo.InvariantCulture, out var id)
            || await ApiTokens.Revoke(database, id, null, reader.Now) is not { } ended
        )
        {
            return Results.NotFound();
        }

        callers.ForgetToken(ended);
        await log.Note(reader.Me!, "token.revoked", id.ToString(CultureInfo.InvariantCulture), cancellation);
        return Answer.SeeOther($"{Page}?done=token");
    }

    private static bool TryLife(string? text, out TimeSpan? life)
    {
        life = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var sound = int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days);
        life = TimeSpan.FromDays(days);
        return sound && days is >= 1 and <= ApiTokens.LongestDays;
    }

    private static async Task<View> Load(Database database, Db db, Form asked, CancellationToken cancellation)
    {
        var tokens = await database.Tokens(null, cancellation);
        var names = await StaffNames.Load(db, tokens.Select(token => token.StaffId), cancellation);
        return new View(new TokenList.View(tokens, $"{Page}/revocation", names), asked);
    }
}
