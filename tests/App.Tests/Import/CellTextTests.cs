using Shouldly;
using Shouwen.Platform.Contract;
using Xunit;

namespace Shouwen.App.Tests.Import;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("", null, CellDirt.None)]
    [InlineData(" ", null, CellDirt.None)]
    [InlineData("\u00A0\u3000\t\r\n", null, CellDirt.None)]
    [InlineData("\t 漏水\r\n", "漏水", CellDirt.None)]
    [InlineData("Heat - Excessive  Insufficient", "Heat - Excessive  Insufficient", CellDirt.None)]
    [InlineData("a\u3000\u3000b\u00A0c\u202Fd", "a  b c d", CellDirt.None)]
    [InlineData("a_x000D_b", "a\nb", CellDirt.EscapedLineBreak)]
    [InlineData("_x000D_", null, CellDirt.EscapedLineBreak)]
    [InlineData("snake_case", "snake_case", CellDirt.None)]
    [InlineData("a\rb\r\nc", "a\rb\r\nc", CellDirt.None)]
    [InlineData("a\uFFFDb", "a\uFFFDb", CellDirt.ReplacementCharacter)]
    [InlineData("a\u200Bb", "a\u200Bb", CellDirt.InvisibleCharacter)]
    [InlineData("a\uE123b\u3000", "a\uE123b", CellDirt.InvisibleCharacter)]
    public void A_cell_becomes_text_in_one_way(string raw, string? text, CellDirt expected)
    {
        var dirt = CellDirt.None;

        CellText.Clean(raw, ref dirt).ShouldBe(text);
        dirt.ShouldBe(expected);
    }
}
