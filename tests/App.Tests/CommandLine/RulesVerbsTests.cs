using Shouldly;
using Shouwen.CommandLine;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.App.Tests.CommandLine;

/// <summary>rules lint and rules diff as a rule author meets them: lines, languages and exit codes.</summary>
public sealed class RulesVerbsTests : IDisposable
{
    private const string Plan = "missedPlan: {clause: EG-35b, amount: 300}";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shouwen-rules");
    private readonly StringWriter said = new();
    private readonly StringWriter complained = new();

    public void Dispose()
    {
        folder.Delete(recursive: true);
        said.Dispose();
        complained.Dispose();
    }

    [Fact]
    public async Task Every_shipped_file_is_clean()
    {
        string[] files =
        [
            .. Directory.GetFiles(RuleFolderLocation.Rules, "*.yaml"),
            .. Directory.GetFiles(RuleFolderLocation.Calendars, "*.yaml"),
        ];
        files.Length.ShouldBeGreaterThanOrEqualTo(10);

        (await Run(["rules", "lint", "group", .. files])).ShouldBe(0);

        said.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finding_is_one_line_with_file_line_key_and_sentence()
    {
        var draft = Draft(book => book.Replace(Plan, Plan.Replace("300", "-300"), StringComparison.Ordinal));
        var line = File.ReadLines(draft).TakeWhile(text => !text.Contains("missedPlan", StringComparison.Ordinal)).Count() + 1;

        (await Run(["rules", "lint", draft])).ShouldBe(1);

        said.ToString().ShouldBe($"{draft}:{line}: consequences.missedPlan.amount: the amount must not be negative{Environment.NewLine}");
    }

    [Fact]
    public async Task The_sentence_is_chinese_when_asked_for()
    {
        var draft = Draft(book => book.Replace(Plan, Plan.Replace("300", "-300"), StringComparison.Ordinal));

        (await Run(["rules", "lint", "--lang", "zh", draft])).ShouldBe(1);

        said.ToString().ShouldEndWith($"金额不能为负{Environment.NewLine}");
    }

    [Theory]
    [InlineData("rules lint nosuchbook", "no file nosuchbook")]
    [InlineData("rules lint ./nosuch.yaml", "no file ./nosuch.yaml")]
    [InlineData("rules lint", "needs at least one file")]
    [InlineData("rules diff group", "needs two files")]
    [InlineData("rules diff group nosuchbook", "no file nosuchbook")]
    [InlineData("rules diff nosuchbook group", "no file nosuchbook")]
    public async Task What_cannot_be_read_is_bad_use(string words, string says)
    {
        (await Run(words.Split(' '))).ShouldBe(2);

        said.ToString().ShouldBeEmpty();
        complained.ToString().ShouldContain(says);
    }

    [Fact]
    public async Task A_difference_is_one_row_of_a_table()
    {
        var draft = Draft(book => book.Replace(Plan, Plan.Replace("300", "400"), StringComparison.Ordinal));

        (await Run(["rules", "diff", "group", draft])).ShouldBe(0);

        said.ToString()
            .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["key\told\tnew\tclause\tfrom", "consequences.missedPlan.amount\t300\t400\tEG-35b\t2000-01-01"]);
    }

    [Fact]
    public async Task A_book_that_is_not_sound_is_not_compared()
    {
        var draft = Draft(book => book.Replace(Plan, Plan.Replace("300", "-300"), StringComparison.Ordinal));

        (await Run(["rules", "diff", "group", draft])).ShouldBe(2);

        said.ToString().ShouldBeEmpty();
        complained.ToString().ShouldContain("consequences.missedPlan.amount");
    }

    [Fact]
    public async Task A_file_of_no_known_kind_says_what_is_expected()
    {
        var other = Path.Combine(folder.FullName, "other.yaml");
        await File.WriteAllTextAsync(other, "colour: red\n");

        (await Run(["rules", "lint", other])).ShouldBe(1);

        said.ToString().ShouldContain("procedure, year or examples");
    }

    private string Draft(Func<string, string> edit)
    {
        var path = Path.Combine(folder.FullName, "draft.yaml");
        File.WriteAllText(path, edit(File.ReadAllText(RuleFolderLocation.FileOf("group"))));
        return path;
    }

    private Task<int> Run(string[] words) =>
        Verbs.Run(words, new Terminal(Stream.Null, Stream.Null, said, complained, Language.English, TimeProvider.System));
}
