using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Messaging.Sending;
using Shouwen.Messaging.Timers;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;

namespace Shouwen.App.Tests.Messaging;

/// <summary>The standing world with a gateway beside it. Timers stand still: a test runs what it wants to run.</summary>
public sealed class MessagingWorld : IAsyncDisposable
{
    public const string Secret = "a secret of the gateway";

    private MessagingWorld(TestApp app, FakeGateway gateway, IReadOnlyDictionary<string, string?> settings)
    {
        App = app;
        Gateway = gateway;
        Settings = settings;
    }

    public TestApp App { get; }

    public FakeGateway Gateway { get; }

    public IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<MessagingWorld> Start(params (string Name, string Value)[] more)
    {
        var gateway = await FakeGateway.Start();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Timers:Enabled"] = "false",
            ["Messages:Sms:Url"] = gateway.Url + "/sms",
            ["Messages:Sms:Secret"] = Secret,
            ["Messages:Sms:Templates:order.issued"] = "SMS_10086",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        var app = await TestApp.StartWithWorld(settings);
        var world = new MessagingWorld(app, gateway, settings);
        await world.GivePhones(World.Department, World.Leader, World.Chairman, World.DeputyManager, World.GeneralManager);
        return world;
    }

    /// <summary>An order issued now, and what led to it.</summary>
    public Task<string> Issue(string unit = "3-2-1201") => Order(App.Clock.Now, unit).In(App);

    /// <summary>An order issued at the given moment, to be resolved three days later.</summary>
    public static Complaint Order(Instant at, string unit, TimeSpan? within = null)
    {
        var minute = TimeSpan.FromMinutes(1);
        return Complaint
            .Opened(Text(at - (3 * minute)), unit, "飘窗渗漏")
            .Then(
                "order.submitted",
                Text(at - (2 * minute)),
                World.Specialist,
                new { requiredBy = (at + (within ?? TimeSpan.FromDays(3))).ToString() }
            )
            .Then("order.approved", Text(at - minute), World.DeputyManager)
            .Then(
                "order.issued",
                Text(at),
                World.GeneralManager,
                new
                {
                    department = "property",
                    accountable = World.Department,
                    leader = World.Leader,
                    chairman = World.Chairman,
                }
            );
    }

    public static string Text(Instant at) => at.ToString()[..16].Replace('T', ' ');

    public Task<int> Send(TestApp? app = null) => (app ?? App).Services.GetRequiredService<Dispatcher>().Run(default);

    public async Task Run(string timer, TestApp? app = null)
    {
        var board = (app ?? App).Services.GetRequiredService<TimerBoard>();
        await board.Run(board.Find(timer)!, default);
    }

    public Task<int> Sweep() => App.Cases.Sweep(App.Clock.Now);

    /// <summary>Kind, occurrence and person of every message put, in the order of putting.</summary>
    public List<string> Messages()
    {
        using var session = App.Services.GetRequiredService<Database>().Read();
        return session.Query(
            "SELECT kind, occurrence, person FROM outbox_message ORDER BY id",
            row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)}"
        );
    }

    /// <summary>State and attempts of every delivery.</summary>
    public List<string> Deliveries()
    {
        using var session = App.Services.GetRequiredService<Database>().Read();
        return session.Query("SELECT state, attempts FROM outbox_delivery ORDER BY id", row => $"{row.Text(0)} {row.Int(1)}");
    }

    public void Pass(TimeSpan time) => App.Clock.Now += time;

    public async Task GivePhones(params string[] staff)
    {
        var database = App.Services.GetRequiredService<Database>();
        await database.Writer.Write(session =>
            session
                .Db.Set<Staff>()
                .Where(each => staff.Contains(each.Id))
                .ExecuteUpdate(change => change.SetProperty(each => each.Phone, "13800001234"))
        );
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
