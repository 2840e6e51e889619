using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>A file that cannot be read as what it claims to be. It says where and why, in both languages; nothing of it was used.</summary>
public sealed class UnreadableFileException(Words sentence, Exception? cause = null) : Exception(sentence.En, cause)
{
    public Words Sentence { get; } = sentence;
}
