using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

/// <summary>A column of the register, in the order in which they stand.</summary>
internal enum RegisterColumn
{
    Due,
    Number,
    Home,
    Demand,
    Category,
    Department,
    State,
    Project,
    Channel,
    Accountable,
    OpenedAt,
    ClosedAt,
}

/// <summary>Which columns somebody sees. The number is always among them: it is the way to the case.</summary>
internal static class RegisterColumns
{
    public static readonly IReadOnlyList<RegisterColumn> Usual =
    [
        RegisterColumn.Due,
        RegisterColumn.Number,
        RegisterColumn.Home,
        RegisterColumn.Demand,
        RegisterColumn.Category,
        RegisterColumn.Department,
        RegisterColumn.State,
    ];

    private const string Chosen = "SELECT columns FROM chosen_columns WHERE staff_id = @staff";

    private const string Keep =
        "INSERT INTO chosen_columns (staff_id, columns) VALUES (@staff, @columns) ON CONFLICT (staff_id) DO UPDATE SET columns = excluded.columns";

    public static IReadOnlyList<RegisterColumn> Of(Session session, string staff)
    {
        var stored = session.Query(Chosen, row => row.Text(0), staff);
        return stored.Count == 0 ? Usual : Read(stored[0].Split(','));
    }

    public static int Choose(WriteSession session, string staff, IReadOnlyList<RegisterColumn> columns) =>
        session.Run(Keep, staff, string.Join(',', columns.Select(EnumCode.Of)));

    /// <summary>In the order of the register; what is no column is left out.</summary>
    public static IReadOnlyList<RegisterColumn> Read(IEnumerable<string?> codes)
    {
        var wanted = codes.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Enum.GetValues<RegisterColumn>().Where(column => column == RegisterColumn.Number || wanted.Contains(EnumCode.Of(column))),
        ];
    }

    public static Words Name(RegisterColumn column) =>
        column switch
        {
            RegisterColumn.Due => RegisterTexts.FirstDue,
            RegisterColumn.Number => RegisterTexts.Number,
            RegisterColumn.Home => RegisterTexts.UnitAndCustomer,
            RegisterColumn.Demand => RegisterTexts.Demand,
            RegisterColumn.Category => RegisterTexts.Category,
            RegisterColumn.Department => RegisterTexts.Department,
            RegisterColumn.State => RegisterTexts.Step,
            RegisterColumn.Project => RegisterTexts.Project,
            RegisterColumn.Channel => RegisterTexts.Channel,
            RegisterColumn.Accountable => RegisterTexts.Accountable,
            RegisterColumn.OpenedAt => RegisterTexts.OpenedAt,
            RegisterColumn.ClosedAt => RegisterTexts.ClosedAt,
        };

    /// <summary>The class of the column's cells in the style sheet.</summary>
    public static string Style(RegisterColumn column) =>
        column switch
        {
            RegisterColumn.Due => "when",
            RegisterColumn.Number => "no",
            RegisterColumn.Home => "unit",
            RegisterColumn.Demand => "what",
            RegisterColumn.Category => "kind",
            RegisterColumn.Department => "dept",
            RegisterColumn.State => "step",
            RegisterColumn.Project or RegisterColumn.Channel or RegisterColumn.Accountable => "more",
            RegisterColumn.OpenedAt or RegisterColumn.ClosedAt => "more date",
        };
}
