using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

internal static class AttachmentTexts
{
    private static readonly TextFile Texts = new(typeof(AttachmentTexts));

    public static readonly Words NotTaken = Texts[nameof(NotTaken)];
    public static readonly Words PleaseSign = Texts[nameof(PleaseSign)];
    public static readonly Words SayWhy = Texts[nameof(SayWhy)];
    public static readonly Words SignedAndRefused = Texts[nameof(SignedAndRefused)];
    public static readonly Words PhotosOnly = Texts[nameof(PhotosOnly)];
    public static readonly Words Customer = Texts[nameof(Customer)];
    private static readonly Words Other = Texts[nameof(Other)];

    private static readonly Dictionary<AttachmentKind, Words> Kinds = Enum.GetValues<AttachmentKind>()
        .ToDictionary(kind => kind, kind => Texts[$"Kind.{EnumCode.Of(kind)}"]);

    public static Words Kind(AttachmentKind? kind) => kind is { } said ? Kinds[said] : Other;

    private static readonly Dictionary<Unsigned, Words> Ways = Enum.GetValues<Unsigned>()
        .ToDictionary(way => way, way => Texts[$"Unsigned.{EnumCode.Of(way)}"]);

    /// <summary>Why nobody signed.</summary>
    public static Words Unsigned(Unsigned way) => Ways[way];

    public static Words Signature(string clause) => Texts.With(nameof(Signature), clause);

    public static Words Limits(int files, int size) => Texts.With(nameof(Limits), files, size);

    public static Words About(string file, Words sentence) => Texts.With(nameof(About), file, sentence);
}
