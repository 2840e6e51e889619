using Microsoft.AspNetCore.Components;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Ui;

/// <summary>The page of everything that has no page: not found, forbidden, too many, broken.</summary>
public sealed partial class WentWrong
{
    [Parameter, EditorRequired]
    public int Code { get; set; }

    /// <summary>What the log calls this request; only where something broke.</summary>
    [Parameter]
    public string? Reference { get; set; }

    private Words Title =>
        Code switch
        {
            400 => FrameTexts.BadRequest,
            403 => FrameTexts.Forbidden,
            429 => FrameTexts.TooMany,
            >= 500 => FrameTexts.Broken,
            _ => FrameTexts.NotFound,
        };

    private Words Hint =>
        Code switch
        {
            400 => FrameTexts.BadRequestHint,
            403 => FrameTexts.ForbiddenHint,
            429 => FrameTexts.TooManyHint,
            >= 500 => FrameTexts.BrokenHint,
            _ => FrameTexts.NotFoundHint,
        };
}
