using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>The database cannot be used as it is; the sentence tells a person what to do about it.</summary>
public sealed class DatabaseException(Words sentence, Exception? cause = null) : Exception(sentence.En, cause)
{
    public Words Sentence => sentence;
}
