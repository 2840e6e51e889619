using System.Text.Json;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>Where a claim stands.</summary>
internal enum ClaimProgress
{
    /// <summary>Raised by the customer; the report is due.</summary>
    Raised,

    /// <summary>Reported; a level has to approve or decide.</summary>
    Reported,

    /// <summary>Sent back to be reported anew.</summary>
    Returned,

    /// <summary>Granted; to be paid.</summary>
    Granted,

    /// <summary>Paid; to be filed.</summary>
    Paid,

    /// <summary>Refused; to be filed.</summary>
    Refused,

    /// <summary>Filed with the group centre: done.</summary>
    Filed,
}

/// <summary>One step of a claim: an event of the case, or a record beside it.</summary>
/// <param name="Type">The type in the log.</param>
internal readonly record struct ClaimStep(string Type, Instant At, string? By, JsonElement Data)
{
    public string? Text(string name) =>
        Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public decimal? Amount(string name) =>
        Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount)
            ? amount
            : null;

    public Instant? Time(string name) => Text(name) is { } text && Instant.TryParse(text, out var at) ? at : null;

    public bool Flag(string name) => Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}

internal sealed record ClaimReport(string? By, Instant At, string Cause, string Contractor, decimal Amount, string? Basis, string? File);

/// <param name="Level">The role in which it was given.</param>
/// <param name="Person">Who gave it.</param>
/// <param name="Decision">approve, return or refuse.</param>
/// <param name="Amount">Less than was proposed; null for as proposed.</param>
internal sealed record ClaimApproval(string Level, string? Person, Instant At, string Decision, decimal? Amount, string? Reason)
{
    public const string Approve = "approve";
    public const string Return = "return";
    public const string Refuse = "refuse";

    /// <summary>Who noted an approval given by telephone; null for one given here.</summary>
    public string? NotedBy { get; init; }
    public Instant? SignedAt { get; init; }

    public bool IsUnsigned => NotedBy is not null && SignedAt is null;
}

internal sealed record ClaimPayment(decimal Amount, Instant PaidAt, string Means, string? Receipt, string? By);

/// <summary>A claim for compensation, folded from its events and records (EG-34, SN-62).</summary>
/// <param name="Ordinal">Which of the case, from 1.</param>
internal sealed record Claim(int Ordinal, Instant RaisedAt, decimal? Claimed)
{
    public ClaimReport? Report { get; init; }
    public Instant? ReportedAt { get; init; }

    /// <summary>Since the last report.</summary>
    public IReadOnlyList<ClaimApproval> Approvals { get; init; } = [];
    public Instant? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
    public bool? Granted { get; init; }
    public ClaimPayment? Payment { get; init; }
    public Instant? FiledAt { get; init; }

    /// <summary>What was granted: what the last level said, else what was proposed, else what was asked for.</summary>
    public decimal? GrantedAmount =>
        Granted == true ? Approvals.LastOrDefault(each => each.Amount is not null)?.Amount ?? Report?.Amount ?? Claimed : null;

    public bool IsReturned => DecidedAt is null && Approvals is [.., { Decision: ClaimApproval.Return }];

    public ClaimProgress Progress =>
        FiledAt is not null ? ClaimProgress.Filed
        : Granted == false ? ClaimProgress.Refused
        : Payment is not null ? ClaimProgress.Paid
        : Granted == true ? ClaimProgress.Granted
        : IsReturned ? ClaimProgress.Returned
        : ReportedAt is not null ? ClaimProgress.Reported
        : ClaimProgress.Raised;
}
