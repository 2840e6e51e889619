using Shouwen.Platform.Contract;

namespace Shouwen.CommandLine;

/// <summary>Opens the database a verb names.</summary>
internal static class DatabaseFile
{
    /// <summary>The default place is made when it is not there; a folder the user names must exist, it may be a slip of the pen.</summary>
    public static Database OpenOrMake(string file)
    {
        if (Path.GetDirectoryName(file) is "data")
        {
            Directory.CreateDirectory("data");
        }

        return Database.Open(file, Tables.Schema, WhenMissing.Create);
    }
}
