using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Gives out case numbers, PROJECT-YYYY-SEQ; one statement per project and year and request, not one per case.</summary>
internal sealed class CaseNumbers(WriteSession session)
{
    private const string NoProject = "X";

    private readonly Dictionary<(string Project, int Year), long> last = [];

    public string Next(string? project, int year)
    {
        var code = CodeOf(project);
        if (!last.TryGetValue((code, year), out var number))
        {
            number = ProjectionSql.LastNumberOf(session, code, year);
        }

        last[(code, year)] = ++number;
        return $"{code}-{year:0000}-{number:0000}";
    }

    public void Keep()
    {
        foreach (var ((project, year), number) in last)
        {
            ProjectionSql.KeepNumber(session, project, year, number);
        }
    }

    /// <summary>The number stands in addresses: letters and digits of any script stay, the rest goes.</summary>
    private static string CodeOf(string? project)
    {
        var code = string.Concat((project ?? "").Where(char.IsLetterOrDigit));
        return code.Length == 0 ? NoProject : code;
    }
}
