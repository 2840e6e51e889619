namespace Shouwen.Rules.Contract;

/// <summary>How states are written on the wire and in tables.</summary>
public static class Codes
{
    public static string Of(CaseStage stage) =>
        stage switch
        {
            CaseStage.None => "none",
            CaseStage.Open => "open",
            CaseStage.Submitted => "submitted",
            CaseStage.Approved => "approved",
            CaseStage.Issued => "issued",
            CaseStage.Applied => "applied",
            CaseStage.Accepted => "accepted",
            CaseStage.Reviewed => "reviewed",
            CaseStage.Resolved => "resolved",
            CaseStage.Closed => "closed",
        };

    public static string Of(ClockState state) =>
        state switch
        {
            ClockState.Running => "running",
            ClockState.Met => "met",
            ClockState.Breached => "breached",
            ClockState.Cancelled => "cancelled",
        };

    public static string Of(CaseNature nature) =>
        nature switch
        {
            CaseNature.Ordinary => "ordinary",
            CaseNature.Major => "major",
            CaseNature.Group => "group",
            CaseNature.Common => "common",
        };
}
