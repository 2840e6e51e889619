using Shouldly;
using Shouwen.Platform.Contract;
using Xunit;

namespace Shouwen.App.Tests.Search;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("周敏", "zm")]
    [InlineData("李女士", "lns")]
    [InlineData("澜岸", "la")]
    [InlineData("欧阳修", "oyx")]
    [InlineData("A座 3-2", "az32")]
    [InlineData("", "")]
    public void Initials_are_the_first_letters_of_the_pinyin(string text, string initials) => Pinyin.Initials(text).ShouldBe(initials);

    [Theory]
    [InlineData("单先生", "sxs")]
    [InlineData("解晓东", "xxd")]
    [InlineData("区女士", "ons")]
    [InlineData("仇和", "qh")]
    [InlineData("查良", "zl")]
    [InlineData("曾敏", "zm")]
    [InlineData("翟天", "zt")]
    [InlineData("尉迟恭", "ycg")]
    [InlineData("尉健", "wj")]
    public void A_surname_is_read_as_a_surname(string name, string initials) => Pinyin.Initials(name).ShouldBe(initials);

    [Theory]
    [InlineData("简单", "jd")]
    [InlineData("解放路", "jfl")]
    [InlineData("未曾", "wc")]
    public void The_same_character_elsewhere_keeps_its_usual_letter(string text, string initials) =>
        Pinyin.Initials("的" + text)[1..].ShouldBe(initials);

    [Theory]
    [InlineData("重庆", "cq")]
    [InlineData("长沙", "cs")]
    [InlineData("厦门", "xm")]
    [InlineData("新重庆城", "xcqc")]
    public void Places_keep_their_reading_wherever_they_stand(string text, string initials) => Pinyin.Initials(text).ShouldBe(initials);

    /// <summary>One character for each letter that begins a syllable.</summary>
    [Fact]
    public void Every_letter_has_its_characters() =>
        Pinyin.Initials("的阿波次大鹅佛个河及可了么你哦怕去人四他我西一在").ShouldBe("dabcdefghjklmnopqrstwxyz");
}
