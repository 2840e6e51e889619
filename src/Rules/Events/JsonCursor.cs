using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Shouwen.Rules.Events;

/// <summary>
/// Walks over the tokens of one line. Nearly every line is plain: objects, texts without escapes, whole numbers, and no
/// white space but blanks. Such a line is walked here, which is several times quicker. At the first byte that is anything
/// else the library's reader takes over from the token before: it alone says what is valid and where it is not.
/// </summary>
internal ref struct JsonCursor
{
    private const int DeepestPlain = 8;
    private const int LongestPlainNumber = 15;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };
    private static readonly SearchValues<byte> NeverPlain = SearchValues.Create([
        (byte)'\\',
        .. Enumerable.Range(0, 32).Select(i => (byte)i),
    ]);

    private readonly ReadOnlySpan<byte> line;
    private Utf8JsonReader careful;
    private bool plain;
    private JsonTokenType token;
    private ReadOnlySpan<byte> value;
    private int start;
    private int position;
    private int depth;
    private int tokens;

    /// <param name="line">Valid UTF-8.</param>
    public JsonCursor(ReadOnlySpan<byte> line)
    {
        this.line = line;
        plain = !line.ContainsAny(NeverPlain);
        if (!plain)
        {
            careful = new Utf8JsonReader(line, Options);
        }
    }

    public readonly JsonTokenType TokenType => plain ? token : careful.TokenType;

    /// <summary>The bytes of a name, text or number as they stand in the line.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => plain ? value : careful.ValueSpan;

    /// <summary>The bytes of a name or text, escapes resolved.</summary>
    public readonly ReadOnlySpan<byte> Text =>
        plain ? value
        : careful.ValueIsEscaped ? Encoding.UTF8.GetBytes(careful.GetString()!)
        : careful.ValueSpan;

    private readonly int TokenStart => plain ? start : (int)careful.TokenStartIndex;

    private readonly int TokenEnd => plain ? position : (int)careful.BytesConsumed;

    public readonly bool Is(ReadOnlySpan<byte> text) => plain ? value.SequenceEqual(text) : careful.ValueTextEquals(text);

    public readonly string GetString() => plain ? Encoding.UTF8.GetString(value) : careful.GetString()!;

    public readonly bool TryGetDecimal(out decimal number)
    {
        if (!plain)
        {
            return careful.TryGetDecimal(out number);
        }

        var whole = long.Parse(value, CultureInfo.InvariantCulture);
        number = whole;
        return true;
    }

    /// <summary>Goes behind the value that begins here, and gives it back whole, to be walked over later.</summary>
    public ReadOnlySpan<byte> SkipValue()
    {
        var from = TokenStart;
        var open = 0;
        do
        {
            open += TokenType switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        } while (open > 0 && Read());

        return line[from..TokenEnd];
    }

    /// <summary>Goes to the next token; false after the last one.</summary>
    public bool Read()
    {
        if (plain)
        {
            SkipBlanks();
            start = position;
            if (ReadPlain())
            {
                tokens++;
                return true;
            }

            if (depth == 0 && tokens > 0 && position == line.Length)
            {
                return false;
            }

            BeCareful();
        }

        return careful.Read();
    }

    private bool ReadPlain()
    {
        if (position >= line.Length)
        {
            return false;
        }

        var first = line[position];
        switch (token)
        {
            case JsonTokenType.None:
                return first == '{' && Open();
            case JsonTokenType.PropertyName:
                return ReadPlainValue(first);
            case JsonTokenType.StartObject:
                return first == '"' ? ReadPlainName() : first == '}' && Close();
            default:
                if (depth == 0)
                {
                    return false;
                }

                if (first == '}')
                {
                    return Close();
                }

                if (first != ',')
                {
                    return false;
                }

                position++;
                SkipBlanks();
                return position < line.Length && line[position] == '"' && ReadPlainName();
        }
    }

    private bool ReadPlainValue(byte first) =>
        first switch
        {
            (byte)'"' => ReadPlainText(JsonTokenType.String),
            (byte)'{' => depth < DeepestPlain && Open(),
            (byte)'t' => ReadPlainWord("true"u8, JsonTokenType.True),
            (byte)'f' => ReadPlainWord("false"u8, JsonTokenType.False),
            (byte)'n' => ReadPlainWord("null"u8, JsonTokenType.Null),
            >= (byte)'1' and <= (byte)'9' => ReadPlainNumber(),
            _ => false,
        };

    private bool Open()
    {
        token = JsonTokenType.StartObject;
        position++;
        depth++;
        return true;
    }

    private bool Close()
    {
        token = JsonTokenType.EndObject;
        position++;
        depth--;
        return true;
    }

    /// <summary>A name and the colon right behind it.</summary>
    private bool ReadPlainName()
    {
        if (!ReadPlainText(JsonTokenType.PropertyName) || position >= line.Length || line[position] != ':')
        {
            return false;
        }

        position++;
        return true;
    }

    private bool ReadPlainText(JsonTokenType kind)
    {
        var behind = line[(position + 1)..];
        var length = behind.IndexOf((byte)'"');
        if (length < 0)
        {
            return false;
        }

        value = behind[..length];
        token = kind;
        position += length + 2;
        return true;
    }

    private bool ReadPlainNumber()
    {
        var length = line[position..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length is < 0 or > LongestPlainNumber || !EndsValue(position + length))
        {
            return false;
        }

        value = line.Slice(position, length);
        token = JsonTokenType.Number;
        position += length;
        return true;
    }

    private bool ReadPlainWord(ReadOnlySpan<byte> word, JsonTokenType kind)
    {
        if (!line[position..].StartsWith(word) || !EndsValue(position + word.Length))
        {
            return false;
        }

        token = kind;
        position += word.Length;
        return true;
    }

    private readonly bool EndsValue(int at) => at < line.Length && line[at] is (byte)',' or (byte)'}';

    private void SkipBlanks()
    {
        while (position < line.Length && line[position] == ' ')
        {
            position++;
        }
    }

    /// <summary>Lets the library's reader catch up with what was walked so far.</summary>
    private void BeCareful()
    {
        if (!plain)
        {
            return;
        }

        careful = new Utf8JsonReader(line, Options);
        for (var i = 0; i < tokens; i++)
        {
            careful.Read();
        }

        plain = false;
    }
}
