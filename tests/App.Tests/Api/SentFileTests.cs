using System.Text;
using Shouldly;
using Shouwen.Platform.Contract;
using Xunit;

namespace Shouwen.App.Tests.Api;

/// <summary>What is kept of a file: the picture, and nothing it tells about who took it, where and with what.</summary>
public sealed class SentFileTests
{
    private static byte[] Secret => Encoding.ASCII.GetBytes(Pictures.Secret);

    [Fact]
    public void A_jpeg_loses_what_it_tells_and_keeps_its_picture()
    {
        var plain = Pictures.Jpeg();
        var telling = Pictures.Jpeg(
            Pictures.Segment(0xE1, [.. "Exif\0\0"u8, .. Pictures.Exif(1)]),
            Pictures.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret]),
            Pictures.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Secret]),
            Pictures.Segment(0xE2, [.. "MPF\0"u8, .. Secret]),
            Pictures.Segment(0xFE, Secret)
        );
        Clean([.. telling, .. Secret]).Bytes.ToArray().ShouldBe(plain);
        Clean(plain).Type.ShouldBe("image/jpeg");
    }

    [Fact]
    public void A_colour_profile_stays()
    {
        var coloured = Pictures.Jpeg(Pictures.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7, 7]));
        Clean(coloured).Bytes.ToArray().ShouldBe(coloured);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void A_photo_taken_sideways_still_knows_which_side_is_up(byte orientation)
    {
        var jpeg = Clean(Pictures.Jpeg(Pictures.Segment(0xE1, [.. "Exif\0\0"u8, .. Pictures.Exif(orientation)]))).Bytes;
        Holds(jpeg, Secret).ShouldBeFalse();
        var again = MetadataOrientation(jpeg.Span);
        again.ShouldBe(orientation);

        var png = Clean(Pictures.Png(("eXIf", Pictures.Exif(orientation)), ("tEXt", Secret))).Bytes;
        Holds(png, Secret).ShouldBeFalse();
        MetadataOrientation(png.Span).ShouldBe(orientation);
        var chunk = png.Span.IndexOf("eXIf"u8);
        var checksum = png.Span.Slice(chunk + 4 + 26, 4);
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(checksum).ShouldBe(Pictures.Crc(png.Span.Slice(chunk, 30)));

        var webp = Clean(Pictures.WebP(0x0C, ("EXIF", Pictures.Exif(orientation)), ("XMP ", Secret))).Bytes;
        Holds(webp, Secret).ShouldBeFalse();
        MetadataOrientation(webp.Span).ShouldBe(orientation);
        (webp.Span[20] & 0x0C).ShouldBe(0x08);
    }

    [Fact]
    public void A_png_keeps_only_what_draws_it()
    {
        var telling = Pictures.Png(
            ("tEXt", Secret),
            ("zTXt", Secret),
            ("iTXt", Secret),
            ("tIME", Secret),
            ("quAr", Secret),
            ("pHYs", new byte[9])
        );
        Clean([.. telling, .. Secret]).Bytes.ToArray().ShouldBe(Pictures.Png(("pHYs", new byte[9])));
    }

    [Fact]
    public void A_webp_keeps_only_what_draws_it()
    {
        var telling = Pictures.WebP(0x0C, ("EXIF", Pictures.Exif(1)), ("XMP ", Secret), ("quar", Secret));
        Clean(telling).Bytes.ToArray().ShouldBe(Pictures.WebP(0));
    }

    [Fact]
    public void A_pdf_stays_as_it_is() => Clean(Pictures.Pdf()).Bytes.ToArray().ShouldBe(Pictures.Pdf());

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_never_read_past_its_end()
    {
        byte[][] whole =
        [
            Pictures.Jpeg(Pictures.Segment(0xE1, [.. "Exif\0\0"u8, .. Pictures.Exif(6)])),
            Pictures.Png(("eXIf", Pictures.Exif(6))),
            Pictures.WebP(0x08, ("EXIF", Pictures.Exif(6))),
        ];
        foreach (var file in whole)
        {
            for (var length = 0; length < file.Length; length++)
            {
                SentFile.Read(file.AsSpan(0, length), out var refusal).ShouldBeNull($"{length} of {file.Length}");
                refusal.ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void No_bytes_whatever_make_it_fail()
    {
        var random = new Random(7);
        byte[][] whole =
        [
            Pictures.Jpeg(Pictures.Segment(0xE1, [.. "Exif\0\0"u8, .. Pictures.Exif(6)])),
            Pictures.Png(("eXIf", Pictures.Exif(6))),
            Pictures.WebP(0x08, ("EXIF", Pictures.Exif(6))),
        ];
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = whole[i % 3].ToArray();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Should.NotThrow(() => SentFile.Read(bytes, out _), Convert.ToHexString(bytes));
        }
    }

    [Theory]
    [InlineData("heic")]
    [InlineData("html")]
    [InlineData("empty")]
    public void What_is_not_taken_is_refused_with_its_reason(string what)
    {
        var (bytes, code) = what switch
        {
            "heic" => (Pictures.Heic(), "file.heic"),
            "html" => ("<html><script>"u8.ToArray(), "file.unsupported"),
            _ => (Array.Empty<byte>(), "file.empty"),
        };
        SentFile.Read(bytes, out var refusal).ShouldBeNull();
        refusal!.Code.ShouldBe(code);
    }

    private static SentFile Clean(byte[] file) =>
        SentFile.Read(file, out var refusal) ?? throw new InvalidOperationException(refusal!.Sentence.En);

    private static bool Holds(ReadOnlyMemory<byte> file, byte[] part) => file.Span.IndexOf(part) >= 0;

    /// <summary>The orientation in the one little-endian block that may be left.</summary>
    private static int MetadataOrientation(ReadOnlySpan<byte> file)
    {
        var tiff = file[file.IndexOf("II*\0"u8)..];
        tiff[10..12].ToArray().ShouldBe([0x12, 0x01]);
        return tiff[18];
    }
}
