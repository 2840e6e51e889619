using Shouwen.Rules.Contract;

namespace Shouwen.CommandLine;

/// <summary>What was written after the verb: values in order and options by name.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string?> options = new(StringComparer.Ordinal);
    private readonly List<string> values = [];

    public IReadOnlyList<string> Values => values;

    public Language? Language =>
        Option("lang") switch
        {
            "zh" => Rules.Contract.Language.Chinese,
            "en" => Rules.Contract.Language.English,
            _ => null,
        };

    /// <summary>The SQLite file: --database, else SHOUWEN_DATABASE, else data/shouwen.db.</summary>
    public string Database =>
        Option("database") ?? Environment.GetEnvironmentVariable("SHOUWEN_DATABASE") ?? Path.Combine("data", "shouwen.db");

    public string? Option(string name) => options.GetValueOrDefault(name);

    public bool Has(string name) => options.ContainsKey(name);

    public static bool TryRead(Verb verb, string[] words, out Arguments arguments, out Words? wrong)
    {
        arguments = new Arguments();
        wrong = null;
        var known = verb.Options.Append("database=").Append("lang=").ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                arguments.values.Add(word);
                continue;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word[2..] : word[2..equals];
            var value = equals < 0 ? null : word[(equals + 1)..];
            var takesValue = known.Contains(name + "=");
            if (!takesValue && !known.Contains(name))
            {
                wrong = new Words($"不认识的选项 --{name}", $"unknown option --{name}");
                return false;
            }

            if (takesValue && value is null)
            {
                if (i + 1 == words.Length)
                {
                    wrong = new Words($"选项 --{name} 缺少值", $"option --{name} needs a value");
                    return false;
                }

                value = words[++i];
            }

            if (!takesValue && value is not null)
            {
                wrong = new Words($"选项 --{name} 不带值", $"option --{name} takes no value");
                return false;
            }

            if (!arguments.options.TryAdd(name, value))
            {
                wrong = new Words($"选项 --{name} 重复", $"option --{name} is given twice");
                return false;
            }
        }

        if (arguments.Option("lang") is { } lang && arguments.Language is null)
        {
            wrong = new Words($"--lang 只能是 zh 或 en，不是 {lang}", $"--lang is zh or en, not {lang}");
            return false;
        }

        return true;
    }
}
