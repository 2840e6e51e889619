using System.Runtime.InteropServices;

namespace Shouwen.Platform.Data;

/// <summary>
/// The calls that are made a hundred times for one imported case, straight into the library: around each of them the
/// package's own wrapper counts references to the statement, which costs more than the call. <see cref="SqliteStatement"/>
/// holds the statement for as long as it uses them.
/// </summary>
internal static class SqliteCalls
{
    /// <summary>SQLite copies the value before the call returns.</summary>
    private const nint Transient = -1;

    private const string Library = "e_sqlite3";

    public static int BindNull(nint statement, int index) => sqlite3_bind_null(statement, index);

    public static int Bind(nint statement, int index, long value) => sqlite3_bind_int64(statement, index, value);

    public static int BindText(nint statement, int index, ReadOnlySpan<byte> utf8) =>
        sqlite3_bind_text(statement, index, in NotNull(utf8), utf8.Length, Transient);

    public static int BindBlob(nint statement, int index, ReadOnlySpan<byte> bytes) =>
        sqlite3_bind_blob(statement, index, in NotNull(bytes), bytes.Length, Transient);

    public static int Step(nint statement) => sqlite3_step(statement);

    public static int Reset(nint statement) => sqlite3_reset(statement);

    /// <summary>An empty span may point nowhere, and that would be NULL.</summary>
    private static ref readonly byte NotNull(ReadOnlySpan<byte> bytes) => ref MemoryMarshal.GetReference(bytes.IsEmpty ? "\0"u8 : bytes);

    [DllImport(Library), SuppressGCTransition]
    private static extern int sqlite3_bind_null(nint statement, int index);

    [DllImport(Library), SuppressGCTransition]
    private static extern int sqlite3_bind_int64(nint statement, int index, long value);

    [DllImport(Library)]
    private static extern int sqlite3_bind_text(nint statement, int index, in byte value, int length, nint destructor);

    [DllImport(Library)]
    private static extern int sqlite3_bind_blob(nint statement, int index, in byte value, int length, nint destructor);

    [DllImport(Library)]
    private static extern int sqlite3_step(nint statement);

    [DllImport(Library)]
    private static extern int sqlite3_reset(nint statement);
}
