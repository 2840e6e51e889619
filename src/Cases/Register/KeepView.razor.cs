using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>Names an address of the register, and arranges the names given before.</summary>
public sealed partial class KeepView
{
    internal const string Page = "/cases/views";
    private const string Change = "/cases/views/changes";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);
        routes.MapPost(Page, Post).RequireAuthorization(Permissions.Desk).AsksForForm();
        routes.MapPost(Change, PostChange).RequireAuthorization(Permissions.Desk).AsksForForm();
    }

    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Of { get; init; }
        public bool Prefer { get; init; }

        internal static Form Read(IFormCollection sent) =>
            new()
            {
                Name = sent["Name"],
                Of = sent["Of"],
                Prefer = sent["Prefer"] == "true",
            };
    }

    internal sealed record ChangeForm
    {
        public string? Name { get; init; }
        public string? NewName { get; init; }
        public string? Act { get; init; }
        public string? Of { get; init; }

        public static ChangeForm Read(IFormCollection sent) =>
            new()
            {
                Name = sent["Name"],
                NewName = sent["NewName"],
                Act = sent["Act"],
                Of = sent["Of"],
            };
    }

    /// <param name="Of">The address to be kept; null when somebody only came to arrange.</param>
    /// <param name="Name">The name typed.</param>
    /// <param name="Problem">What is wrong with it.</param>
    public sealed record View(string? Of, string? Name, Words? Problem)
    {
        internal IReadOnlyList<SavedViews.Entry> Views { get; init; } = [];
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<KeepView> Get(string? of, Database database, Reader reader) =>
        Answer.Page<KeepView>(Read(database, reader.Me!, new View(Normal(of), null, null)));

    private static async Task<IResult> Post(HttpContext http, Database database, Reader reader, CancellationToken cancellation)
    {
        var form = Form.Read(await http.Request.ReadFormAsync(cancellation));
        var staff = reader.Me!.StaffId;
        var name = form.Name?.Trim() ?? "";
        var of = RegisterFilter.Read(form.Of ?? "").Address();
        var problem = await database.Writer.Write(session => Save(session, staff, name, of, form.Prefer), cancellation);
        return problem is null
            ? Answer.SeeOther(of)
            : Answer.Page<KeepView>(Read(database, reader.Me!, new View(of, name, problem)), StatusCodes.Status422UnprocessableEntity);
    }

    private static Words? Save(WriteSession session, string staff, string name, string of, bool prefer)
    {
        var views = SavedViews.Of(session, staff);
        if (Wrong(name) is { } wrong)
        {
            return wrong;
        }

        if (views.Count >= SavedViews.Most && views.All(view => view.Name != name))
        {
            return RegisterTexts.TooManyViews;
        }

        SavedViews.Save(session, staff, name, of);
        if (prefer)
        {
            SavedViews.Prefer(session, staff, name);
        }

        return null;
    }

    private static async Task<IResult> PostChange(HttpContext http, Database database, Reader reader, CancellationToken cancellation)
    {
        var form = ChangeForm.Read(await http.Request.ReadFormAsync(cancellation));
        var staff = reader.Me!.StaffId;
        var problem = await database.Writer.Write(session => Apply(session, staff, form), cancellation);
        if (problem is not null)
        {
            var again = Read(database, reader.Me!, new View(Normal(form.Of) ?? new RegisterFilter().Address(), form.NewName, problem));
            return Answer.Page<KeepView>(again, StatusCodes.Status422UnprocessableEntity);
        }

        return Answer.SeeOther(Normal(form.Of) is { } of ? $"{Page}?of={Uri.EscapeDataString(of)}" : Page);
    }

    private static Words? Apply(WriteSession session, string staff, ChangeForm form)
    {
        var name = form.Name ?? "";
        switch (form.Act)
        {
            case "rename":
                var to = form.NewName?.Trim() ?? "";
                var taken = to != name && SavedViews.Of(session, staff).Any(view => view.Name == to);
                if (taken || Wrong(to) is not null)
                {
                    return taken ? RegisterTexts.ViewNameTaken : Wrong(to);
                }

                SavedViews.Rename(session, staff, name, to);
                return null;
            case "prefer":
                SavedViews.Prefer(session, staff, name);
                return null;
            case "forget":
                SavedViews.Prefer(session, staff, null);
                return null;
            case "remove":
                SavedViews.Remove(session, staff, name);
                return null;
            default:
                return RegisterTexts.UnknownChange;
        }
    }

    private static Words? Wrong(string name) =>
        name.Length == 0 ? RegisterTexts.ViewNameMissing
        : name.Length > SavedViews.LongestName ? RegisterTexts.ViewNameLong
        : null;

    private static View Read(Database database, Me me, View view)
    {
        using var session = database.Read();
        return view with { Views = SavedViews.Of(session, me.StaffId) };
    }

    private static string? Normal(string? of) => string.IsNullOrEmpty(of) ? null : RegisterFilter.Read(of).Address();
}
