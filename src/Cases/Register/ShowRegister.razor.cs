using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Model;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

public sealed partial class ShowRegister
{
    /// <summary>Beyond this a figure says "999+": a number nobody acts on is not worth everybody's waiting.</summary>
    private const int MostCounted = 999;

    private const string IsNumber = "SELECT case_id FROM cases WHERE number = @number";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(RegisterFilter.Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(string Open, string Overdue, string DueToday, RegisterRows.View Rows)
    {
        /// <summary>Whose cases these are.</summary>
        public required Words Scope { get; init; }

        public bool MayRegister { get; init; }
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static IResult Get(HttpContext http, Database database, RuleLibrary rules, RegisterWords words, Reader reader)
    {
        var me = reader.Me!;
        using var session = database.Read();
        if (http.Request.Query.Count == 0 && SavedViews.Of(session, me.StaffId).FirstOrDefault(view => view.IsDefault) is { } mine)
        {
            return Answer.SeeOther(mine.Address);
        }

        var filter = RegisterFilter.Read(http.Request.Query);
        if (http.Request.Query.ContainsKey("number") && Sees(session, me, filter.Text))
        {
            return Answer.SeeOther($"/cases/{Uri.EscapeDataString(filter.Text!)}");
        }

        var page = new RegisterPage(session, me, words, reader.Now) { Steps = new NextStep(me, rules, reader.Now) };
        var rows = page.Read(filter) with { MayGroup = MayGroup(rules, reader) };
        if (reader.WantsFragment)
        {
            return Answer.Page<RegisterRows>(rows);
        }

        var figures = new CaseFigures(session, me.Projects);
        return Answer.Page<ShowRegister>(
            new View(
                $"{figures.Open()}",
                figures.Overdue(reader.Now, MostCounted).ToString(),
                figures.DueToday(reader.Now, MostCounted).ToString(),
                rows
            )
            {
                Scope = me.Projects is { } some ? RegisterTexts.OfMyProjects(some.Count) : RegisterTexts.OfAllProjects,
                MayRegister = rules.MayOpen(me, reader.Now).Any(),
            }
        );
    }

    private static bool MayGroup(RuleLibrary rules, Reader reader) =>
        rules.Books.Values.Any(book => reader.Me!.IsOneOf(book.At(reader.Now).Relations.Group));

    private static bool Sees(ReadSession session, Me me, string? number) =>
        number is not null && session.Number(IsNumber, number) is { } caseId && me.Scope.Covers(ListedCase.Read(session, caseId).Project);
}
