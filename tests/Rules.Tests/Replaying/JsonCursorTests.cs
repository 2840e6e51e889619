using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Shouldly;
using Shouwen.Rules.Events;
using Xunit;

namespace Shouwen.Rules.Tests.Replaying;

public sealed class JsonCursorTests
{
    private static readonly string[] Lines =
    [
        """{"case":"C1","type":"case.opened","at":"2026-10-08T09:00:00+08:00","by":"s1","data":{"unit":"1-2","demand":"漏水"}}""",
        """{ "case": "C1", "data": {}, "type": "callback.made" , "by" :null }""",
        """{"type":"context","bonus":{"p1":5000,"p2":12.50,"p3":0,"p4":-1e3,"p5":123456789012345678}}""",
        """{"a":{"b":{"c":[1,{"d":true},"x\u6f0f\n"],"e":false}},"f":null,"g":""}  """,
        """{"reached":true,"score":4,"content":false,"left":1,"right":20}""",
    ];

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes("{}[]:,\" \\\t\n\0019-.eEtrufalsnu漏");

    [Fact]
    public void Every_token_and_every_refusal_is_that_of_the_library_reader()
    {
        var random = new Random(20261008);
        for (var round = 0; round < 20_000; round++)
        {
            var line = Encoding.UTF8.GetBytes(Lines[round % Lines.Length]).ToList();
            for (var edits = random.Next(4); edits > 0; edits--)
            {
                Edit(line, random);
            }

            var bytes = line.ToArray();
            if (Utf8.IsValid(bytes))
            {
                WalkedByCursor(bytes).ShouldBe(WalkedByLibrary(bytes), Encoding.UTF8.GetString(bytes));
            }
        }
    }

    [Theory]
    [InlineData("""{"data":{"x":{"y":1},"z":[2]},"b":1}""", """{"x":{"y":1},"z":[2]}""")]
    [InlineData("""{"data": 12 ,"b":1}""", "12")]
    [InlineData("""{"data":"a b","b":1}""", "\"a b\"")]
    [InlineData("""{"data":"\n","b":1}""", "\"\\n\"")]
    [InlineData("""{"data": [ 1, {} ],"b":1}""", "[ 1, {} ]")]
    [InlineData("""{"data":true,"b":1}""", "true")]
    public void A_skipped_value_is_given_back_whole(string line, string value)
    {
        var json = new JsonCursor(Encoding.UTF8.GetBytes(line));
        json.Read();
        json.Read();
        json.Read();
        Encoding.UTF8.GetString(json.SkipValue()).ShouldBe(value);
        json.Read().ShouldBeTrue();
        json.GetString().ShouldBe("b");
    }

    private static void Edit(List<byte> line, Random random)
    {
        var at = random.Next(line.Count);
        switch (random.Next(4))
        {
            case 0:
                line[at] = Bytes[random.Next(Bytes.Length)];
                break;
            case 1:
                line.Insert(at, Bytes[random.Next(Bytes.Length)]);
                break;
            case 2 when line.Count > 1:
                line.RemoveAt(at);
                break;
            default:
                line.RemoveRange(at, random.Next(Math.Min(4, line.Count - at)));
                break;
        }
    }

    private static List<string> WalkedByCursor(byte[] line)
    {
        var tokens = new List<string>();
        try
        {
            var json = new JsonCursor(line);
            while (json.Read())
            {
                tokens.Add($"{json.TokenType} {ValueOf(json.TokenType, json.ValueSpan)}");
                if (json.TokenType == JsonTokenType.Number)
                {
                    tokens.Add(json.TryGetDecimal(out var number) ? $"{number}" : "too large");
                }
            }

            tokens.Add($"then {json.TokenType}");
        }
        catch (JsonException problem)
        {
            tokens.Add($"byte {problem.BytePositionInLine}");
        }

        return tokens;
    }

    private static List<string> WalkedByLibrary(byte[] line)
    {
        var tokens = new List<string>();
        try
        {
            var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 16 });
            while (json.Read())
            {
                tokens.Add($"{json.TokenType} {ValueOf(json.TokenType, json.ValueSpan)}");
                if (json.TokenType == JsonTokenType.Number)
                {
                    tokens.Add(json.TryGetDecimal(out var number) ? $"{number}" : "too large");
                }
            }

            tokens.Add($"then {json.TokenType}");
        }
        catch (JsonException problem)
        {
            tokens.Add($"byte {problem.BytePositionInLine}");
        }

        return tokens;
    }

    private static string ValueOf(JsonTokenType token, ReadOnlySpan<byte> value) =>
        token is JsonTokenType.PropertyName or JsonTokenType.String or JsonTokenType.Number ? Encoding.UTF8.GetString(value) : "";
}
