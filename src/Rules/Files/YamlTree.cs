using Shouwen.Rules.Contract;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Shouwen.Rules.Files;

/// <summary>
/// Reads the YAML we write: maps, lists, scalars. Anchors, aliases and tags are refused, so that a short file cannot
/// stand for a huge one and every value has the one line it is written on.
/// </summary>
internal sealed class YamlTree
{
    private const int DeepestLevel = 32;

    private readonly Parser parser;
    private readonly Findings findings;

    private YamlTree(string text, Findings findings)
    {
        parser = new Parser(new StringReader(text));
        this.findings = findings;
    }

    /// <summary>The root, or null with the reason among the findings.</summary>
    public static Node? Parse(string text, Findings findings)
    {
        var tree = new YamlTree(text, findings);
        try
        {
            return tree.Document();
        }
        catch (YamlException fault)
        {
            findings.Add(Math.Max(1, (int)fault.Start.Line), "yaml", Faults.NotYaml(fault.Message));
            return null;
        }
        catch (InvalidOperationException fault)
        {
            // YamlDotNet 16.3.0's scanner throws it, without a line, on some flow maps that break off.
            findings.Add(tree.Line(), "yaml", Faults.NotYaml(fault.Message));
            return null;
        }
        catch (RefusedYaml refused)
        {
            findings.Add(refused.Line, "yaml", refused.Sentence);
            return null;
        }
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            findings.Add(1, "file", Faults.Empty);
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Read(level: 0, path: "");
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            throw new RefusedYaml((int)second.Start.Line, Faults.SecondDocument);
        }

        return root;
    }

    private Node Read(int level, string path)
    {
        // An alias is the one thing that may stand here and is no node.
        if (parser.Current is not NodeEvent node)
        {
            throw new RefusedYaml(Line(), Faults.AnchorOrTag);
        }

        if (level > DeepestLevel)
        {
            throw new RefusedYaml(Line(), Faults.TooDeep);
        }

        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        {
            throw new RefusedYaml(Line(), Faults.AnchorOrTag);
        }

        return node switch
        {
            MappingStart => Map(level, path),
            SequenceStart => List(level, path),
            _ => new ScalarNode(Line(), parser.Consume<Scalar>().Value.Trim()),
        };
    }

    private MapNode Map(int level, string path)
    {
        var line = Line();
        var keys = new List<KeyNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = Line();
            if (Read(level + 1, path) is not ScalarNode key)
            {
                throw new RefusedYaml(keyLine, Faults.KeyIsNoText);
            }

            var keyPath = path.Length == 0 ? key.Text : $"{path}.{key.Text}";
            var value = Read(level + 1, keyPath);
            if (seen.Add(key.Text))
            {
                keys.Add(new KeyNode(key.Text, keyLine, value));
            }
            else
            {
                findings.Add(keyLine, keyPath, Faults.DuplicateKey);
            }
        }

        return new MapNode(line, keys);
    }

    private ListNode List(int level, string path)
    {
        var line = Line();
        var items = new List<Node>();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Read(level + 1, $"{path}[{items.Count}]"));
        }

        return new ListNode(line, items);
    }

    private int Line() => (int)(parser.Current?.Start.Line ?? 1);

    private sealed class RefusedYaml(int line, Words sentence) : Exception(sentence.En)
    {
        public int Line { get; } = line;

        public Words Sentence { get; } = sentence;
    }
}
