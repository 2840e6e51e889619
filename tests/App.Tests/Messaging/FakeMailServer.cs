using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shouwen.App.Tests.Messaging;

/// <summary>As much of SMTP as one mail needs.</summary>
public sealed class FakeMailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task<string> mail;

    public FakeMailServer()
    {
        listener.Start();
        mail = TakeOne();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The mail as it came over the wire.</summary>
    public Task<string> Mail => mail.WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose() => listener.Dispose();

    private async Task<string> TakeOne()
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        await writer.WriteLineAsync("220 fake");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var text = await TakeText(reader);
                await writer.WriteLineAsync("250 taken");
                return text;
            }

            await writer.WriteLineAsync("250 ok");
        }

        return "";
    }

    private static async Task<string> TakeText(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }
}
