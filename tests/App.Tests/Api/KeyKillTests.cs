using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

public sealed class KeyKillTests
{
    /// <summary>One event each, one key each: after a kill there are as many answers kept as events, and every key heard is among them.</summary>
    [Fact]
    public async Task A_kill_loses_an_answer_only_together_with_what_it_answered()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("victim.db");
        var heard = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 1; round <= 2; round++)
        {
            await WriteUntilKilled(file, heard, 150 * round);
        }

        await using var database = Database.Open(file, Tables.Schema, WhenMissing.Complain);
        using var session = database.Read();
        var kept = session.Query("SELECT key FROM kept_answer", row => row.Text(0));
        var events = session.Number("SELECT count(*) FROM log_event WHERE seq > 1");
        events.ShouldBe(kept.Count);
        heard.Count.ShouldBeGreaterThanOrEqualTo(300);
        heard.Except(kept).ShouldBeEmpty();
    }

    private static async Task WriteUntilKilled(string file, HashSet<string> heard, int answers)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Shouwen.Victim.dll"));
        start.ArgumentList.Add(file);
        start.ArgumentList.Add("keys");
        using var victim = Process.Start(start)!;
        var count = 0;
        while (await victim.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (words.Length == 2 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var status) && status == 201)
            {
                heard.Add(words[0]);
            }

            if (++count == answers)
            {
                victim.Kill();
            }
        }

        await victim.WaitForExitAsync();
        count.ShouldBeGreaterThanOrEqualTo(answers, "the victim ended by itself");
    }
}
