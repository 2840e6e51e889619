using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Transfer;

/// <summary>EG-7a: once a project's service centre is closed, new cases come under the book its project has chosen, or else the one the measures name.</summary>
internal static class ClosedCentre
{
    private const string Closed =
        "SELECT p.name, c.desk_book FROM service_centre c JOIN place p ON p.id = c.place WHERE c.place = @project AND c.closed_at <= @now";

    /// <summary>Why no case of this book is opened in the project any more.</summary>
    public static Refusal? WhyNot(Session session, RuleLibrary rules, RuleBook book, string? project, Instant now)
    {
        if (project is null || book.At(now).Group?.ServiceCentre is not { } terms)
        {
            return null;
        }

        var found = session.Query(Closed, row => (Name: row.Text(0), Book: row.TextOrNull(1) ?? terms.Thereafter), project, now.Micros);
        if (found is not [var centre] || centre.Book == book.Name)
        {
            return null;
        }

        var then = rules.Books.TryGetValue(centre.Book, out var other) ? other.Title : new Words(centre.Book, centre.Book);
        return new Refusal(
            "centre.closed",
            new Words(
                $"{centre.Name}的售后服务中心已撤销，新案件按《{then.Zh}》登记（{terms.Clause}）",
                $"the service centre of {centre.Name} is closed; new cases are registered under \"{then.En}\" ({terms.Clause})"
            )
        );
    }
}
