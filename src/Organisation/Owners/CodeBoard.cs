using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Organisation.Owners;

/// <summary>
/// The last codes, kept in memory for an administrator to read out while no message leaves the building: for trying things
/// out only. It exists in development, or where SHOUWEN_SHOW_OWNER_CODES is 1, as in a demo.
/// </summary>
internal sealed class CodeBoard
{
    public const string Setting = "SHOUWEN_SHOW_OWNER_CODES";

    private const int Kept = 20;

    private readonly LinkedList<OwnerCodeIssued> last = [];

    public IReadOnlyList<OwnerCodeIssued> Last
    {
        get
        {
            lock (last)
            {
                return [.. last];
            }
        }
    }

    public void Put(WriteSession _, OwnerCodeIssued issued)
    {
        lock (last)
        {
            last.AddFirst(issued);
            while (last.Count > Kept)
            {
                last.RemoveLast();
            }
        }
    }
}
