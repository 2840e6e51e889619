using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Transfer;

/// <summary>EG-7a: once a project's service centre is closed, new cases come under the book the measures name for it.</summary>
internal static class ClosedCentre
{
    private const string Closed =
        "SELECT p.name FROM service_centre c JOIN place p ON p.id = c.place WHERE c.place = @project AND c.closed_at <= @now";

    /// <summary>Why no case of this book is opened in the project any more.</summary>
    public static Refusal? WhyNot(Session session, RuleLibrary rules, RuleBook book, string? project, Instant now)
    {
        if (project is null || book.At(now).Group?.ServiceCentre is not { } terms || terms.Thereafter == book.Name)
        {
            return null;
        }

        var name = session.Query(Closed, row => row.Text(0), project, now.Micros).FirstOrDefault();
        if (name is null)
        {
            return null;
        }

        var then = rules.Books.TryGetValue(terms.Thereafter, out var other) ? other.Title : new Words(terms.Thereafter, terms.Thereafter);
        return new Refusal(
            "centre.closed",
            new Words(
                $"{name}的售后服务中心已撤销，新案件按《{then.Zh}》登记（{terms.Clause}）",
                $"the service centre of {name} is closed; new cases are registered under \"{then.En}\" ({terms.Clause})"
            )
        );
    }
}
