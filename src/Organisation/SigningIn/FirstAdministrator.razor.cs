using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.SigningIn;

public sealed partial class FirstAdministrator
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/first-administrator/{token}", Get).AllowAnonymous();
        routes.MapPost("/first-administrator/{token}", Post).AllowAnonymous().AsksForForm().RequireRateLimiting(SignIn.AttemptLimit);
    }

    public sealed record Form
    {
        public string? Name { get; init; }
        public string? User { get; init; }
        public string? Password { get; init; }

        internal static Form Read(IFormCollection sent) =>
            new()
            {
                Name = sent["Name"],
                User = sent["User"],
                Password = sent["Password"],
            };
    }

    public sealed record View(string Token, string? Name, string? User, Words? Problem);

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(string token, FirstLink link, Database database) =>
        link.Opens(token) && Administrators.NobodyYet(database)
            ? Answer.Page<FirstAdministrator>(new View(token, null, null, null))
            : Results.NotFound();

    private static async Task<IResult> Post(
        string token,
        HttpContext http,
        FirstLink link,
        Database database,
        Administrators administrators
    )
    {
        if (!link.Opens(token) || !Administrators.NobodyYet(database))
        {
            return Results.NotFound();
        }

        var form = Form.Read(await http.Request.ReadFormAsync());
        var problem = Missing(form) ?? await administrators.Create(form.Name!.Trim(), form.User!.Trim(), form.Password!);
        if (problem is not null)
        {
            var again = new View(token, form.Name, form.User, problem.Sentence);
            return Answer.Page<FirstAdministrator>(again, StatusCodes.Status422UnprocessableEntity);
        }

        link.Close();
        return Answer.SeeOther("/sign-in");
    }

    private static Refusal? Missing(Form form) =>
        string.IsNullOrWhiteSpace(form.Name) ? AccountRefusals.NameMissing
        : string.IsNullOrWhiteSpace(form.User) ? AccountRefusals.UserMissing
        : string.IsNullOrEmpty(form.Password) ? AccountRefusals.PasswordMissing
        : null;
}
