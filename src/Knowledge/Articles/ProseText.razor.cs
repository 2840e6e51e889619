using System.Text.RegularExpressions;

namespace Shouwen.Knowledge.Articles;

public sealed partial class ProseText
{
    /// <summary>
    /// What people write into an article, as blocks: headings, lists, paragraphs, and words in bold. Everything else is text as
    /// it stands, so nothing that somebody types is ever markup.
    /// </summary>
    public sealed partial record View(IReadOnlyList<View.Block> Blocks)
    {
        public enum BlockKind
        {
            Paragraph,
            Heading,
            Bullets,
            Numbers,
        }

        /// <param name="Lines">The items of a list; the lines of a paragraph.</param>
        public sealed record Block(BlockKind Kind, IReadOnlyList<Line> Lines);

        public sealed record Line(IReadOnlyList<Piece> Pieces);

        public sealed record Piece(string Text, bool Bold);

        public static View Of(string text)
        {
            var blocks = new List<Block>();
            var open = false;
            foreach (var written in text.ReplaceLineEndings("\n").Split('\n'))
            {
                var line = written.Trim();
                if (line.Length == 0)
                {
                    open = false;
                    continue;
                }

                var (kind, content) = Read(line);
                if (open && kind != BlockKind.Heading && blocks[^1].Kind == kind)
                {
                    blocks[^1] = blocks[^1] with { Lines = [.. blocks[^1].Lines, LineOf(content)] };
                }
                else
                {
                    blocks.Add(new Block(kind, [LineOf(content)]));
                }

                open = true;
            }

            return new View(blocks);
        }

        /// <summary>The first words, for a list.</summary>
        public string Beginning(int longest)
        {
            var text = string.Join(
                ' ',
                Blocks
                    .Where(block => block.Kind != BlockKind.Heading)
                    .SelectMany(block => block.Lines)
                    .SelectMany(line => line.Pieces)
                    .Select(piece => piece.Text)
            );
            return text.Length <= longest ? text : text[..longest] + "…";
        }

        private static (BlockKind Kind, string Content) Read(string line)
        {
            var mark = Marks().Match(line);
            if (!mark.Success)
            {
                return (BlockKind.Paragraph, line);
            }

            var kind = line[0] switch
            {
                '#' => BlockKind.Heading,
                '-' or '*' => BlockKind.Bullets,
                _ => BlockKind.Numbers,
            };
            return (kind, line[mark.Length..]);
        }

        /// <summary>What stands between two pairs of stars is bold; a pair without its other is text.</summary>
        private static Line LineOf(string content)
        {
            var parts = content.Split("**");
            var pieces = new List<Piece>();
            for (var i = 0; i < parts.Length; i++)
            {
                var closed = i % 2 == 1 && i < parts.Length - 1;
                var text = i % 2 == 1 && !closed ? "**" + parts[i] : parts[i];
                if (text.Length > 0)
                {
                    pieces.Add(new Piece(text, closed));
                }
            }

            return new Line(pieces);
        }

        [GeneratedRegex(@"^(#{1,3} |[-*] |[0-9]{1,3}\. )", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
        private static partial Regex Marks();
    }
}
