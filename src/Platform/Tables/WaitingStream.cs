namespace Shouwen.Platform.Tables;

/// <summary>
/// Takes what a packer writes and holds it until it is sent: the packer writes without waiting, the sender waits without
/// blocking.
/// </summary>
internal sealed class WaitingStream : Stream
{
    private readonly MemoryStream held = new();
    private long sent;

    public long Waiting => held.Length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => sent + held.Length;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    public async ValueTask SendTo(Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), cancellation);
        sent += held.Length;
        held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
