using System.Text;
using System.Text.Json.Nodes;
using Shouwen.Rules.Contract;
using Shouwen.Rules.Tests.Engine;

namespace Shouwen.Rules.Tests.Replaying;

/// <summary>Streams of events as text, as a caller would send them.</summary>
internal static class Streams
{
    public static JsonNode Replay(IEnumerable<string> lines, string? until, string? statement = null, string book = "group")
    {
        var replay = new Replay(Story.Library.Books[book], Story.Library.Calendar, until is null ? null : Instant.Parse(until));
        foreach (var line in lines)
        {
            if (replay.Read(Encoding.UTF8.GetBytes(line)) is { } wrong)
            {
                throw new InvalidOperationException(wrong.En);
            }
        }

        using var output = new MemoryStream();
        Month? month = statement is not null && Month.TryParse(statement, out var parsed) ? parsed : null;
        replay.Write(output, month);
        return JsonNode.Parse(output.ToArray())!;
    }

    /// <summary>The first line that is refused, counted from 1, and why; null when all are accepted.</summary>
    public static (int Line, string Why)? Refused(string book, params byte[][] lines)
    {
        var replay = new Replay(Story.Library.Books[book], Story.Library.Calendar, null);
        for (var i = 0; i < lines.Length; i++)
        {
            if (replay.Read(lines[i]) is { } wrong)
            {
                return (i + 1, wrong.En);
            }
        }

        return null;
    }

    public static (int Line, string Why)? Refused(string book, params string[] lines) =>
        Refused(book, [.. lines.Select(Encoding.UTF8.GetBytes)]);
}
