using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shouwen.Knowledge.Articles;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Forms;

public sealed partial class FieldFrame
{
    /// <summary>What somebody typed into a form of this module: read field by field, each fault beside its field.</summary>
    public sealed class Form(IFormCollection form)
    {
        private const string DateFormat = "yyyy-MM-dd";

        private readonly Dictionary<string, Words> problems = new(StringComparer.Ordinal);

        public static Form Nothing => new(FormCollection.Empty);

        public bool Sound => problems.Count == 0;

        public Words? Problem(string field) => problems.GetValueOrDefault(field);

        /// <summary>For the list above the form.</summary>
        public IEnumerable<(string Field, Words Sentence)> Problems => problems.Select(each => ($"field-{each.Key}", each.Value));

        /// <summary>What a control says of itself.</summary>
        public string? Invalid(string field) => problems.ContainsKey(field) ? "true" : null;

        public void Blame(string field, Words problem) => problems.TryAdd(field, problem);

        /// <summary>What stood in the field, or what stands in it at first.</summary>
        public string Shown(string field, string? preset = "") => form.ContainsKey(field) ? form[field].ToString() : preset ?? "";

        public string Text(string field, Words label, int most, bool required = false)
        {
            var text = form[field].ToString().ReplaceLineEndings("\n").Trim();
            if (text.Length == 0 && required)
            {
                Blame(field, ArticleTexts.Missing(label));
            }

            if (text.Length > most)
            {
                Blame(field, ArticleTexts.TooLong(label, most));
            }

            return text;
        }

        /// <summary>One of the codes, or null for none of them; then the problem is said.</summary>
        public string? Choice(string field, IEnumerable<string> codes, Words problem)
        {
            var text = form[field].ToString();
            if (codes.Contains(text, StringComparer.Ordinal))
            {
                return text;
            }

            Blame(field, problem);
            return null;
        }

        public DateOnly? Date(string field, Words problem)
        {
            var text = form[field].ToString().Trim();
            if (text.Length == 0)
            {
                return null;
            }

            if (
                DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day >= Instant.Earliest.Date
                && day <= Instant.Latest.Date
            )
            {
                return day;
            }

            Blame(field, problem);
            return null;
        }

        public static string ForDate(DateOnly? day) => day?.ToString(DateFormat, CultureInfo.InvariantCulture) ?? "";

        public int? Number(string field) =>
            int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        public bool Has(string field) => form.ContainsKey(field);
    }
}
