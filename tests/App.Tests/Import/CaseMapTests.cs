using Shouldly;
using Xunit;

namespace Shouwen.App.Tests.Import;

/// <summary>A mistake in a map is told with file, line and key, and nothing is stored.</summary>
public sealed class CaseMapTests : IDisposable
{
    private const string Sound = """
        kind: cases
        source: s
        columns:
          reference: no
          openedAt: at
        dates: ["yyyy-MM-dd HH:mm"]
        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sound_map_is_accepted()
    {
        var answer = await Import(Sound);

        answer.Exit.ShouldBe(0, answer.Error);
        answer.Counts.ShouldBe([1, 1, 0, 0]);
    }

    [Theory]
    [InlineData("kind: cases", "kind: units", "1: kind: must be cases")]
    [InlineData("source: s", "sauce: s", "2: sauce: unknown key")]
    [InlineData("source: s", "sauce: s", "1: source: this key is missing")]
    [InlineData("reference: no", "reference: nr", "4: columns.reference: the file has no column \"nr\"; it has: no, at, what")]
    [InlineData("  reference: no\n", "", "3: columns.reference: this key is missing")]
    [InlineData("openedAt: at", "openedAt: [at, what]", "5: columns.openedAt: only demand and closingText may be made of several columns")]
    [InlineData("openedAt: at", "openedAt: at\n  colour: what", "6: columns.colour: unknown key")]
    [InlineData("yyyy-MM-dd HH:mm", "yyyy-mm-dd", "6: dates[0]: \"yyyy-mm-dd\" is no form that a date can be read back from")]
    [InlineData("yyyy-MM-dd HH:mm", "yyyy-MM-dd hh:mm", "6: dates[0]: \"yyyy-MM-dd hh:mm\" is no form")]
    [InlineData("[\"yyyy-MM-dd HH:mm\"]", "[]", "6: dates: at least one form is needed")]
    [InlineData("source: s", "source: s\nzone: Asia/Atlantis", "3: zone: there is no time zone Asia/Atlantis")]
    [InlineData("source: s", "source: s\nrules: group", "3: rules: there is no rule book group for historic cases")]
    [InlineData("source: s", "source: s\nstatus: {closed: [x]}", "3: status: columns names no status column")]
    [InlineData("source: s", "source: s\nvalues: {channel: {a: b}}", "3: values.channel: columns names no channel column")]
    [InlineData("source: s", "source: s\nvalues: {openedAt: {a: b}}", "3: values.openedAt: unknown key")]
    [InlineData("source: s", "source: s\nsource: t", "3: source: this key stands twice")]
    [InlineData("source: s", "source: [s", "yaml: not valid YAML")]
    public async Task A_mistake_is_told_with_its_line_and_key(string from, string to, string expected)
    {
        var answer = await Import(Sound.Replace("\r\n", "\n", StringComparison.Ordinal).Replace(from, to, StringComparison.Ordinal));

        answer.Exit.ShouldBe(2);
        answer.Out.ShouldBeEmpty();
        answer.Error.ShouldContain(expected);
        answer.Error.ShouldContain("map.yaml:");
        File.Exists(folder.Of("x.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_map_the_columns_must_have_our_names()
    {
        var answer = await Cli.Run("import", "cases", folder.Write("x.csv", "no,at\n1,2\n"), "--database", folder.Of("x.db"));

        answer.Exit.ShouldBe(2);
        answer.Error.ShouldContain("x.csv:1: reference: there is no such column; say with --map");
        answer.Error.ShouldContain("x.csv:1: openedAt:");
    }

    [Fact]
    public async Task A_map_that_is_not_there_is_told()
    {
        var answer = await Cli.Run("import", "cases", folder.Write("x.csv", "no,at\n1,2\n"), "--map", folder.Of("none.yaml"));

        answer.Exit.ShouldBe(2);
        answer.Error.ShouldContain("none.yaml: cannot be opened");
    }

    private Task<Answer> Import(string map) =>
        Cli.Run(
            "import",
            "cases",
            folder.Write("x.csv", "no,at,what\n1,2026-03-01 08:00,x\n"),
            "--map",
            folder.Write("map.yaml", map),
            "--database",
            folder.Of("x.db")
        );
}
