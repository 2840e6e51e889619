using System.Diagnostics;
using System.Globalization;
using Shouldly;

namespace Shouwen.App.Tests.Store;

/// <summary>A process that writes until it is killed.</summary>
internal static class Victim
{
    /// <param name="file">The database.</param>
    /// <param name="answered">The version each case was answered with last.</param>
    /// <param name="answers">How many answers to hear before the kill.</param>
    /// <param name="how">"fill": as an import does.</param>
    public static async Task WriteUntilKilled(string file, Dictionary<string, int> answered, int answers, params string[] how)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Shouwen.Victim.dll"));
        start.ArgumentList.Add(file);
        foreach (var word in how)
        {
            start.ArgumentList.Add(word);
        }

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
