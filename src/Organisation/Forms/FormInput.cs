using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shouwen.Organisation.Posts;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Forms;

/// <summary>What somebody typed into a form of this module: read field by field, each fault beside its field.</summary>
internal sealed class FormInput(IFormCollection form)
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm";
    public const string DateFormat = "yyyy-MM-dd";
    public const int LongestName = 100;

    private readonly Dictionary<string, Words> problems = new(StringComparer.Ordinal);

    /// <summary>A form nobody has filled in yet.</summary>
    public static FormInput None => new(FormCollection.Empty);

    public bool Sound => problems.Count == 0;

    public string Text(string field) => form[field].ToString().Trim();

    /// <summary>What stood in the field, or what stands in it at first.</summary>
    public string? Shown(string field, string? preset = null) => form.ContainsKey(field) ? Text(field) : preset;

    public Words? Problem(string field) => problems.GetValueOrDefault(field);

    public void Blame(string field, Words problem) => problems.TryAdd(field, problem);

    public string Name(string field)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            Blame(field, RefusalTexts.NameMissing);
        }

        return Short(field, text);
    }

    public string Short(string field, string text)
    {
        if (text.Length > LongestName)
        {
            Blame(field, RefusalTexts.TooLong);
        }

        return text;
    }

    /// <summary>A time as the browser's field holds it, or a day, which begins at midnight; null when the field is empty.</summary>
    public Instant? Time(string field, bool required)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            if (required)
            {
                Blame(field, RefusalTexts.TimeMissing);
            }

            return null;
        }

        if (Parse(text) is not { } at)
        {
            Blame(field, RefusalTexts.TimeMissing);
            return null;
        }

        return at;
    }

    public Instant? Date(string field, bool required)
    {
        var text = Text(field);
        if (text.Length == 0 && !required)
        {
            return null;
        }

        if (text.Length != DateFormat.Length || Parse(text) is not { } at)
        {
            Blame(field, RefusalTexts.DateMissing);
            return null;
        }

        return at;
    }

    public static Instant? Parse(string text)
    {
        string[] formats = [TimeFormat, TimeFormat + ":ss", DateFormat, "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
        if (!DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var at = Instant.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return at < Instant.Earliest || at > Instant.Latest ? null : at;
    }

    public static string ForTime(Instant at) => at.Date.ToDateTime(at.TimeOfDay).ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The next full minute in which a change of any post can begin.</summary>
    public static string Soon(Instant now) => ForTime(now + Model.Appointments.Notice + TimeSpan.FromSeconds(59));

    public static string ForDate(Instant at) => at.Date.ToString(DateFormat, CultureInfo.InvariantCulture);
}
