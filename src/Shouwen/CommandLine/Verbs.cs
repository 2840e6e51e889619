namespace Shouwen.CommandLine;

internal static class Verbs
{
    public static Task<int> Run(string[] args) => Task.FromResult(args.Length == 0 ? 2 : 0);
}
