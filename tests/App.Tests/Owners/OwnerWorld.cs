using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.App.Tests.Api;
using Shouwen.App.Tests.Organisation;
using Shouwen.App.Tests.Web;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Testing;

namespace Shouwen.App.Tests.Owners;

/// <summary>Two owners of 澜岸 with a home each, and what they do on their own pages.</summary>
internal sealed class OwnerWorld : IAsyncDisposable
{
    public const string Phone = "13800005678";
    public const string StrangersPhone = "13911112222";
    public const string Home = "LA/3-2-1201";

    private OwnerWorld(TestApp app, long owner, long stranger) => (App, Owner, Stranger) = (app, owner, stranger);

    public TestApp App { get; }

    public long Owner { get; }

    public long Stranger { get; }

    public static async Task<OwnerWorld> Settle()
    {
        var app = await TestApp.StartWithWorld();
        var (owner, stranger) = (CustomerRecord.Of("李女士", Phone), CustomerRecord.Of("王先生", StrangersPhone));
        await app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session =>
            {
                session.Db.AddRange(owner, stranger);
                session.Db.SaveChanges();
                session.Db.AddRange(UnitOf("3-2-1201", owner.Id), UnitOf("3-2-1202", stranger.Id));
                return session.Db.SaveChanges();
            });
        return new OwnerWorld(app, owner.Id, stranger.Id);
    }

    public Task<HttpClient> SignedIn(string phone = Phone) => App.SignedInOwner(phone);

    /// <summary>A case of the owner's, as far as the complaint goes.</summary>
    public Task<string> Opened(Func<Complaint, Complaint>? then = null, long? customer = null)
    {
        var opened = new Complaint("group", "LA")
        {
            Customer = new Cases.Contract.Customer("李女士", Phone),
            CustomerId = customer ?? Owner,
        }.Then(
            "case.opened",
            "2026-10-08 09:00",
            World.Specialist,
            new
            {
                channel = "phone",
                category = "property.repair",
                contactEndedAt = Complaint.At("2026-10-08 09:00").ToString(),
                unit = "3-2-1201",
                demand = "飘窗渗漏",
            }
        );
        return (then is null ? opened : then(opened)).In(App);
    }

    /// <summary>Ordered, visited, planned.</summary>
    public static Complaint Planned(Complaint opened) =>
        opened
            .Then("order.submitted", "2026-10-08 09:20", World.Specialist, new { requiredBy = Complaint.At("2026-10-20 18:00").ToString() })
            .Then("order.approved", "2026-10-08 09:30", World.DeputyManager)
            .Then(
                "order.issued",
                "2026-10-08 09:40",
                World.GeneralManager,
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = World.Leader,
                    chairman = World.Chairman,
                }
            )
            .Then("visit.made", "2026-10-08 10:20", World.Department)
            .Then("plan.recorded", "2026-10-08 10:50", World.Department, new { agreedBy = Complaint.At("2026-10-16 18:00").ToString() });

    /// <summary>Closed on the 10th at 18:00.</summary>
    public static Complaint Closed(Complaint opened) =>
        Planned(opened)
            .Then("closure.applied", "2026-10-10 15:00", World.Department, new { document = true })
            .Then(
                "callback.made",
                "2026-10-10 15:20",
                World.Specialist,
                new
                {
                    purpose = "closure",
                    reached = true,
                    score = 4,
                }
            )
            .Then("closure.accepted", "2026-10-10 15:25", World.Specialist)
            .Then("closure.reviewed", "2026-10-10 16:00", World.DeputyManager)
            .Then("closure.approved", "2026-10-10 18:00", World.GeneralManager);

    /// <summary>Asks the owner to sign, as the specialist does on the case's page.</summary>
    public async Task Ask(string number, string of)
    {
        using var zhou = await App.SignedIn(World.Specialist);
        using var asked = await zhou.Submit($"/cases/{number}/records/signature.asked", ("data.of", of));
        if (asked.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"asking to sign answered {asked.StatusCode}");
        }
    }

    /// <summary>The form of a matter as a browser sends it, with the token of its page.</summary>
    public static async Task<HttpResponseMessage> Report(
        HttpClient owner,
        (string Name, string Value)[] fields,
        params (string Name, byte[] Bytes)[] photos
    )
    {
        var page = await owner.Page("/owner/report");
        using var body = new MultipartFormDataContent();
        var once = page.QuerySelector("[name=once]")!.GetAttribute("value")!;
        foreach (var (name, value) in fields.Any(field => field.Name == "once") ? fields : [.. fields, ("once", once)])
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in photos)
        {
            body.Add(new ByteArrayContent(bytes), "photo", name);
        }

        var token = page.QuerySelector("form[action='/owner/report'] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        body.Add(new StringContent(token), "__RequestVerificationToken");
        return await owner.PostAsync(new Uri("/owner/report", UriKind.Relative), body);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static Unit UnitOf(string number, long owner) =>
        new()
        {
            Project = "LA",
            Number = number,
            Owner = owner,
        };
}
