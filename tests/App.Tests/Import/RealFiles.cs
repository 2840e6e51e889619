using System.Text.Json;
using Shouwen.Platform.Contract;

namespace Shouwen.App.Tests.Import;

/// <summary>The nine files of real cases, each imported once with its shipped map into a database of its own.</summary>
public sealed class RealFiles : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly Dictionary<string, Answer> imported = new(StringComparer.Ordinal);

    internal string Database(string file) => folder.Of(file + ".db");

    internal string Copy(string file) => folder.Of(file);

    internal async Task<Answer> Imported(string file)
    {
        if (!imported.TryGetValue(file, out var answer))
        {
            File.Copy(Path.Combine(RealData.Folder, file), Copy(file));
            answer = await Import(file);
            imported.Add(file, answer);
        }

        return answer;
    }

    internal Task<Answer> Import(string file)
    {
        var map = Path.Combine(RealData.Root, "samples", "maps", file.Split('.')[0] + ".yaml");
        return Cli.Run("import", "cases", Copy(file), "--map", map, "--database", Database(file));
    }

    internal async Task<JsonElement[]> Report(string file, params string[] options)
    {
        await Imported(file);
        var answer = await Cli.Run(["report", "cases", "--database", Database(file), .. options]);
        return [.. answer.Json.EnumerateArray()];
    }

    /// <summary>The words beside the opening event by reference, as stored.</summary>
    internal async Task<SortedDictionary<string, string>> Texts(string file)
    {
        await Imported(file);
        await using var database = Platform.Contract.Database.Open(Database(file), Shouwen.Tables.Schema, WhenMissing.Complain);
        using var session = database.Read();
        const string Sql =
            "SELECT c.reference, t.text FROM cases c JOIN log_text t ON t.month = c.month AND t.case_id = c.case_id AND t.seq = 1";
        var texts = session.Query(Sql, row => (row.Text(0), row.Text(1)));
        return new SortedDictionary<string, string>(
            texts.ToDictionary(text => text.Item1, text => text.Item2, StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    public void Dispose() => folder.Dispose();
}
