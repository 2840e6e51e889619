using Microsoft.AspNetCore.Components;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Forms;

/// <summary>A page with one form.</summary>
public sealed partial class FormSheet
{
    [Parameter, EditorRequired]
    public required View Model { get; set; }

    /// <summary>A page that asks for one thing.</summary>
    public sealed record View(Words Title, string Back, Words BackName, FormFields.View Form)
    {
        public Words? Lead { get; init; }
        public Words? Problem { get; init; }
    }
}
