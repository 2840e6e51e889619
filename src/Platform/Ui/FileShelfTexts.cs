using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Ui;

internal static class FileShelfTexts
{
    private static readonly TextFile Texts = new(typeof(FileShelfTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words None = Texts[nameof(None)];
    public static readonly Words Add = Texts[nameof(Add)];
    public static readonly Words WhatItShows = Texts[nameof(WhatItShows)];
    public static readonly Words Choose = Texts[nameof(Choose)];
    public static readonly Words Upload = Texts[nameof(Upload)];
    public static readonly Words Erased = Texts[nameof(Erased)];
    public static readonly Words Missing = Texts[nameof(Missing)];
}
