namespace Shouwen.Architecture.Tests;

/// <summary>
/// Which module may know which, in one place: a module references only those above its own line. Modules of one line do
/// not know each other. A folder of src/ that is missing here fails a test, so a new module is a decision.
/// </summary>
internal static class Layers
{
    public static readonly string[][] Order =
    [
        ["Rules"],
        ["Platform"],
        ["Organisation"],
        ["Properties"],
        ["Messaging"],
        ["Cases"],
        ["Surveys", "Field", "Knowledge", "RuleDesk", "Watching"],
        ["Shouwen"],
    ];

    public const string Executable = "Shouwen";
}
