using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>Files as a page shows them: by what they show, with who brought them when.</summary>
internal static class Shelf
{
    /// <param name="part">The id of the list on its page.</param>
    /// <param name="files">In the order in which they came.</param>
    /// <param name="href">Where the bytes are.</param>
    /// <param name="name">Who brought one.</param>
    /// <param name="action">Where more are sent to; null for who adds nothing.</param>
    public static FileShelf.View Of(
        string part,
        IEnumerable<(Attachment File, FileState State)> files,
        Func<Attachment, string> href,
        Func<string, Words> name,
        string? action
    ) =>
        new(
            part,
            [
                .. files
                    .GroupBy(each => each.File.Kind)
                    .OrderBy(group => group.Key ?? (AttachmentKind)int.MaxValue)
                    .Select(group => new FileShelf.View.Group(
                        AttachmentTexts.Kind(group.Key),
                        [
                            .. group.Select(each => new FileShelf.View.Item(
                                each.File.Name,
                                href(each.File),
                                each.File.IsImage,
                                each.State,
                                name(each.File.By),
                                each.File.At
                            )),
                        ]
                    )),
            ]
        )
        {
            Form = action is null ? null : new FileShelf.View.Upload(action, Kinds, Limits),
        };

    private static readonly IReadOnlyList<(string, Words)> Kinds =
    [
        .. Enum.GetValues<AttachmentKind>()
            .Where(kind => kind != AttachmentKind.Signature)
            .Select(kind => (EnumCode.Of(kind), AttachmentTexts.Kind(kind))),
    ];

    private static readonly Words Limits = AttachmentTexts.Limits(AttachmentForm.MostFiles, SentFile.Largest / 1024 / 1024);
}
