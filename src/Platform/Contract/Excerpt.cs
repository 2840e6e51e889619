namespace Shouwen.Platform.Contract;

/// <summary>The sentence of a text in which the words looked for stand, cut to a line.</summary>
/// <param name="Pieces">In order; what was looked for is a piece of its own.</param>
public sealed record Excerpt(IReadOnlyList<Excerpt.Piece> Pieces)
{
    /// <summary>As many characters as a line of results holds.</summary>
    private const int Longest = 80;

    /// <summary>What stays in front of the first word found when the sentence is cut.</summary>
    private const int Before = 20;

    private const string Ends = "。！？；!?;\r\n";
    private const string Cut = "…";

    public sealed record Piece(string Text, bool Found);

    /// <summary>
    /// Of all sentences the one with most of what was asked; of equals the first. Null when it stands in none of them: it
    /// was found by something else, a name, a number, a telephone or a home.
    /// </summary>
    public static Excerpt? Find(string asked, IEnumerable<string> texts)
    {
        var runs = SearchText.Runs(asked).Distinct().ToList();
        string? best = null;
        var most = 0;
        foreach (var sentence in texts.SelectMany(Sentences))
        {
            var count = runs.Count(run => Places(sentence, run).Any());
            if (count > most)
            {
                (best, most) = (sentence, count);
            }
        }

        return best is null ? null : Of(best, runs);
    }

    private static Excerpt Of(string sentence, List<(string Run, bool Chinese)> runs)
    {
        var places = Merged(runs.SelectMany(run => Places(sentence, run)).OrderBy(place => place.Start));
        var from = sentence.Length <= Longest ? 0 : Math.Clamp(places[0].Start - Before, 0, sentence.Length - Longest);
        var to = Math.Min(from + Longest, sentence.Length);
        var pieces = new List<Piece>();
        var at = from;
        foreach (var (start, end) in places.Where(place => place.End <= to))
        {
            Add(pieces, sentence[at..start], found: false);
            Add(pieces, sentence[start..end], found: true);
            at = end;
        }

        Add(pieces, sentence[at..to] + (to < sentence.Length ? Cut : ""), found: false);
        return new Excerpt(from == 0 ? pieces : [new Piece(Cut, Found: false), .. pieces]);
    }

    private static void Add(List<Piece> pieces, string text, bool found)
    {
        if (text.Length > 0)
        {
            pieces.Add(new Piece(text, found));
        }
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Ends.Contains(text[i], StringComparison.Ordinal))
            {
                yield return text[start..(i + 1)].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }

    /// <summary>Where a run stands: Chinese anywhere, letters and digits as a word of their own, as the index has them.</summary>
    private static IEnumerable<(int Start, int End)> Places(string sentence, (string Run, bool Chinese) run)
    {
        for (
            var at = sentence.IndexOf(run.Run, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = sentence.IndexOf(run.Run, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + run.Run.Length;
            if (run.Chinese || (!IsLatin(sentence, at - 1) && !IsLatin(sentence, end)))
            {
                yield return (at, end);
            }
        }
    }

    private static bool IsLatin(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);

    private static List<(int Start, int End)> Merged(IEnumerable<(int Start, int End)> places)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var place in places)
        {
            if (merged.Count > 0 && place.Start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, place.End));
            }
            else
            {
                merged.Add(place);
            }
        }

        return merged;
    }
}
