using System.Globalization;
using System.Text;
using Shouldly;
using Shouwen.Platform.Contract;
using Xunit;

namespace Shouwen.App.Tests.Import;

public sealed class CsvTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4")]
    [InlineData("\uFEFFa,b\n1,2\n3,4")]
    [InlineData("\uFEFF\"a\",b\n\"1\",2\n3,\"4\"")]
    public void Every_line_end_and_a_byte_order_mark_give_the_same_rows(string text)
    {
        var path = folder.Write("x.csv", text);

        TableFile.Open(path).Header.ShouldBe(["a", "b"]);
        Tables.Show(path).ShouldBe(["2: 1|2", "3: 3|4"]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_row_carries_the_line_it_starts_on_whatever_breaks_stand_in_its_quotes(string lineBreak)
    {
        var path = folder.Write("x.csv", $"a,b\n1,\"x{lineBreak}y{lineBreak}z\"\n\n  \n2,z\n");

        Tables.Show(path).ShouldBe([$"2: 1|x{lineBreak}y{lineBreak}z", "7: 2|z"]);
    }

    [Fact]
    public void Doubled_quotes_and_commas_in_quotes_are_text()
    {
        var path = folder.Write("x.csv", "a,b\n\"\"\"x\"\", he said\",\"\"\ny\"z,\"\"\"\"\n");

        Tables.Show(path).ShouldBe(["2: \"x\", he said|", "3: y\"z|\""]);
    }

    [Fact]
    public void Text_behind_a_closing_quote_costs_only_its_own_row()
    {
        var path = folder.Write("x.csv", "a,b\n1,\"x\"y\n2,z\n");

        Tables.Show(path).ShouldBe(["2: text follows a closing quote", "3: 2|z"]);
    }

    [Fact]
    public void A_quote_that_never_ends_costs_its_own_line_and_not_the_rest_of_the_file()
    {
        var path = folder.Write("x.csv", "a,b\n1,\"xy\n2,z\n3,\"w\"\n");

        // The quote of line 2 would end at the one of line 4, and the text behind it tells that something is wrong.
        Tables.Show(path)[0].ShouldBe("2: text follows a closing quote");

        path = folder.Write("y.csv", "a,b\n1,\"xy\n2,z\n3,w\n");
        Tables.Show(path).ShouldBe(["2: a quoted cell never ends", "3: 2|z", "4: 3|w"]);
    }

    [Fact]
    public void A_row_with_other_cells_than_the_header_is_refused_but_empty_cells_at_its_end_do_no_harm()
    {
        var path = folder.Write("x.csv", "a,b\n1\n1,2,3\n1,2,, \n");

        Tables.Show(path).ShouldBe(["2: 1 cells under 2 column names", "3: 3 cells under only 2 column names", "4: 1|2|| "]);
    }

    [Fact]
    public void Two_columns_may_have_one_name_and_one_may_have_none()
    {
        var table = TableFile.Open(folder.Write("x.csv", ",a, b\u3000,a\n0,1,2,3\n"));

        table.Header.ShouldBe(["", "a", "b", "a"]);
        table.Find("a").ShouldBe(1);
        table.Find("b").ShouldBe(2);
        table.Find("c").ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_of_ten_megabytes_is_refused_by_its_line_within_bounded_memory(bool quoted)
    {
        var quote = quoted ? "\"" : "";
        var path = folder.Write("x.csv", $"a,b\n1,\"x\ny\"\n2,{quote}{new string('x', 10_000_000)}{quote}\n3,z\n");

        var table = TableFile.Open(path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tables.Show(path).ShouldBe(["2: 1|x\ny", "4: the row is longer than 1048576 characters", "5: 3|z"]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(12_000_000);
        table.Header.Count.ShouldBe(2);
    }

    [Fact]
    public void The_longest_row_allowed_is_read()
    {
        var cell = new string('x', (1 << 20) - 2);
        var path = folder.Write("x.csv", $"a,b\r\n1,{cell}\r\n2,{cell}x\r\n3,z\r\n");

        var rows = Tables.Show(path);

        rows.Length.ShouldBe(3);
        rows[0].ShouldBe($"2: 1|{cell}");
        rows[1].ShouldBe("3: the row is longer than 1048576 characters");
        rows[2].ShouldBe("4: 3|z");
    }

    [Fact]
    public void What_is_written_by_the_rules_is_read_back_whatever_the_buffer_cuts()
    {
        var random = new Random(20261008);
        var pieces = new[] { "a", "\"", ",", "\n", "\r\n", "\r", " ", "户", "𠮷", new string('x', 997) };
        var expected = new List<string>();
        var text = new StringBuilder("a,b,c\n");
        var line = 2;
        for (var i = 0; i < 3000; i++)
        {
            var cells = Enumerable
                .Range(0, 3)
                .Select(_ => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => pieces[random.Next(pieces.Length)])))
                .ToArray();
            cells[0] = i.ToString(CultureInfo.InvariantCulture) + cells[0];
            expected.Add($"{line}: {string.Join('|', cells)}");
            var row = string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            var end = random.Next(2) == 0 ? "\n" : "\r\n";
            text.Append(row).Append(end);
            line += (row + end).Replace("\r\n", "\n", StringComparison.Ordinal).Count(c => c is '\n' or '\r');
        }

        Tables.Show(folder.Write("x.csv", text.ToString())).ShouldBe(expected);
    }
}
