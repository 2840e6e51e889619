using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Tables;

internal enum FileKind : byte
{
    Text,
    GzippedText,
    Workbook,
}

/// <summary>What a file is by its first bytes, and whether its name says the same.</summary>
internal static class FileContent
{
    public static FileKind Recognise(string path)
    {
        var head = Head(path);
        var name = Path.GetFileName(path);
        if (head.Length == 0)
        {
            throw new UnreadableFileException(new Words($"{name}：文件是空的", $"{name}: the file is empty"));
        }

        var kind = KindOf(head, name);
        var promised = PromisedBy(name);
        if (promised is { } expected && expected != kind)
        {
            throw new UnreadableFileException(
                new Words(
                    $"{name}：文件名说是{Called(expected).Zh}，内容却是{Called(kind).Zh}",
                    $"{name}: the name says {Called(expected).En}, the content is {Called(kind).En}"
                )
            );
        }

        return kind;
    }

    public static Stream OpenText(string path, FileKind kind)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return kind == FileKind.GzippedText ? new GzipText(file) : file;
    }

    private static byte[] Head(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var head = new byte[8];
            return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(
                File.Exists(path) || Directory.Exists(path)
                    ? new Words($"{path}：打不开（{e.Message}）", $"{path}: cannot be opened ({e.Message})")
                    : new Words($"{path}：没有这个文件", $"{path}: there is no such file"),
                e
            );
        }
    }

    private static FileKind KindOf(ReadOnlySpan<byte> head, string name) =>
        head switch
        {
            [0x1F, 0x8B, ..] => FileKind.GzippedText,
            [(byte)'P', (byte)'K', 3, 4, ..] => FileKind.Workbook,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw Refused(
                name,
                "旧版 Excel（.xls）或加密的工作簿，请另存为 .xlsx",
                "an old Excel (.xls) or encrypted workbook; save it as .xlsx"
            ),
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => throw Refused(
                name,
                "UTF-16 文本，请另存为 CSV UTF-8",
                "UTF-16 text; save it as CSV UTF-8"
            ),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw Refused(name, "PDF，不是表格", "a PDF, not a table"),
            _ => FileKind.Text,
        };

    private static FileKind? PromisedBy(string name) =>
        Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".GZ" => FileKind.GzippedText,
            ".XLSX" or ".XLSM" => FileKind.Workbook,
            ".CSV" or ".TXT" => FileKind.Text,
            _ => null,
        };

    private static Words Called(FileKind kind) =>
        kind switch
        {
            FileKind.Text => new Words("文本（CSV）", "text (CSV)"),
            FileKind.GzippedText => new Words("gzip 压缩文件", "gzip-compressed"),
            FileKind.Workbook => new Words("Excel 工作簿或 zip 文件", "an Excel workbook or another zip file"),
        };

    private static UnreadableFileException Refused(string name, string zh, string en) =>
        new(new Words($"{name}：这是{zh}", $"{name}: this is {en}"));
}
