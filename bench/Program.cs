using Shouwen.Bench;

var measures = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
{
    ["append"] = StoreBench.Append,
    ["bulk"] = StoreBench.Bulk,
    ["http"] = HttpBench.Run,
    ["http-serve"] = HttpBench.Serve,
    ["events"] = EventStream.Write,
    ["post"] = PostBench.Post,
    ["search"] = SearchBench.Run,
    ["tokens"] = BareReading.Tokens,
};
if (args.Length > 0 && measures.TryGetValue(args[0], out var measure))
{
    await measure(args[1..]);
    return 0;
}

await Console.Error.WriteLineAsync($"usage: bench {string.Join('|', measures.Keys)}");
return 2;
