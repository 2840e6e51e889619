using System.Text;
using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.Replaying;

/// <summary>Every way a line can be wrong is named; what the contract tolerates is tolerated.</summary>
public sealed class MalformedLineTests
{
    private const string Opened =
        """{"case":"C1","type":"case.opened","at":"2026-10-08T09:00:00+08:00","by":"s1","data":{"channel":"phone","category":"property.repair","contactEndedAt":"2026-10-08T09:00:00+08:00","unit":"3-2-1201","demand":"漏水"}}""";

    [Theory]
    [InlineData("{", "malformed JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("""{"case":"C1"}""", "type is missing")]
    [InlineData("""{"type":"visit.made","at":"2026-10-08T09:00:00+08:00"}""", "case is missing")]
    [InlineData("""{"case":"C1","type":"visit.made"}""", "at is missing")]
    [InlineData("""{"case":"C1","type":"visit.made","at":null}""", "at is missing")]
    [InlineData("""{"case":"","type":"visit.made","at":"2026-10-08T09:00:00+08:00"}""", "case is empty")]
    [InlineData("""{"case":7,"type":"visit.made","at":"2026-10-08T09:00:00+08:00"}""", "case is not a text")]
    [InlineData("""{"case":"C1","type":"visit.maid","at":"2026-10-08T09:00:00+08:00"}""", "unknown type")]
    [InlineData("""{"case":"C1","type":"visit.made","at":"2026-10-08T09:00:00"}""", "offset")]
    [InlineData("""{"case":"C1","type":"visit.made","at":"2026-02-30T09:00:00+08:00"}""", "at is not a time")]
    [InlineData("""{"case":"C1","type":"visit.made","at":"0001-01-01T00:00:00+08:00"}""", "between the years")]
    [InlineData("""{"case":"C1","type":"visit.made","at":"9999-12-31T23:59:59+08:00"}""", "between the years")]
    [InlineData("""{"case":"C1","type":"visit.made","at":1791421200}""", "at is not a time")]
    [InlineData("""{"case":"C1","type":"visit.made","at":"2026-10-08T09:00:00+08:00","who":1}""", "unknown key who")]
    [InlineData(
        """{"case":"C1","type":"visit.made","at":"2026-10-08T09:00:00+08:00","at":"2026-10-08T09:00:00+08:00"}""",
        "repeated key at"
    )]
    [InlineData("""{"case":"C1","type":"visit.made","at":"2026-10-08T09:00:00+08:00","data":{"x":1}}""", "unknown key data.x")]
    [InlineData("""{"case":"C1","type":"visit.made","at":"2026-10-08T09:00:00+08:00","data":[]}""", "data is not an object")]
    [InlineData("""{"case":"C1","type":"visit.made","at":"2026-10-08T09:00:00+08:00"} x""", "malformed JSON")]
    [InlineData("""{"case":"C1","type":"visit.made","at":"2026-10-08T09:00:00+08:00","bonus":{}}""", "unknown key bonus")]
    [InlineData(
        """{"case":"C1","type":"closure.applied","at":"2026-10-08T09:00:00+08:00","data":{"document":false}}""",
        "data.document must be true"
    )]
    [InlineData("""{"case":"C1","type":"closure.applied","at":"2026-10-08T09:00:00+08:00"}""", "data.document is missing")]
    [InlineData(
        """{"case":"C1","type":"case.natured","at":"2026-10-08T09:00:00+08:00","data":{"nature":"huge"}}""",
        "data.nature must be one of"
    )]
    [InlineData(
        """{"case":"C1","type":"callback.made","at":"2026-10-08T09:00:00+08:00","data":{"purpose":"refusal","reached":"yes"}}""",
        "data.reached"
    )]
    [InlineData(
        """{"case":"C1","type":"callback.made","at":"2026-10-08T09:00:00+08:00","data":{"purpose":"refusal","reached":true,"score":6}}""",
        "data.score"
    )]
    [InlineData(
        """{"case":"C1","type":"callback.made","at":"2026-10-08T09:00:00+08:00","data":{"purpose":"refusal","reached":true,"score":4.5}}""",
        "data.score"
    )]
    [InlineData(
        """{"case":"C1","type":"callback.made","at":"2026-10-08T09:00:00+08:00","data":{"purpose":"refusal","reached":true,"score":4.0000000000000000000000000000001}}""",
        "data.score"
    )]
    [InlineData("""{"case":"C1","type":"claim.raised","at":"2026-10-08T09:00:00+08:00","data":{"amount":-0.01}}""", "data.amount")]
    [InlineData(
        """{"case":"C1","type":"order.issued","at":"2026-10-08T09:00:00+08:00","data":{"department":"","accountable":"p","leader":"l","chairman":"c"}}""",
        "data.department is empty"
    )]
    [InlineData("""{"case":"C1","type":"order.rejected","at":"2026-10-08T09:00:00+08:00","data":{"reason":"\ud800"}}""", "surrogate")]
    public void A_line_that_is_wrong_says_what_is_wrong(string line, string why)
    {
        var refused = Streams.Refused("group", Opened, "", line);
        refused.ShouldNotBeNull();
        refused.Value.Line.ShouldBe(3);
        refused.Value.Why.ShouldContain(why);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Streams
            .Refused(
                "group",
                [
                    [0x7b, 0xff, 0xfe, 0x7d],
                ]
            )!
            .Value.Why.ShouldBe("invalid UTF-8");

    [Fact]
    public void A_line_over_one_mebibyte_is_refused_and_one_of_exactly_that_size_is_read()
    {
        string Padded(int length) =>
            Opened.Replace("漏水", new string('x', length - Encoding.UTF8.GetByteCount(Opened) + 6), StringComparison.Ordinal);
        Streams.Refused("group", Padded(Replay.LongestLine)).ShouldBeNull();
        Streams.Refused("group", Padded(Replay.LongestLine + 1))!.Value.Why.ShouldContain("1 MiB");
    }

    [Fact]
    public void The_context_stands_on_the_first_line_only()
    {
        const string context = """{"type":"context","deputyManager":"d","bonus":{"p1":5000.5}}""";
        Streams.Refused("group", context, Opened).ShouldBeNull();
        Streams.Refused("group", Opened, context)!.Value.Line.ShouldBe(2);
        Streams.Refused("group", "", context)!.Value.Line.ShouldBe(2, "an empty line is a line");
        Streams.Refused("group", """{"type":"context","bonus":{"p1":-1}}""")!.Value.Why.ShouldContain("bonus.p1");
        Streams.Refused("group", """{"type":"context","bonus":{"p1":1e28}}""")!.Value.Why.ShouldContain("bonus.p1");
        Streams.Refused("group", """{"type":"context","bonus":{"p1":1,"p1":2}}""")!.Value.Why.ShouldContain("repeated key bonus.p1");
        Streams.Refused("group", """{"type":"context","case":"C1"}""")!.Value.Why.ShouldContain("unknown key case");
    }

    [Theory]
    [InlineData(
        """{"case":"C1","type":"order.submitted","at":"2026-10-08T01:10:00Z","data":{"requiredBy":"2026-10-12T18:00:00.999+08:00"}}"""
    )]
    [InlineData(
        """{"data":{"requiredBy":"2026-10-12T18:00:00+08:00"},"at":"2026-10-08T09:10:00.5+08:00","by":null,"type":"order.submitted","case":"C1"}"""
    )]
    [InlineData(
        """{"\u0063ase":"C\u0031","type":"order.submitted","at":"2026-10-07T21:10:00-04:00","data":{"requiredBy":"2026-10-12T18:00:00+08:00"}}"""
    )]
    public void What_means_the_same_is_read_the_same(string line) => Streams.Refused("group", Opened, line).ShouldBeNull();

    [Fact]
    public void Fractions_are_cut_off_before_judging()
    {
        string[] lines =
        [
            Opened,
            """{"case":"C1","type":"order.submitted","at":"2026-10-08T09:30:00.999+08:00","data":{"requiredBy":"2026-10-12T18:00:00+08:00"}}""",
        ];
        var clock = Streams.Replay(lines, null)["cases"]![0]!["clocks"]![0]!;
        clock["state"]!.GetValue<string>().ShouldBe("met");
        clock["stoppedAt"]!.GetValue<string>().ShouldBe("2026-10-08T09:30:00+08:00");
    }

    [Fact]
    public void Later_events_are_checked_as_text_and_otherwise_ignored()
    {
        string[] lines =
        [
            Opened,
            """{"case":"C2","type":"visit.made","at":"2026-10-09T09:00:00+08:00"}""",
            """{"case":"C1","type":"order.submitted","at":"2026-10-08T09:10:00+08:00","data":{"requiredBy":"2026-10-12T18:00:00+08:00"}}""",
        ];
        var cases = Streams.Replay(lines, "2026-10-08T12:00:00+08:00")["cases"]!.AsArray();
        cases.Count.ShouldBe(1);
        cases[0]!["state"]!.GetValue<string>().ShouldBe("submitted");
    }

    [Fact]
    public void The_property_book_knows_its_own_words()
    {
        Streams.Refused("property", Opened)!.Value.Why.ShouldContain("unknown key data.contactEndedAt");
        const string opened =
            """{"case":"C1","type":"case.opened","at":"2026-10-08T09:00:00+08:00","data":{"channel":"phone","category":"leasing","unit":"1","demand":"x"}}""";
        Refusal("case.closed", "{}").ShouldContain("signature");
        Refusal("callback.made", """{"purpose":"closure","reached":false}""").ShouldContain("data.content is missing");
        Refusal("order.approved", "{}").ShouldContain("unknown type");

        static string Refusal(string type, string data) => Streams.Refused("property", opened, Line(type, data))!.Value.Why;

        static string Line(string type, string data) =>
            $$"""{"case":"C1","type":"{{type}}","at":"2026-10-08T09:00:00+08:00","data":{{data}} }""";
    }
}
