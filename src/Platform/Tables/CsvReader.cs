using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Tables;

/// <summary>
/// Reads comma-separated records (RFC 4180) one at a time out of a sliding buffer. Three things are its reason to exist
/// beside the ready-made parsers: the line on which a record starts is exact whatever breaks stand inside its quotes; a
/// record takes at most <see cref="Longest"/> characters of memory; and a quote that never ends costs its own line, not
/// the rest of the file.
/// </summary>
internal sealed class CsvReader(TextReader reader) : TableRow
{
    /// <summary>The longest record, in characters. The longest honest one met so far had 14,000.</summary>
    public const int Longest = 1 << 20;

    /// <summary>Room for the line break behind the longest record.</summary>
    private const int Room = Longest + 2;

    private readonly List<Field> fields = [];
    private char[] buffer = new char[1 << 16];
    private bool ended;
    private int start;
    private int end;
    private int nextLine = 1;
    private int line;
    private int length;
    private Words? problem;

    public override int Line => line;

    public override int Count => fields.Count;

    public override Words? Problem => problem ?? Misfit;

    public override string Raw(int column)
    {
        if (column >= fields.Count)
        {
            return "";
        }

        var field = fields[column];
        var text = new string(buffer, start + field.Offset, field.Length);
        return field.Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>Moves to the next record that is not an empty line; false at the end of the file.</summary>
    public bool Read()
    {
        while (ReadRecord())
        {
            if (problem is not null || fields.Count > 1 || !Span(fields[0]).IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    private bool ReadRecord()
    {
        start += length;
        length = 0;
        line = nextLine;
        problem = null;
        fields.Clear();
        if (Peek(0) < 0)
        {
            return false;
        }

        var offset = 0;
        do
        {
            problem = Peek(offset) == '"' ? ReadQuoted(ref offset) : ReadPlain(ref offset);
        } while (problem is null && Take(ref offset, ','));

        if (problem is null)
        {
            TakeLineBreak(ref offset);
        }
        else
        {
            SkipLine(ref offset);
        }

        length = offset;
        nextLine += LineBreaks(buffer.AsSpan(start, length));
        return true;
    }

    private Words? ReadPlain(ref int offset)
    {
        var from = offset;
        while (true)
        {
            var found = buffer.AsSpan(start + offset, end - start - offset).IndexOfAny(',', '\r', '\n');
            if (found >= 0)
            {
                offset += found;
                break;
            }

            offset = end - start;
            if (!Fill())
            {
                break;
            }
        }

        if (offset > Longest)
        {
            return TooLong;
        }

        fields.Add(new Field(from, offset - from, false));
        return null;
    }

    private Words? ReadQuoted(ref int offset)
    {
        var opening = offset;
        var escaped = false;
        offset++;
        while (true)
        {
            var found = buffer.AsSpan(start + offset, end - start - offset).IndexOf('"');
            if (found < 0)
            {
                offset = end - start;
                if (Fill())
                {
                    continue;
                }

                fields.Add(new Field(opening, FirstLine(opening), false));
                offset = opening;
                return ended ? Unclosed : TooLong;
            }

            offset += found + 1;
            if (Peek(offset) != '"')
            {
                break;
            }

            escaped = true;
            offset++;
        }

        fields.Add(new Field(opening + 1, offset - opening - 2, escaped));
        return offset > Longest ? TooLong
            : Peek(offset) is ',' or '\r' or '\n' or -1 ? null
            : TextAfterQuote;
    }

    /// <summary>The character at an offset of the record, -1 behind the last one.</summary>
    private int Peek(int offset)
    {
        while (start + offset >= end)
        {
            if (!Fill())
            {
                return -1;
            }
        }

        return buffer[start + offset];
    }

    private bool Take(ref int offset, char wanted)
    {
        if (Peek(offset) != wanted)
        {
            return false;
        }

        offset++;
        return true;
    }

    private void TakeLineBreak(ref int offset)
    {
        if (Take(ref offset, '\r'))
        {
            Take(ref offset, '\n');
            return;
        }

        Take(ref offset, '\n');
    }

    /// <summary>Goes behind the line break that follows, dropping what does not fit into memory.</summary>
    private void SkipLine(ref int offset)
    {
        while (true)
        {
            var found = buffer.AsSpan(start + offset, end - start - offset).IndexOfAny('\r', '\n');
            if (found >= 0)
            {
                offset += found;
                if (offset + 1 == Room)
                {
                    Drop(ref offset);
                }

                TakeLineBreak(ref offset);
                return;
            }

            offset = end - start;
            if (Fill())
            {
                continue;
            }

            if (ended)
            {
                return;
            }

            Drop(ref offset);
        }
    }

    /// <summary>Forgets the record up to here: there is no room to remember it.</summary>
    private void Drop(ref int offset)
    {
        nextLine += LineBreaks(buffer.AsSpan(start, offset));
        fields.Clear();
        start += offset;
        offset = 0;
    }

    /// <summary>Brings more characters behind the ones of the record; false at the end of the file or of the allowed length.</summary>
    private bool Fill()
    {
        if (ended || end - start >= Room)
        {
            return false;
        }

        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = reader.Read(buffer, end, Math.Min(buffer.Length, Room) - end);
        end += read;
        ended = read == 0;
        return !ended;
    }

    private ReadOnlySpan<char> Span(Field field) => buffer.AsSpan(start + field.Offset, field.Length);

    private int FirstLine(int offset)
    {
        var rest = buffer.AsSpan(start + offset, end - start - offset);
        var found = rest.IndexOfAny('\r', '\n');
        return found < 0 ? rest.Length : found;
    }

    /// <summary>CRLF, LF and a bare CR each end a line.</summary>
    private static int LineBreaks(ReadOnlySpan<char> text)
    {
        var feeds = text.Count('\n');
        for (var at = text.IndexOf('\r'); at >= 0; )
        {
            text = text[(at + 1)..];
            feeds += text is ['\n', ..] ? 0 : 1;
            at = text.IndexOf('\r');
        }

        return feeds;
    }

    private static readonly Words TooLong = new($"这一行超过 {Longest} 个字符", $"the row is longer than {Longest} characters");

    private static readonly Words Unclosed = new("引号没有闭合", "a quoted cell never ends");

    private static readonly Words TextAfterQuote = new("引号闭合之后还有文字", "text follows a closing quote");

    private readonly record struct Field(int Offset, int Length, bool Escaped);
}
