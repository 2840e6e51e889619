using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Store;

public sealed class CustomerOfCaseTests
{
    [Fact]
    public async Task A_case_keeps_its_customer_when_it_is_computed_again()
    {
        await using var app = await TestApp.StartWithWorld();
        var database = app.Services.GetRequiredService<Database>();
        var complaint = new Complaint("group", "LA") { CustomerId = 7 }.Then(
            "case.opened",
            "2026-10-12 09:00",
            "zhou",
            new
            {
                channel = "phone",
                category = "leasing",
                contactEndedAt = Complaint.At("2026-10-12 09:00").ToString(),
                unit = "1-1",
                demand = "漏水",
            }
        );
        var number = await complaint.In(app);
        var submitted = NewEvent.Of(EventType.OrderSubmitted, app.Clock.Now, "zhou", """{"requiredBy":"2026-10-20T18:00:00+08:00"}""");
        (await app.Cases.Append(new AppendRequest(number, [submitted]))).Done.ShouldBeTrue();

        using var session = database.Read();
        session.Number("SELECT customer_id FROM cases").ShouldBe(7);
        var wrong = new List<string>();
        new CaseVerification(database, app.Services.GetRequiredService<RuleLibrary>(), PostHolders.Load(database)).Run(
            null,
            problem => wrong.Add(problem.En)
        );
        wrong.ShouldBeEmpty();
    }
}
