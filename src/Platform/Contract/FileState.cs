namespace Shouwen.Platform.Contract;

/// <summary>What has become of a file that a row names.</summary>
public enum FileState
{
    Kept,
    Erased,

    /// <summary>Named by a row, but not in the store: a database that was restored without its files.</summary>
    Missing,
}
