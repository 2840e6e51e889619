using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Shouwen.Platform.Contract;

/// <summary>
/// Markup written as text, for the rows of a list: fifty of them as trees of elements cost more than all else on its page.
/// What stands in a place is encoded as Razor encodes it.
/// </summary>
public sealed class Html
{
    /// <summary>Chinese stays as it is.</summary>
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(2048);

    /// <summary>The pieces have written themselves when this is called.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] Pieces markup) => this;

    /// <summary>What was written since the last time.</summary>
    public MarkupString Take()
    {
        var taken = new MarkupString(text.ToString());
        text.Clear();
        return taken;
    }

    [InterpolatedStringHandler]
    public readonly struct Pieces
    {
        private const int LengthOfPlace = 16;

        private readonly StringBuilder text;

        public Pieces(int literals, int places, Html html)
        {
            text = html.text;
            text.EnsureCapacity(text.Length + literals + (LengthOfPlace * places));
        }

        public void AppendLiteral(string markup) => text.Append(markup);

        public void AppendFormatted(string? value) => text.Append(value is null ? null : Encoder.Encode(value));

        public void AppendFormatted(int value) => text.Append(value);
    }
}
