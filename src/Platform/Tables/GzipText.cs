using System.IO.Compression;

namespace Shouwen.Platform.Tables;

/// <summary>
/// Unpacks gzipped text and notices when the end is missing. The platform's <see cref="GZipStream"/> takes a file that was
/// cut off anywhere for a whole one; therefore one more member, a single NUL byte, is put behind the file: only a
/// complete file lets it come out at the other end, and text holds no such byte itself.
/// </summary>
internal sealed class GzipText : Stream
{
    private static readonly byte[] EndMember = Pack([0]);

    private readonly Stream file;
    private readonly GZipStream unpacked;
    private bool complete;

    public GzipText(Stream file)
    {
        this.file = file;
        unpacked = new GZipStream(new Followed(file, EndMember), CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        if (complete || buffer.IsEmpty)
        {
            return 0;
        }

        var read = Unpack(buffer);
        var mark = buffer[..read].IndexOf((byte)0);
        if (read > 0 && mark < 0)
        {
            return read;
        }

        complete = mark >= 0 && mark == read - 1 && unpacked.ReadByte() < 0;
        return complete ? mark : throw Damaged(null);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return unpacked.Read(buffer);
        }
        catch (InvalidDataException problem)
        {
            throw Damaged(problem);
        }
    }

    private static InvalidDataException Damaged(Exception? cause) => new("the gzip data is damaged or cut off, or holds no text", cause);

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>A stream and some bytes behind it.</summary>
    private sealed class Followed(Stream first, byte[] then) : Stream
    {
        private int position;

        public override int Read(Span<byte> buffer)
        {
            var read = first.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            var rest = then.AsSpan(position);
            rest = rest[..Math.Min(rest.Length, buffer.Length)];
            rest.CopyTo(buffer);
            position += rest.Length;
            return rest.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
