using System.Text;
using System.Text.Json;
using Shouwen.CommandLine;
using Shouwen.Rules.Contract;

namespace Shouwen.App.Tests.Import;

/// <summary>What a verb answered.</summary>
internal sealed record Answer(int Exit, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>read, imported, alreadyThere, rejected.</summary>
    public long[] Counts => [Count("read"), Count("imported"), Count("alreadyThere"), Count("rejected")];

    public long Count(string name) => Json.GetProperty(name).GetInt64();
}

/// <summary>The command line as a user meets it, in this process.</summary>
internal static class Cli
{
    public static Task<Answer> Run(params string[] words) => RunAt(TimeProvider.System, words);

    public static async Task<Answer> RunAt(TimeProvider clock, params string[] words)
    {
        using var output = new MemoryStream();
        await using var text = new StreamWriter(output, leaveOpen: true) { AutoFlush = true };
        await using var error = new StringWriter();
        var exit = await Verbs.Run(words, new Terminal(Stream.Null, output, text, error, Language.English, clock));
        return new Answer(exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
