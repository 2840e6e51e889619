using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Model;

/// <summary>Gives out case numbers, PROJECT-YYYY-SEQ; one statement per project and year and request, not one per case.</summary>
internal sealed class CaseNumbers(WriteSession session)
{
    private const string NoProject = "X";

    private readonly Dictionary<(string Code, int Year), long> last = [];
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    public string Next(string? project, int year)
    {
        var code = CodeOf(project ?? "");
        if (!last.TryGetValue((code, year), out var number))
        {
            number = ProjectionSql.LastNumberOf(session, code, year);
        }

        last[(code, year)] = ++number;
        return $"{code}-{year:0000}-{number:0000}";
    }

    public void Keep()
    {
        foreach (var ((code, year), number) in last)
        {
            ProjectionSql.KeepNumber(session, code, year, number);
        }
    }

    /// <summary>The number stands in addresses: letters and digits of any script stay, the rest goes.</summary>
    private string CodeOf(string project)
    {
        if (!codes.TryGetValue(project, out var code))
        {
            code = string.Concat(project.Where(char.IsLetterOrDigit));
            code = code.Length == 0 ? NoProject : code;
            codes.Add(project, code);
        }

        return code;
    }
}
