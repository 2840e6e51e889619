using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Hooks;

/// <summary>For administrators: which programs are told of what. The secret is said in the answer that made it and never again.</summary>
public sealed partial class ShowHooks
{
    public const string Page = "/hooks";
    private const int SecretLength = 64;
    private const int Most = 50;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Administrator);
        routes.MapPost(Page, Post).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    public sealed record Form
    {
        public string? Url { get; init; }
        public string[] Kinds { get; init; } = [];

        internal static Form Read(IFormCollection sent) => new() { Url = sent["Url"], Kinds = [.. sent["Kinds"].OfType<string>()] };
    }

    public sealed record View(IReadOnlyList<View.Line> Hooks, Form Typed)
    {
        public string? Secret { get; init; }
        public Words? UrlProblem { get; init; }
        public Words? KindProblem { get; init; }

        public sealed record Line(long Id, string Url, string Kinds, string By, Instant At, Words State, bool IsWell);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Get(Db db, CancellationToken cancellation) =>
        Answer.Page<ShowHooks>(await Load(db, new Form { Kinds = [.. WebHooks.Kinds] }, cancellation));

    private static async Task<IResult> Post(
        HttpContext http,
        Db db,
        Database database,
        Reader reader,
        AccessLog notes,
        CancellationToken cancellation
    )
    {
        var form = Form.Read(await http.Request.ReadFormAsync(cancellation));
        var url = form.Url?.Trim() ?? "";
        var kinds = WebHooks.Kinds.Intersect(form.Kinds, StringComparer.Ordinal).ToList();
        var urlProblem = HookAddress.IsAllowed(url) ? null : HookAddress.Refused;
        var kindProblem = kinds.Count == 0 ? HookTexts.NoKind : null;
        if (urlProblem is not null || kindProblem is not null)
        {
            var again = await Load(db, form, cancellation);
            return Answer.Page<ShowHooks>(
                again with
                {
                    UrlProblem = urlProblem,
                    KindProblem = kindProblem,
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var me = reader.Me!;
        var secret = RandomNumberGenerator.GetHexString(SecretLength, lowercase: true);
        await database.Writer.Write(
            session => WebHookSql.Insert(session, url, secret, string.Join(' ', kinds), me.StaffId, reader.Now),
            cancellation
        );
        await notes.Note(me, "hook.made", url, cancellation);
        return Answer.Page<ShowHooks>(await Load(db, new Form { Kinds = [.. WebHooks.Kinds] }, cancellation) with { Secret = secret });
    }

    private static async Task<View> Load(Db db, Form typed, CancellationToken cancellation)
    {
        var hooks = await db.Set<WebHook>().AsNoTracking().OrderByDescending(hook => hook.Id).Take(Most).ToListAsync(cancellation);
        var names = await StaffNames.Load(db, hooks.Select(hook => hook.MadeBy), cancellation);
        return new View(
            [
                .. hooks.Select(hook => new View.Line(
                    hook.Id,
                    hook.Url,
                    hook.Kinds.Replace(" ", ", ", StringComparison.Ordinal),
                    names.Of(hook.MadeBy),
                    hook.MadeAt,
                    HookTexts.StateOf(hook),
                    hook is { DisabledAt: null, FailingSince: null }
                )),
            ],
            typed
        );
    }
}
