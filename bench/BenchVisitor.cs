using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Shouwen.Bench;

/// <summary>One kept connection that asks for page after page, compressed as browsers ask, and reads each to its end.</summary>
internal sealed class BenchVisitor(Uri url, string cookie, Func<int, string> path, int first) : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly byte[] buffer = new byte[1 << 20];
    private Socket? socket;
    private int asked = first * 1_000_003;

    public int LastLength { get; private set; }

    /// <summary>How long each page took, in milliseconds.</summary>
    public async Task<List<double>> Visit(TimeSpan length)
    {
        var latencies = new List<double>();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < length)
        {
            var started = Stopwatch.GetTimestamp();
            await Ask(path(asked++ & int.MaxValue));
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return latencies;
    }

    public void Dispose() => socket?.Dispose();

    private async Task Ask(string page)
    {
        if (socket is null)
        {
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(url.Host, url.Port);
        }

        var request =
            $"GET {page} HTTP/1.1\r\nHost: {url.Authority}\r\nCookie: {cookie}\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: zh-CN\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var read = 0;
        do
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(read));
            read += got > 0 ? got : throw new IOException("the site closed the connection");
        } while (!IsWhole(buffer.AsSpan(0, read)));

        LastLength = read;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(EndOfHead);
        if (head < 0)
        {
            return false;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(Encoding.ASCII.GetString(answer[..head]));
        }

        var name = "\r\nContent-Length: "u8;
        var at = answer[..head].IndexOf(name);
        if (at < 0)
        {
            return answer.EndsWith(EndOfChunks);
        }

        var digits = answer[(at + name.Length)..];
        digits = digits[..digits.IndexOf((byte)'\r')];
        return answer.Length >= head + EndOfHead.Length + int.Parse(Encoding.ASCII.GetString(digits), CultureInfo.InvariantCulture);
    }
}
