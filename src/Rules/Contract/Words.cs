namespace Shouwen.Rules.Contract;

public enum Language
{
    Chinese,
    English,
}

/// <summary>One sentence or term in both working languages.</summary>
public sealed record Words(string Zh, string En)
{
    public string In(Language language) => language == Language.Chinese ? Zh : En;
}

/// <summary>Why something was not done, in the sentence the reader sees; <paramref name="Code"/> is stable for machines.</summary>
public sealed record Refusal(string Code, Words Sentence);
