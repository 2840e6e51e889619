using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Ledgers;

/// <summary>What somebody typed into a form of this module: read field by field, each fault beside its field.</summary>
internal sealed class LedgerInput(IFormCollection form)
{
    public const int LongestText = 2000;
    public const int LongestLine = 200;

    private readonly Dictionary<string, Words> problems = new(StringComparer.Ordinal);

    public static LedgerInput None => new(FormCollection.Empty);

    public bool Sound => problems.Count == 0;

    /// <summary>The number of events its writer has seen.</summary>
    public int Version => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    public string Text(string name) => form[name].ToString().Trim();

    public IReadOnlyList<string> Ticked(string name) => [.. form[name].OfType<string>()];

    /// <summary>What stood in the field, or what stands in it at first.</summary>
    public string? Shown(string name, string? preset) => form.Count > 0 ? Text(name) : preset;

    public Words? Problem(string name) => problems.GetValueOrDefault(name);

    public void Blame(string name, Words problem) => problems.TryAdd(name, problem);

    /// <summary>Words that must be there.</summary>
    public string Words(string name)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            Blame(name, LedgerTexts.Missing);
        }

        return Checked(name, text, LongestText);
    }

    public string OptionalLine(string name) => Checked(name, Text(name), LongestLine);

    /// <summary>A day not later than today and not more than a year ago.</summary>
    public DateOnly PastDay(string name, Instant now)
    {
        var day = Day(name);
        if (day != default && (day > now.Date || day < now.Date.AddYears(-1)))
        {
            Blame(name, LedgerTexts.DayOutside);
        }

        return day;
    }

    public DateOnly Day(string name)
    {
        if (LedgerEntry.DayOf(Text(name)) is var day && day > new DateOnly(2000, 1, 1) && day < new DateOnly(2099, 12, 31))
        {
            return day;
        }

        Blame(name, LedgerTexts.NoDay);
        return default;
    }

    /// <summary>The field's value as the log keeps it; null when it is empty or wrong.</summary>
    public string? Value(LedgerField field, Func<string, bool> known)
    {
        var text = field.Kind == LedgerFieldKind.Checklist ? string.Join(',', Ticked(field.Code)) : Text(field.Code);
        if (text.Length == 0)
        {
            return null;
        }

        var problem = field.Kind switch
        {
            LedgerFieldKind.Text or LedgerFieldKind.PersonalText => null,
            LedgerFieldKind.Date => Day(field.Code) == default ? LedgerTexts.NoDay : null,
            LedgerFieldKind.Time => TimeOf(text) is null ? LedgerTexts.NoTime : null,
            LedgerFieldKind.Score or LedgerFieldKind.Number => InRange(field, text) ? null : LedgerTexts.OutOfRange(field.From, field.To),
            LedgerFieldKind.Amount => AmountOf(text) is null ? LedgerTexts.NoAmount : null,
            LedgerFieldKind.Checklist => Ticked(field.Code).All(field.Choices.ContainsKey) ? null : LedgerTexts.NoChoice,
            LedgerFieldKind.Choice => field.Choices.ContainsKey(text) ? null : LedgerTexts.NoChoice,
            LedgerFieldKind.Flag => text is "true" or "false" ? null : LedgerTexts.NoChoice,
            LedgerFieldKind.Case => known(text) ? null : LedgerTexts.NoCase,
            LedgerFieldKind.Staff or LedgerFieldKind.Department or LedgerFieldKind.Project => known(text) ? null : LedgerTexts.NoChoice,
        };
        if (problem is not null)
        {
            Blame(field.Code, problem);
            return null;
        }

        return field.Kind switch
        {
            LedgerFieldKind.Time => TimeOf(text)!.Value.ToString(),
            LedgerFieldKind.Amount => AmountOf(text)!.Value.ToString("0.00", CultureInfo.InvariantCulture),
            LedgerFieldKind.Score or LedgerFieldKind.Number => int.Parse(text, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture),
            _ => Checked(field.Code, text, LongestText),
        };
    }

    private string Checked(string name, string text, int longest)
    {
        if (text.Length > longest)
        {
            Blame(name, LedgerTexts.TooLong(longest));
        }
        else if (TextSeal.LooksLikeDigest(text))
        {
            Blame(name, LedgerTexts.NoChoice);
        }

        return text;
    }

    private static bool InRange(LedgerField field, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.From && number <= field.To;

    private static decimal? AmountOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount < 1_000_000_000_000
        && decimal.Round(amount, 2) == amount
            ? amount
            : null;

    private static Instant? TimeOf(string text)
    {
        string[] formats = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"];
        if (!DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var at = Instant.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return at < Instant.Earliest || at > Instant.Latest ? null : at;
    }
}
