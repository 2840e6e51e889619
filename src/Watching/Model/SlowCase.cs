namespace Shouwen.Watching.Model;

/// <summary>All that the slowness of one case calls for now.</summary>
/// <param name="Kind">Which decision.</param>
/// <param name="Case">The case.</param>
/// <param name="Place">Its place: who sees the decision.</param>
/// <param name="Grounds">None: nothing calls for it any more.</param>
/// <param name="Holders">Who hears of it.</param>
internal sealed record SlowCase(DecisionKind Kind, string Case, string Place, IReadOnlyList<Ground> Grounds, Holders Holders)
{
    /// <summary>What every occurrence of a case begins with.</summary>
    public static string PrefixOf(string number) => $"slow:{number}:";

    /// <summary>Once for each case and cause.</summary>
    public string Occurrence(Ground ground) => PrefixOf(Case) + Platform.Contract.EnumCode.Of(ground.Cause);
}
