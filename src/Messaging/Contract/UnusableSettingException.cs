using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Contract;

/// <summary>A setting that cannot be used, in a sentence for whoever starts the application.</summary>
public sealed class UnusableSettingException(Words sentence) : Exception(sentence.En)
{
    public Words Sentence { get; } = sentence;
}
