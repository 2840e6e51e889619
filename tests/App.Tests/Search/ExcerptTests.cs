using Shouldly;
using Shouwen.Cases.Search;
using Shouwen.Platform.Contract;
using Xunit;

namespace Shouwen.App.Tests.Search;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("渗漏", "飘窗渗漏，墙面起皮。请尽快处理。", "飘窗[渗漏]，墙面起皮。")]
    [InlineData("渗漏 起皮", "飘窗渗漏，墙面起皮。", "飘窗[渗漏]，墙面[起皮]。")]
    [InlineData("处理", "飘窗渗漏，墙面起皮。请尽快处理。", "请尽快[处理]。")]
    [InlineData("U型槽", "阳台u型槽断裂", "阳台[u型槽]断裂")]
    [InlineData("12", "电话312转12", "电话312转[12]")]
    [InlineData("漏 渗漏", "渗漏，又漏", "[渗漏]，又[漏]")]
    public void The_sentence_with_what_was_asked_is_shown(string asked, string text, string shown) =>
        Shown(Excerpt.Find(asked, [text])).ShouldBe(shown);

    [Theory]
    [InlineData("电梯")]
    [InlineData("lns")]
    [InlineData("5678")]
    [InlineData("，")]
    public void What_stands_in_no_sentence_gives_none(string asked) => Excerpt.Find(asked, ["飘窗渗漏", "电话 13800005678"]).ShouldBeNull();

    [Fact]
    public void The_sentence_with_most_of_it_wins_and_of_equals_the_first() =>
        Shown(Excerpt.Find("渗漏 墙面", ["渗漏。", "墙面起皮，还在渗漏。", "渗漏到墙面。"])).ShouldBe("[墙面]起皮，还在[渗漏]。");

    [Fact]
    public void A_long_sentence_is_cut_around_it()
    {
        var long1 = new string('前', 100) + "渗漏" + new string('后', 100);
        var shown = Shown(Excerpt.Find("渗漏", [long1]));
        shown.ShouldStartWith("…" + new string('前', 20) + "[渗漏]后");
        shown.ShouldEndWith("后…");
        shown.Length.ShouldBe(80 + 2 + 2);
        Shown(Excerpt.Find("渗漏", [new string('前', 100) + "渗漏"])).ShouldBe("…" + new string('前', 78) + "[渗漏]");
    }

    private static string Shown(Excerpt? excerpt) =>
        string.Concat(excerpt.ShouldNotBeNull().Pieces.Select(piece => piece.Found ? $"[{piece.Text}]" : piece.Text));
}
