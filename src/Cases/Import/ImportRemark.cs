using System.Numerics;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Import;

/// <summary>What was noticed about a row that was imported all the same.</summary>
[Flags]
internal enum ImportRemark : ushort
{
    None = 0,
    ClosedBeforeOpened = 1 << 0,
    UnreadableClosingTime = 1 << 1,
    ClosedWithoutTime = 1 << 2,
    OpenWithClosing = 1 << 3,
    EscapedLineBreak = 1 << 4,
    ReplacementCharacter = 1 << 5,
    InvisibleCharacter = 1 << 6,
}

internal static class ImportRemarks
{
    /// <summary>Kept exactly as it stood in the file: worth a look, but nothing was changed or left out.</summary>
    private const ImportRemark OnlyNotes = ImportRemark.ReplacementCharacter | ImportRemark.InvisibleCharacter;

    public static readonly IReadOnlyList<ImportRemark> All = [.. Enum.GetValues<ImportRemark>().Where(r => r != ImportRemark.None)];

    public static ImportRemark From(CellDirt dirt) =>
        (dirt.HasFlag(CellDirt.EscapedLineBreak) ? ImportRemark.EscapedLineBreak : 0)
        | (dirt.HasFlag(CellDirt.ReplacementCharacter) ? ImportRemark.ReplacementCharacter : 0)
        | (dirt.HasFlag(CellDirt.InvisibleCharacter) ? ImportRemark.InvisibleCharacter : 0);

    /// <summary>A warning for each kind a row has.</summary>
    public static int Warnings(ImportRemark remarks) => BitOperations.PopCount((uint)(remarks & ~OnlyNotes));

    public static Words Sentence(ImportRemark remark) =>
        remark switch
        {
            ImportRemark.None => new Words("", ""),
            ImportRemark.ClosedBeforeOpened => new Words(
                "行的办结时间早于受理时间：按文字保留，不计时长",
                "rows closed before they were opened: the time is kept as text and gives no duration"
            ),
            ImportRemark.UnreadableClosingTime => new Words(
                "行的办结时间读不出：按文字保留，不计时长",
                "rows whose closing time cannot be read: it is kept as text and gives no duration"
            ),
            ImportRemark.ClosedWithoutTime => new Words(
                "行已办结而没有办结时间：不计时长",
                "rows closed without a closing time: no duration"
            ),
            ImportRemark.OpenWithClosing => new Words(
                "行未办结却有办结时间或办结说明：按未办结，这些内容未保留",
                "rows still open with a closing time or text: open, and these are not kept"
            ),
            ImportRemark.EscapedLineBreak => new Words("行含 _x000D_：已换成换行", "rows with _x000D_: it became a line break"),
            ImportRemark.ReplacementCharacter => new Words(
                "行含替换字符 U+FFFD（原文已丢字）：照原样保留",
                "rows with the replacement character U+FFFD (a letter was lost earlier): kept as they are"
            ),
            ImportRemark.InvisibleCharacter => new Words(
                "行含零宽或专用区字符：照原样保留",
                "rows with zero-width or private-use characters: kept as they are"
            ),
        };
}
