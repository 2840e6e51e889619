namespace Shouwen.Rules.Judging;

/// <summary>The capacities in which the measures charge or tell somebody.</summary>
internal static class Roles
{
    public const string Specialist = "specialist";
    public const string DeputyManager = "deputyManager";
    public const string GeneralManager = "generalManager";
    public const string Accountable = "accountable";
    public const string Leader = "leader";
    public const string Chairman = "chairman";
}
