using System.Collections.Frozen;
using System.Globalization;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Import;

/// <summary>Reads a map for one file, so that a column the file does not have is an error before the first row. The format
/// is described in samples/maps/README.md.</summary>
internal sealed class CaseMapReader(TableFile table, RuleLibrary rules)
{
    private const string DefaultRules = "historic";
    private const string DefaultZone = "Asia/Shanghai";

    /// <summary>How our own files write times; also what a true date cell of a workbook is read as.</summary>
    private static readonly string[] OwnDates =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-ddTHH:mm:sszzz",
    ];

    private static readonly FrozenSet<string> OwnOpen = new[] { "open" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> OwnClosed = new[] { "closed" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CaseField> Fields = Enum.GetValues<CaseField>()
        .ToFrozenDictionary(Name, StringComparer.Ordinal);

    public static string Name(CaseField field)
    {
        var name = field.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The map of a file that has our own column names.</summary>
    public Loaded<CaseMap> WithoutMap(string file)
    {
        var columns = Fields
            .Select(field => (Field: field.Value, Column: table.Find(field.Key)))
            .Where(field => field.Column is not null)
            .ToDictionary(field => field.Field, field => new[] { field.Column!.Value });
        var missing = new[] { CaseField.Reference, CaseField.OpenedAt }.Where(field => !columns.ContainsKey(field)).ToList();
        var findings = missing.Select(field => new Finding(
            file,
            1,
            Name(field),
            new Words(
                $"没有这一列；请用 --map 指明各列的含义，或把表头改成我们的列名（{OwnNames}）",
                $"there is no such column; say with --map what the columns are, or name them as we do ({OwnNames})"
            )
        ));
        var map = new CaseMap(table.Stem, DefaultRules)
        {
            Columns = columns,
            Dates = OwnDates,
            Zone = CaseMap.HomeZone,
            Open = OwnOpen,
            Closed = OwnClosed,
        };
        return new Loaded<CaseMap>(missing.Count == 0 ? map : null, [.. findings]);
    }

    public CaseMap Read(Entry map)
    {
        if (map.Text("kind") is var kind && kind != "cases" && kind.Length > 0)
        {
            map.Fault("kind", new Words("这里只能是 cases", "must be cases"));
        }

        var columns = Columns(map.Map("columns"));
        var (open, closed) = Status(map, columns);
        return new CaseMap(map.Text("source"), Rules(map))
        {
            Columns = columns,
            Dates = map.Has("dates") ? Dates(map) : OwnDates,
            Zone = map.Has("zone") ? Zone(map) : CaseMap.HomeZone,
            Open = open,
            Closed = closed,
            Values = map.Has("values")
                ? Values(map.Map("values"), columns)
                : FrozenDictionary<CaseField, FrozenDictionary<string, string>>.Empty,
        };
    }

    private string Rules(Entry map)
    {
        var name = map.Has("rules") ? map.Text("rules") : DefaultRules;
        if (rules.Books.GetValueOrDefault(name) is not { Procedure: Procedure.Historic })
        {
            map.Fault("rules", new Words($"没有名为 {name} 的历史案件制度", $"there is no rule book {name} for historic cases"));
        }

        return name;
    }

    private Dictionary<CaseField, int[]> Columns(Entry entry)
    {
        var columns = new Dictionary<CaseField, int[]>();
        foreach (var (name, field) in Fields)
        {
            var required = field is CaseField.Reference or CaseField.OpenedAt;
            if (!required && !entry.Has(name))
            {
                continue;
            }

            var places = entry.OneOrSeveral(name);
            if (places.Count > 1 && field is not (CaseField.Demand or CaseField.ClosingText))
            {
                entry.Fault(
                    name,
                    new Words("只有 demand 和 closingText 可以由几列合成", "only demand and closingText may be made of several columns")
                );
            }

            columns[field] = [.. places.Select(Column).Where(column => column >= 0)];
        }

        return columns;
    }

    private int Column(EntryText place)
    {
        if (table.Find(place.Text) is { } column)
        {
            return column;
        }

        var there = string.Join(", ", table.Header.Where(name => name.Length > 0));
        place.Fault(new Words($"文件里没有“{place.Text}”这一列；有：{there}", $"the file has no column \"{place.Text}\"; it has: {there}"));
        return -1;
    }

    private static (FrozenSet<string> Open, FrozenSet<string> Closed) Status(Entry map, Dictionary<CaseField, int[]> columns)
    {
        if (!map.Has("status"))
        {
            return (OwnOpen, OwnClosed);
        }

        if (!columns.ContainsKey(CaseField.Status))
        {
            map.Fault("status", new Words("columns 里没有 status 这一列", "columns names no status column"));
        }

        var status = map.Map("status");
        var open = status.Has("open") ? status.Texts("open").ToFrozenSet(StringComparer.Ordinal) : [];
        var closed = status.Texts("closed").ToFrozenSet(StringComparer.Ordinal);
        if (open.FirstOrDefault(closed.Contains) is { } both)
        {
            status.Fault("open", new Words($"{both} 同时列为 open 和 closed", $"{both} stands under open and closed"));
        }

        return (open, closed);
    }

    private static string[] Dates(Entry map)
    {
        var forms = map.Places("dates");
        foreach (var form in forms.Where(form => !IsDateForm(form.Text)))
        {
            form.Fault(
                new Words(
                    $"“{form.Text}”不是能读回日期的格式，例如 yyyy-MM-dd HH:mm:ss",
                    $"\"{form.Text}\" is no form that a date can be read back from, such as yyyy-MM-dd HH:mm:ss"
                )
            );
        }

        if (forms.Count == 0)
        {
            map.Fault("dates", new Words("至少要有一种格式", "at least one form is needed"));
        }

        return [.. forms.Select(form => form.Text)];
    }

    /// <summary>A form is sound when an afternoon written with it is the same afternoon when read: "hh" without "tt" is not.</summary>
    private static bool IsDateForm(string form)
    {
        var afternoon = new DateTime(2026, 10, 8, 21, 35, 9, DateTimeKind.Unspecified);
        try
        {
            var written = afternoon.ToString(form, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(written, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                && (read == afternoon || read == afternoon.AddSeconds(-9) || read == afternoon.Date);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static TimeZoneInfo Zone(Entry map)
    {
        var name = map.Text("zone");
        if (name == DefaultZone || name.Length == 0)
        {
            return CaseMap.HomeZone;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        map.Fault("zone", new Words($"没有 {name} 这个时区，例如 {DefaultZone}", $"there is no time zone {name}; one is {DefaultZone}"));
        return CaseMap.HomeZone;
    }

    private static Dictionary<CaseField, FrozenDictionary<string, string>> Values(Entry entry, Dictionary<CaseField, int[]> columns)
    {
        var values = new Dictionary<CaseField, FrozenDictionary<string, string>>();
        foreach (var name in entry.Keys.ToArray())
        {
            if (
                !Fields.TryGetValue(name, out var field)
                || field is not (CaseField.Category or CaseField.Project or CaseField.Unit or CaseField.Channel)
            )
            {
                continue;
            }

            var words = entry.Map(name);
            values[field] = words.Keys.ToArray().ToFrozenDictionary(from => from, words.Text, StringComparer.Ordinal);
            if (!columns.ContainsKey(field))
            {
                entry.Fault(name, new Words($"columns 里没有 {name} 这一列", $"columns names no {name} column"));
            }
        }

        return values;
    }

    private static string OwnNames => string.Join(", ", Enum.GetValues<CaseField>().Select(Name));
}
