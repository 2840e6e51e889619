using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text;

namespace Shouwen.App.Tests.Api;

/// <summary>The smallest files of each kind, with as much told about their author as one asks for.</summary>
internal static class Pictures
{
    public const string Secret = "GPS 22.5431 114.0579";

    public static byte[] Jpeg(params byte[][] segments) =>
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. segments.SelectMany(segment => segment),
            .. Segment(0xDB, new byte[65]),
            .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 0x3F, 0]),
            0x12,
            0xFF,
            0x00,
            0x34,
            0xFF,
            0xD0,
            0x56,
            0xFF,
            0xD9,
        ];

    public static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>An Exif block with an orientation and a description that names a place.</summary>
    public static byte[] Exif(byte orientation)
    {
        var secret = Encoding.ASCII.GetBytes(Secret + "\0");
        return
        [
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            2,
            .. new byte[] { 0x01, 0x0E, 0, 2, 0, 0, 0, (byte)secret.Length, 0, 0, 0, 38 },
            .. new byte[] { 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0 },
            0,
            0,
            0,
            0,
            .. secret,
        ];
    }

    public static byte[] Png(params (string Type, byte[] Content)[] chunks) =>
        [
            0x89,
            .. "PNG\r\n\x1a\n"u8,
            .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
            .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Content)),
            .. Chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]),
            .. Chunk("IEND", []),
        ];

    /// <summary>What a canvas writes: white, with so many black points; as wide as it claims to be unless told otherwise.</summary>
    public static byte[] Drawn(int points = 200, int claimedWidth = 40)
    {
        const int width = 40;
        const int height = 20;
        using var compressed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(compressed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var value = (byte)((y * width) + x < points ? 0 : 255);
                    zlib.Write([value, value, value, 255]);
                }
            }
        }

        return
        [
            0x89,
            .. "PNG\r\n\x1a\n"u8,
            .. Chunk("IHDR", [.. Big(claimedWidth), .. Big(height), 8, 6, 0, 0, 0]),
            .. Chunk("IDAT", compressed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    public static string DataUrl(byte[] png) => "data:image/png;base64," + Convert.ToBase64String(png);

    public static byte[] WebP(byte flags, params (string Type, byte[] Content)[] chunks)
    {
        byte[] body =
        [
            .. "WEBP"u8,
            .. RiffChunk("VP8X", [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            .. RiffChunk("VP8L", [0x2F, 0, 0, 0, 0]),
            .. chunks.SelectMany(chunk => RiffChunk(chunk.Type, chunk.Content)),
        ];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    public static byte[] Pdf() => "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray();

    public static byte[] Heic() => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. Big(content.Length), .. body, .. Big((int)Crc(body))];
    }

    private static byte[] RiffChunk(string type, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(type), .. Little(content.Length), .. content, .. new byte[content.Length & 1]];

    /// <summary>CRC-32 by the book, apart from the product's own.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            for (var i = 0; i < 8; i++)
            {
                var bit = ((uint)(b >> i) & 1) ^ (crc & 1);
                crc = (crc >> 1) ^ (bit * 0xEDB88320u);
            }
        }

        return crc ^ 0xFFFFFFFFu;
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}

internal static class Attachments
{
    public static Task<Reply> Add(Caller caller, string id, params (string Name, byte[] Bytes)[] files) => Add(caller, id, files, []);

    public static async Task<Reply> Add(
        Caller caller,
        string id,
        (string Name, byte[] Bytes)[] files,
        params (string Name, string Value)[] headers
    )
    {
        using var form = Form(files);
        return await caller.Send(HttpMethod.Post, $"/cases/{id}/attachments", form, headers);
    }

    public static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "file", name);
        }

        return form;
    }
}
