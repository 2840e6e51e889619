using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Store;

public sealed class KillTests
{
    [Fact]
    public async Task Every_answer_given_before_a_kill_is_kept()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("victim.db");
        var answered = new Dictionary<string, int>(StringComparer.Ordinal);
        var rounds = 0;
        while (rounds++ < 3)
        {
            await WriteUntilKilled(file, answered, 200 * rounds);
        }

        await using var database = Database.Open(file, Tables.Schema, WhenMissing.Complain);
        StoreWorld.Problems(database, null, out var count).ShouldBeEmpty();
        count.Events.ShouldBeGreaterThan(1000);
        using var session = database.Read();
        foreach (var (number, version) in answered)
        {
            session
                .Number("SELECT version FROM cases WHERE number = @number", number)
                .ShouldNotBeNull()
                .ShouldBeGreaterThanOrEqualTo(version);
        }
    }

    private static async Task WriteUntilKilled(string file, Dictionary<string, int> answered, int answers)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Shouwen.Victim.dll"));
        start.ArgumentList.Add(file);
        using var victim = Process.Start(start)!;
        var heard = 0;
        while (await victim.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (words.Length == 2 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var version))
            {
                answered[words[0]] = Math.Max(version, answered.GetValueOrDefault(words[0]));
            }

            if (++heard == answers)
            {
                victim.Kill();
            }
        }

        await victim.WaitForExitAsync();
        heard.ShouldBeGreaterThanOrEqualTo(answers, "the victim ended by itself");
    }
}
