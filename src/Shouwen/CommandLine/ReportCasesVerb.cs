using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>report cases: how many, how long, how many in time.</summary>
internal static class ReportCasesVerb
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly Verb Verb = new(
        "report cases",
        "",
        new Words(
            "统计案件数、未结、已结与办理时长；--by category,project,channel,month；--limit 7d 或 36h；--from 含当日，--to 不含当日",
            "counts cases and how long they took; --by category,project,channel,month; --limit 7d or 36h; --from is inclusive, --to is not"
        ),
        ["by=", "limit=", "from=", "to="],
        Run
    );

    private static async Task<int> Run(Arguments arguments, Terminal terminal)
    {
        if (Read(arguments, out var report) is { } wrong)
        {
            return await terminal.Complain(wrong);
        }

        try
        {
            await using var database = Database.Open(arguments.Database, Tables.Schema, WhenMissing.Complain);
            using var session = database.Read();
            await using (var json = new Utf8JsonWriter(terminal.Output, Format))
            {
                report.Write(session, json);
            }

            await terminal.Out.WriteLineAsync();
            return Verbs.Done;
        }
        catch (DatabaseException problem)
        {
            return await terminal.Complain(problem.Sentence);
        }
    }

    private static Words? Read(Arguments arguments, out CaseReport report)
    {
        report = new CaseReport([]);
        if (arguments.Values.Count > 0)
        {
            return new Words($"多余的参数 {arguments.Values[0]}", $"unexpected {arguments.Values[0]}");
        }

        if (!TryKeys(arguments.Option("by"), out var keys))
        {
            return new Words(
                "--by 是 category、project、channel、month，用逗号隔开，各一次",
                "--by takes category, project, channel, month, separated by commas, each once"
            );
        }

        if (!TryLimit(arguments.Option("limit"), out var limit))
        {
            return new Words("--limit 要写成 7d 或 36h", "--limit is written 7d or 36h");
        }

        if (!TryDate(arguments.Option("from"), out var from))
        {
            return new Words("--from 要写成 2026-01-31", "--from is written 2026-01-31");
        }

        if (!TryDate(arguments.Option("to"), out var to))
        {
            return new Words("--to 要写成 2026-01-31", "--to is written 2026-01-31");
        }

        report = new CaseReport(keys, limit, from, to);
        return null;
    }

    private static bool TryKeys(string? text, out List<ReportKey> keys)
    {
        keys = [];
        foreach (var name in text?.Split(',') ?? [])
        {
            var found = Enum.GetValues<ReportKey>().Where(key => CaseReport.NameOf(key) == name.Trim()).ToList();
            if (found.Count == 0 || keys.Contains(found[0]))
            {
                return false;
            }

            keys.Add(found[0]);
        }

        return true;
    }

    private static bool TryLimit(string? text, out TimeSpan? limit)
    {
        limit = null;
        if (text is null)
        {
            return true;
        }

        if (
            text.Length < 2
            || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > 1_000_000
        )
        {
            return false;
        }

        limit = text[^1] switch
        {
            'd' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            _ => null,
        };
        return limit is not null;
    }

    private static bool TryDate(string? text, out DateOnly? date)
    {
        date = null;
        if (text is null)
        {
            return true;
        }

        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = day;
        return read;
    }
}
