namespace Shouwen.Knowledge.Articles;

/// <summary>What changed between two texts, line by line.</summary>
internal static class LineDiff
{
    /// <summary>Larger texts are told as one removal and one addition: nobody compares thousands of lines by eye.</summary>
    private const int MostCompared = 1_000_000;

    public static IReadOnlyList<ShowVersion.View.Line> Between(string before, string after)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        if ((long)old.Length * now.Length > MostCompared)
        {
            return
            [
                .. old.Select(line => new ShowVersion.View.Line(ShowVersion.View.Change.Removed, line)),
                .. now.Select(line => new ShowVersion.View.Line(ShowVersion.View.Change.Added, line)),
            ];
        }

        return Walk(old, now, Common(old, now));
    }

    private static string[] LinesOf(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>The length of the longest common sequence from each pair of lines on.</summary>
    private static int[,] Common(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static List<ShowVersion.View.Line> Walk(string[] old, string[] now, int[,] common)
    {
        var lines = new List<ShowVersion.View.Line>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                lines.Add(new ShowVersion.View.Line(ShowVersion.View.Change.Same, old[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new ShowVersion.View.Line(ShowVersion.View.Change.Removed, old[i++]));
            }
            else
            {
                lines.Add(new ShowVersion.View.Line(ShowVersion.View.Change.Added, now[j++]));
            }
        }

        return lines;
    }
}
