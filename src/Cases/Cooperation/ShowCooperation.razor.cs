using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Cooperation;

/// <summary>EG-4: the departments that refused to cooperate, over all cases the reader sees.</summary>
public sealed partial class ShowCooperation
{
    public const string Page = "/cooperation";
    private const int Size = 20;
    private const int MonthsBack = 24;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Page, Get).RequireAuthorization(Permissions.Desk);

    public sealed record View(IReadOnlyList<View.Line> Lines)
    {
        public required IReadOnlyList<(string Code, Words Name)> Departments { get; init; }
        public required IReadOnlyList<string> Months { get; init; }
        public string? Department { get; init; }
        public string? Month { get; init; }
        public string? First { get; init; }
        public string? Next { get; init; }

        /// <param name="Asked">What was asked of it; null once erased.</param>
        /// <param name="Answer">What it answered; null once erased.</param>
        public sealed record Line(Instant At, string Number, string? Home, Words Department, string? Asked, string? Answer);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static RazorComponentResult<ShowCooperation> Get(
        string? department,
        string? month,
        string? after,
        Database database,
        RuleLibrary rules,
        Reader reader
    )
    {
        var names = DepartmentsIn(rules, reader.Now);
        var filter = RefusedCooperation.Filter.Read(department, month, after);
        using var session = database.Read();
        var found = RefusedCooperation.Page(session, filter, reader.Me!.Scope, Size + 1);
        return Answer.Page<ShowCooperation>(
            new View([.. found.Take(Size).Select(refused => LineOf(refused, names))])
            {
                Departments = [.. names.Select(name => (name.Key, name.Value))],
                Months =
                [
                    .. Enumerable
                        .Range(0, MonthsBack)
                        .Select(back => Rules.Contract.Month.FromIndex(reader.Now.Month.Index - back).ToString()),
                ],
                Department = filter.Department,
                Month = filter.Month?.ToString(),
                First = filter.After is null ? null : Address(filter, null),
                Next = found.Count > Size ? Address(filter, found[Size - 1].Cursor) : null,
            }
        );
    }

    private static View.Line LineOf(RefusedCooperation refused, Dictionary<string, Words> names)
    {
        var code = refused.Department ?? "";
        return new View.Line(
            refused.At,
            refused.Number,
            ProjectNames.Home(refused.Project, refused.ProjectName, refused.Unit),
            names.GetValueOrDefault(code) ?? new Words(code, code),
            refused.Asked,
            refused.Answer
        );
    }

    /// <summary>The departments of the books that know such a record.</summary>
    private static Dictionary<string, Words> DepartmentsIn(RuleLibrary rules, Instant now) =>
        rules
            .Books.Values.Select(book => book.At(now))
            .Where(version => version.Records.ContainsKey(RefusedCooperation.Record))
            .SelectMany(version => version.Terms["departments"])
            .DistinctBy(term => term.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    private static string Address(RefusedCooperation.Filter filter, string? after) =>
        QueryHelpers.AddQueryString(
            Page,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["department"] = filter.Department,
                ["month"] = filter.Month?.ToString(),
                ["after"] = after,
            }.Where(part => part.Value is not null)
        );
}
