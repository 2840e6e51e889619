using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Register;

/// <summary>One person's views. Whose they are stands in every statement: nobody reads or changes another's.</summary>
internal static class SavedViews
{
    public const int LongestName = 40;
    public const int Most = 30;

    private const string All = "SELECT name, address, is_default FROM saved_view WHERE staff_id = @staff ORDER BY name";
    private const string ForgetDefault = "UPDATE saved_view SET is_default = 0 WHERE staff_id = @staff AND is_default <> 0";
    private const string MakeDefault = "UPDATE saved_view SET is_default = 1 WHERE staff_id = @staff AND name = @name";
    private const string Delete = "DELETE FROM saved_view WHERE staff_id = @staff AND name = @name";
    private const string NewName = "UPDATE saved_view SET name = @new WHERE staff_id = @staff AND name = @name";

    private const string Keep =
        "INSERT INTO saved_view (staff_id, name, address, is_default) VALUES (@staff, @name, @address, 0)"
        + " ON CONFLICT (staff_id, name) DO UPDATE SET address = excluded.address";

    public sealed record Entry(string Name, string Address, bool IsDefault);

    public static IReadOnlyList<Entry> Of(Session session, string staff) =>
        session.Query(All, row => new Entry(row.Text(0), row.Text(1), row.Int(2) != 0), staff);

    /// <summary>Keeps the filters of an address, not the page somebody stood on; an existing name is given the new address.</summary>
    public static void Save(WriteSession session, string staff, string name, string address) =>
        session.Run(Keep, staff, name, (RegisterFilter.Read(address) with { After = null }).Address());

    /// <param name="session">Where.</param>
    /// <param name="staff">Whose.</param>
    /// <param name="name">The view to come to from now on; null for none.</param>
    public static void Prefer(WriteSession session, string staff, string? name)
    {
        session.Run(ForgetDefault, staff);
        if (name is not null)
        {
            session.Run(MakeDefault, staff, name);
        }
    }

    public static void Rename(WriteSession session, string staff, string name, string to) => session.Run(NewName, to, staff, name);

    public static void Remove(WriteSession session, string staff, string name) => session.Run(Delete, staff, name);
}
