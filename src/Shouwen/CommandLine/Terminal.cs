using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>Where a verb reads and writes, and in which language it speaks; tests give it their own.</summary>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Out, TextWriter Error, Language Language, TimeProvider Clock)
{
    public static Terminal Current()
    {
        var output = Console.OpenStandardOutput();
        return new Terminal(
            Console.OpenStandardInput(),
            output,
            new StreamWriter(output, leaveOpen: true) { AutoFlush = true },
            new StreamWriter(Console.OpenStandardError()) { AutoFlush = true },
            LanguageOfEnvironment(),
            TimeProvider.System
        );
    }

    /// <summary>Says what was wrong with the use or the input; the verb ends with exit code 2.</summary>
    public async Task<int> Complain(Words sentence)
    {
        await Error.WriteLineAsync(sentence.In(Language));
        return Verbs.BadUse;
    }

    public Task Say(Words sentence) => Error.WriteLineAsync(sentence.In(Language));

    private static Language LanguageOfEnvironment()
    {
        var named = Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "";
        return named.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
    }
}
