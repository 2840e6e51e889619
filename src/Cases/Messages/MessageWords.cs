using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Messages;

/// <summary>What messages and timers of this module are called.</summary>
internal static class MessageWords
{
    private static readonly TextFile Texts = new(typeof(MessageWords));

    public static readonly Words NoProgress = Texts[nameof(NoProgress)];
    public static readonly Words Lists = Texts[nameof(Lists)];
    public static readonly Words Sweep = Texts[nameof(Sweep)];
    public static readonly Words Orphans = Texts[nameof(Orphans)];
    public static readonly Words Index = Texts[nameof(Index)];
}
