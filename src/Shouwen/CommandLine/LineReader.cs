namespace Shouwen.CommandLine;

/// <summary>
/// Lines of a stream as bytes, without copying where it can be helped. A byte-order mark at the start and a carriage
/// return before the line feed are no part of a line. A line over the limit is handed on cut: it is refused anyway.
/// </summary>
internal sealed class LineReader(Stream input, int longest)
{
    private readonly byte[] buffer = new byte[longest + 4096];
    private int start;
    private int end;
    private bool ended;
    private bool begun;

    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        if (!begun)
        {
            begun = true;
            Fill();
            if (buffer.AsSpan(start, end - start).StartsWith("\uFEFF"u8))
            {
                start += 3;
            }
        }

        var scanned = 0;
        while (true)
        {
            var feed = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = WithoutReturn(buffer.AsSpan(start, scanned + feed));
                start += scanned + feed + 1;
                return true;
            }

            scanned = end - start;
            if (scanned > longest + 1)
            {
                line = buffer.AsSpan(start, scanned);
                SkipLine();
                return true;
            }

            if (ended)
            {
                line = WithoutReturn(buffer.AsSpan(start, scanned));
                start = end;
                return scanned > 0;
            }

            Fill();
        }
    }

    /// <summary>Reads more behind what is not handed out yet.</summary>
    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        do
        {
            var read = input.Read(buffer, end, buffer.Length - end);
            ended = read == 0;
            end += read;
        } while (!ended && end < 3);
    }

    private void SkipLine()
    {
        start = end;
        while (!ended)
        {
            start = end = 0;
            Fill();
            var feed = buffer.AsSpan(0, end).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                start = feed + 1;
                return;
            }

            start = end;
        }
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line is [.. var text, (byte)'\r'] ? text : line;
}
