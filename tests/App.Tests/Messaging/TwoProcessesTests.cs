using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>Two processes as they are served, on one database, one of them killed while the gateway had taken its messages.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    private const int Orders = 40;
    private const int Batch = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly FastClock clock = new(Complaint.At("2026-10-13 09:27"), DateTimeOffset.UtcNow);
    private readonly List<Process> processes = [];
    private MessagingWorld world = null!;

    public async Task InitializeAsync() => world = await MessagingWorld.Start();

    public async Task DisposeAsync()
    {
        foreach (var process in processes)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await world.DisposeAsync();
    }

    [Fact]
    public async Task Each_message_is_sent_once_and_what_a_killed_process_had_in_flight_again_under_its_key()
    {
        var victim = await Serve();
        await Serve();
        world.Gateway.Hold();
        world.App.Clock.Now = clock.Now;
        var numbers = new List<string>();
        foreach (var home in Enumerable.Range(1, Orders))
        {
            numbers.Add(await MessagingWorld.Order(TestApp.Monday, $"1-1-{home}").In(world.App));
        }

        await Until(() => world.Gateway.Requests.Count >= 2 * Batch);
        victim.Kill();
        await victim.WaitForExitAsync();
        processes.Remove(victim);
        var inFlight = KeysHeldBy(victim.Id);
        inFlight.Count.ShouldBe(Batch);
        world.Gateway.Release();
        await Serve();
        await Until(() => Messages().Count >= 4 * Orders && AllSent());

        // Said once each: the order at its issue, and at 09:30 the three who answer for it are reminded.
        Messages()
            .ShouldBe(
                numbers.SelectMany(number =>
                    new[] { World.Department, World.Leader, World.Chairman }
                        .Select(person => $"{number} daily.reminder 2026-10-13 {person}")
                        .Append($"{number} order.issued {TestApp.Monday} {World.Department}")
                ),
                ignoreOrder: true
            );
        Strings("SELECT DISTINCT node FROM outbox_attempt").Count.ShouldBeGreaterThan(1, "both had their part of it");
        Strings("SELECT delivery_id FROM outbox_attempt GROUP BY delivery_id HAVING count(*) <> 1 OR min(delivered) <> 1").ShouldBeEmpty();
        Strings("SELECT id FROM outbox_delivery WHERE state <> 'sent' OR attempts <> 1").ShouldBeEmpty();

        // On the wire: nothing is missing, and only what was in flight came twice.
        var arrived = world.Gateway.Requests.CountBy(sent => sent.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        arrived.Count.ShouldBe(Strings("SELECT id FROM outbox_delivery").Count);
        arrived.Where(key => key.Value > 1).Select(key => key.Key).ShouldBe(inFlight, ignoreOrder: true);
        arrived.Values.Max().ShouldBe(2);
    }

    /// <summary>Ready when it says where it serves.</summary>
    private async Task<Process> Serve()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, UseShellExecute = false };
        string[] words =
        [
            Path.Combine(AppContext.BaseDirectory, "Shouwen.Victim.dll"),
            world.App.DatabaseFile,
            "serve",
            clock.Start.ToString(),
            clock.Begun.ToString("O", CultureInfo.InvariantCulture),
        ];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in world.Settings.Where(setting => setting.Key != "Timers:Enabled"))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Process.Start(start)!;
        processes.Add(process);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("http://127.0.0.1", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Patience);
        return process;
    }

    private static async Task Until(Func<bool> so)
    {
        var waited = Stopwatch.StartNew();
        while (!so())
        {
            waited.Elapsed.ShouldBeLessThan(Patience);
            await Task.Delay(20);
        }
    }

    /// <summary>What the process had claimed and could not settle any more.</summary>
    private List<string> KeysHeldBy(int process) =>
        Query(
            "SELECT m.subject, m.kind, m.occurrence, m.person FROM outbox_delivery d JOIN outbox_message m ON m.id = d.message_id"
                + $" WHERE d.state = 'waiting' AND d.lease LIKE '%/{process}/%'",
            row =>
                Shouwen.Messaging.Sending.Dispatcher.KeyOf(
                    new Shouwen.Messaging.Contract.NewMessage
                    {
                        Subject = row.Text(0),
                        Kind = row.Text(1),
                        Occurrence = row.Text(2),
                        Person = row.Text(3),
                        At = TestApp.Monday,
                    },
                    "sms"
                )
        );

    /// <summary>Those of cases: the lists of the morning are of no case.</summary>
    private List<string> Messages() =>
        Query(
            "SELECT subject, kind, occurrence, person FROM outbox_message WHERE subject <> ''",
            row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)}"
        );

    private bool AllSent() =>
        Strings("SELECT id FROM outbox_message WHERE planned_at IS NULL").Count == 0
        && Strings("SELECT id FROM outbox_delivery WHERE state <> 'sent'").Count == 0;

    private List<string> Strings(string sql) => Query(sql, row => row.Text(0));

    private List<T> Query<T>(string sql, Func<Row, T> read)
    {
        using var session = world.App.Services.GetRequiredService<Database>().Read();
        return session.Query(sql, read);
    }
}
