using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Shouwen.Platform.Contract;

namespace Shouwen.Platform.Log;

/// <summary>
/// The canonical bytes behind every hash: numbers as eight bytes, texts with their length before them, so that no two
/// different rows share their bytes. Changing anything here invalidates every log there is.
/// </summary>
internal sealed class Chain
{
    public const int HashLength = 32;

    public static readonly byte[] Start = new byte[HashLength];

    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    public byte[] OfEvent(byte[] previous, LogEvent row)
    {
        buffer.ResetWrittenCount();
        buffer.Write(previous);
        Add(row.Month);
        Add(row.CaseId);
        Add(row.Seq);
        Add(row.Type);
        Add(row.At);
        Add(row.ReceivedAt);
        Add(row.RecordedAt);
        if (row.DeviceAt is { } device)
        {
            Add(1);
            Add(device);
        }
        else
        {
            Add(0);
        }

        Add(row.By);
        Add(row.About);
        Add(row.Data);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    public byte[] OfHead(byte[] previous, long position, int month, long caseId, int seq, byte[] caseHash)
    {
        buffer.ResetWrittenCount();
        buffer.Write(previous);
        Add(position);
        Add(month);
        Add(caseId);
        Add(seq);
        buffer.Write(caseHash);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <summary>The field's name belongs to the digest: the same words in another field are another digest.</summary>
    public byte[] OfText(byte[] salt, string field, string text)
    {
        buffer.ResetWrittenCount();
        buffer.Write(salt);
        Add(field);
        Add(text);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <summary>Stands where the salt stood: an erased text keeps a proof of when it was erased.</summary>
    public byte[] OfErasure(int month, long caseId, int seq, DateTimeOffset at)
    {
        buffer.ResetWrittenCount();
        Add(month);
        Add(caseId);
        Add(seq);
        Add(at);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    private void Add(DateTimeOffset time) => Add((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    private void Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }

        Add(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }
}
