using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Organisation.Places;
using Shouwen.Organisation.Posts;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Exchange;

internal enum SheetKind
{
    Places,
    Staff,
    Assignments,
}

/// <summary>Where something stands in the file.</summary>
internal readonly record struct FileLine(SheetKind Sheet, int Line)
{
    public Words Says => ExchangeTexts.Line(ExchangeTexts.Sheet(Sheet), Line);
}

internal sealed record PlaceRow(FileLine At, Place Place, Instant? OpensAt, Instant? LastHandoverAt);

internal sealed record StaffRow(FileLine At, Staff Staff);

internal sealed record AssignmentRow(FileLine At, Assignment Assignment);

/// <summary>
/// What stands in a file of organisation and staff. A sheet is known by its header, in Chinese or English, so that its
/// name does not matter and a CSV may hold any one of them.
/// </summary>
internal sealed class OrganisationFile(RuleLibrary rules, Instant now)
{
    private static readonly Dictionary<SheetKind, string[]> Columns = new()
    {
        [SheetKind.Places] = ["code", "name", "kind", "parent", "opens", "handover"],
        [SheetKind.Staff] = ["staff", "person", "title", "phone"],
        [SheetKind.Assignments] = ["staff", "post", "place", "department", "from", "until"],
    };

    /// <summary>Without these a sheet is not recognised.</summary>
    private static readonly Dictionary<SheetKind, string[]> Needed = new()
    {
        [SheetKind.Places] = ["code", "name", "kind", "parent"],
        [SheetKind.Staff] = ["staff", "person"],
        [SheetKind.Assignments] = ["staff", "post", "place"],
    };

    public List<PlaceRow> Places { get; } = [];
    public List<StaffRow> Staff { get; } = [];
    public List<AssignmentRow> Assignments { get; } = [];
    public List<(Words Where, Words What)> Errors { get; } = [];

    public static string[] ColumnsOf(SheetKind kind) => Columns[kind];

    /// <exception cref="UnreadableFileException">The file cannot be read.</exception>
    public void Read(string path, string name)
    {
        foreach (var sheet in TableFile.OpenSheets(path))
        {
            if (KindOf(sheet) is not { } kind)
            {
                var file = new Words(name, name);
                Errors.Add((file, ExchangeTexts.UnknownSheet(string.Join(", ", sheet.Header.Take(6)))));
                continue;
            }

            foreach (var row in sheet.Rows())
            {
                Read(new Cells(sheet, row, new FileLine(kind, row.Line), Errors), row.Problem);
            }
        }
    }

    private static SheetKind? KindOf(TableFile sheet)
    {
        foreach (var (kind, needed) in Needed)
        {
            if (needed.All(column => Cells.Find(sheet, column) is not null))
            {
                return kind;
            }
        }

        return null;
    }

    private void Read(Cells cells, Words? problem)
    {
        var before = Errors.Count;
        if (problem is not null)
        {
            cells.Blame(problem);
            return;
        }

        switch (cells.At.Sheet)
        {
            case SheetKind.Places:
                var place = ReadPlace(cells);
                Keep(before, Places, place);
                break;
            case SheetKind.Staff:
                Keep(before, Staff, ReadStaff(cells));
                break;
            case SheetKind.Assignments:
                Keep(before, Assignments, ReadAssignment(cells));
                break;
        }
    }

    private void Keep<T>(int before, List<T> rows, T row)
    {
        if (Errors.Count == before)
        {
            rows.Add(row);
        }
    }

    private static PlaceRow ReadPlace(Cells cells)
    {
        var (code, kindText, parent) = (cells.Must("code"), cells.Must("kind"), cells.Text("parent"));
        if (code.Length > 0 && !AddPlace.IsCode(code))
        {
            cells.Blame(RefusalTexts.CodeWrong);
        }

        var kind = Named<PlaceKind>(kindText, PlaceTexts.KindName);
        if (kind is null && kindText.Length > 0)
        {
            cells.Blame(ExchangeTexts.BadKind(kindText));
        }

        return new PlaceRow(
            cells.At,
            new Place
            {
                Id = code,
                ParentId = parent.Length == 0 ? null : parent,
                Kind = kind ?? default,
                Name = cells.Must("name"),
            },
            cells.Time("opens"),
            cells.Time("handover")
        );
    }

    private static StaffRow ReadStaff(Cells cells)
    {
        var (id, phone) = (cells.Must("staff"), cells.Text("phone"));
        if (id.Length > 0 && !ShowPerson.IsId(id))
        {
            cells.Blame(RefusalTexts.IdWrong);
        }

        if (!ShowPerson.IsPhone(phone))
        {
            cells.Blame(RefusalTexts.PhoneWrong);
        }

        return new StaffRow(
            cells.At,
            new Staff
            {
                Id = id,
                Name = cells.Must("person"),
                Post = cells.Text("title"),
                Phone = phone.Length == 0 ? null : phone,
            }
        );
    }

    private AssignmentRow ReadAssignment(Cells cells)
    {
        var postText = cells.Must("post");
        var post = Named<Post>(postText, PostTexts.Name);
        if (post is null && postText.Length > 0)
        {
            cells.Blame(ExchangeTexts.BadPost(postText));
        }

        return new AssignmentRow(
            cells.At,
            new Assignment
            {
                StaffId = cells.Must("staff"),
                Post = post ?? default,
                Place = cells.Must("place"),
                Department = post?.MayHaveDepartment() == true ? Department(cells) : "",
                From = cells.Time("from") ?? Instant.Earliest,
                Until = cells.Time("until"),
            }
        );
    }

    private string Department(Cells cells)
    {
        var text = cells.Text("department");
        if (text.Length == 0 || rules.DepartmentsAt(now).ContainsKey(text))
        {
            return text;
        }

        var named = rules.DepartmentsAt(now).Where(each => Is(each.Value, text)).Select(each => each.Key).FirstOrDefault();
        if (named is null)
        {
            cells.Blame(ExchangeTexts.BadDepartment(text));
        }

        return named ?? "";
    }

    /// <summary>By code or by either name.</summary>
    private static T? Named<T>(string text, Func<T, Words> name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (EnumCode.Of(value) == text || Is(name(value), text))
            {
                return value;
            }
        }

        return null;
    }

    private static bool Is(Words words, string text) =>
        string.Equals(words.Zh, text, StringComparison.Ordinal) || string.Equals(words.En, text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The cells of one row by the names of their columns; what is wrong is noted with the line.</summary>
    private sealed class Cells(TableFile sheet, TableRow row, FileLine at, List<(Words Where, Words What)> errors)
    {
        public FileLine At => at;

        public static int? Find(TableFile sheet, string column)
        {
            var words = ExchangeTexts.Column(column);
            return sheet.Find(words.Zh) ?? sheet.Find(words.En);
        }

        public void Blame(Words problem) => errors.Add((at.Says, problem));

        public string Text(string column)
        {
            if (Find(sheet, column) is not { } index)
            {
                return "";
            }

            var dirt = CellDirt.None;
            var text = CellText.Clean(row.Raw(index), ref dirt) ?? "";
            if (text.Length > FormInput.LongestName)
            {
                Blame(RefusalTexts.TooLong);
            }

            return text;
        }

        public string Must(string column)
        {
            var text = Text(column);
            if (text.Length == 0)
            {
                Blame(ExchangeTexts.Missing(ExchangeTexts.Column(column)));
            }

            return text;
        }

        public Instant? Time(string column)
        {
            var text = Text(column);
            if (text.Length == 0)
            {
                return null;
            }

            var time = FormInput.Parse(text);
            if (time is null)
            {
                Blame(ExchangeTexts.BadTime(ExchangeTexts.Column(column), text));
            }

            return time;
        }
    }
}
