using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Knowledge.Forms;
using Shouwen.Knowledge.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Casebook;

/// <summary>What was typed into the form of an entry, once it reads.</summary>
internal sealed record EntryInput(string Title, string Trade, string Part, string Cause, string Prevention, long? CostFen, string? Photo)
{
    public const int LongestTitle = 80;
    public const int LongestText = 2000;

    private const int FenPerYuan = 100;
    private const decimal Most = 100_000_000;
    private const int ShortestName = 2;

    /// <summary>Null when something does not read; then the form says what.</summary>
    /// <param name="typed">The form.</param>
    /// <param name="rules">Trades and parts.</param>
    /// <param name="photos">The photos of the case.</param>
    /// <param name="file">The case, whose owner must not be recognised.</param>
    public static EntryInput? Read(FieldFrame.Form typed, CasebookRules rules, IReadOnlyList<CasePhoto> photos, CaseFile? file)
    {
        var title = typed.Text("title", CasebookTexts.Name, LongestTitle, required: true);
        var trade = typed.Choice("trade", rules.Trades.Keys, CasebookTexts.TradeMissing);
        var part = typed.Choice("part", rules.Parts.Keys, CasebookTexts.PartMissing);
        var cause = typed.Text("cause", CasebookTexts.Cause, LongestText);
        var prevention = typed.Text("prevention", CasebookTexts.Prevention, LongestText);
        var cost = Cost(typed);
        var photo = typed.Choice("photo", photos.Select(each => each.Id).Prepend(""), CasebookTexts.PhotoWrong);
        foreach (var (field, text) in new[] { ("title", title), ("cause", cause), ("prevention", prevention) })
        {
            if (Marks(file).Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            {
                typed.Blame(field, CasebookTexts.Personal);
            }
        }

        return typed.Sound ? new EntryInput(title, trade!, part!, cause, prevention, cost, photo is { Length: > 0 } ? photo : null) : null;
    }

    public void Put(CasebookEntry entry)
    {
        entry.Title = Title;
        entry.Trade = Trade;
        entry.Part = Part;
        entry.Cause = Cause;
        entry.Prevention = Prevention;
        entry.CostFen = CostFen;
        entry.Photo = Photo;
    }

    public static string ForField(long? fen) =>
        fen is { } known ? ((decimal)known / FenPerYuan).ToString("0.##", CultureInfo.InvariantCulture) : "";

    private static long? Cost(FieldFrame.Form typed)
    {
        var text = typed.Shown("cost").Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan)
            && yuan <= Most
            && decimal.Round(yuan, 2) == yuan
        )
        {
            return (long)(yuan * FenPerYuan);
        }

        typed.Blame("cost", CasebookTexts.CostWrong);
        return null;
    }

    /// <summary>What would tell whose home it is: name, telephone, unit.</summary>
    private static IEnumerable<string> Marks(CaseFile? file)
    {
        if (file?.Customer?.Name?.Trim() is { Length: >= ShortestName } name)
        {
            yield return name;
        }

        if (file?.Customer?.Phone is { } phone && string.Concat(phone.Where(char.IsAsciiDigit)) is { Length: > 4 } digits)
        {
            yield return digits;
        }

        if (file?.Unit is { Length: > 2 } unit)
        {
            yield return unit;
        }
    }
}
