using System.Text.Json;
using Shouwen.Cases.Attachments;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Statements;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

// What the API answers, noun by noun. The names stand in the description without "Json".

internal sealed record LinksJson
{
    public required string Self { get; init; }
    public required string Events { get; init; }
    public required string Records { get; init; }
    public required string Penalties { get; init; }
    public required string Explanation { get; init; }
    public required string Attachments { get; init; }

    public static LinksJson Of(string number)
    {
        var self = ApiRoutes.Case(number);
        return new LinksJson
        {
            Self = self,
            Events = $"{self}/events",
            Records = $"{self}/records",
            Penalties = $"{self}/penalties",
            Explanation = $"{self}/explanation",
            Attachments = $"{self}/attachments",
        };
    }
}

internal sealed record OpenedJson
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required CaseStage State { get; init; }
    public required int Version { get; init; }
    public required LinksJson Links { get; init; }
}

internal sealed record RecordedJson
{
    public required CaseStage State { get; init; }
    public required int Version { get; init; }
}

/// <summary>A case as lists show it: nothing a person said is in it.</summary>
internal sealed record CaseSummaryJson
{
    public required string Id { get; init; }
    public required string Number { get; init; }
    public required string Rules { get; init; }
    public required CaseStage State { get; init; }
    public required int Cycle { get; init; }
    public required CaseNature Nature { get; init; }
    public string? Project { get; init; }
    public string? Unit { get; init; }
    public string? Channel { get; init; }
    public string? Category { get; init; }
    public string? Kind { get; init; }
    public string? Department { get; init; }
    public string? Accountable { get; init; }
    public required Instant OpenedAt { get; init; }
    public Instant? ClosedAt { get; init; }

    /// <summary>The earliest end of its running clocks.</summary>
    public Instant? DueAt { get; init; }
    public string? DueClock { get; init; }
    public required bool Overdue { get; init; }
    public required int Version { get; init; }
}

internal sealed record CasePageJson
{
    public required IReadOnlyList<CaseSummaryJson> Items { get; init; }

    /// <summary>The cursor of the next page; absent on the last one.</summary>
    public string? Next { get; init; }
}

internal sealed record CustomerJson
{
    public string? Name { get; init; }

    /// <summary>Masked: the whole number is shown on the case's page, where each look is logged.</summary>
    public string? Phone { get; init; }
}

internal sealed record OrderJson
{
    public required string Department { get; init; }
    public required string Accountable { get; init; }
    public required string Leader { get; init; }
    public required string Chairman { get; init; }
    public required Instant IssuedAt { get; init; }
}

internal sealed record ClockJson
{
    public required string Id { get; init; }
    public required string Clause { get; init; }
    public required string Name { get; init; }
    public required int Cycle { get; init; }
    public required Instant StartedAt { get; init; }
    public required Instant DueAt { get; init; }
    public Instant? StoppedAt { get; init; }

    /// <summary>When it was ended without being done.</summary>
    public Instant? EndedAt { get; init; }
    public required ClockState State { get; init; }

    /// <summary>Computed with a calendar whose year is not officially published yet.</summary>
    public bool? Provisional { get; init; }
}

internal sealed record CaseJson
{
    public required string Id { get; init; }
    public required string Number { get; init; }

    /// <summary>Numbers of merged cases that lead here.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The number of the case that leads its group.</summary>
    public string? Lead { get; init; }

    /// <summary>The cases of the group it leads.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>The property case it was opened for.</summary>
    public string? Serves { get; init; }

    /// <summary>The developer's cases that were opened for it.</summary>
    public IReadOnlyList<string>? ServedBy { get; init; }
    public required string Rules { get; init; }
    public required string RuleVersion { get; init; }
    public required CaseStage State { get; init; }
    public required int Cycle { get; init; }
    public required CaseNature Nature { get; init; }
    public required int Version { get; init; }
    public string? Project { get; init; }
    public string? Unit { get; init; }
    public string? Channel { get; init; }
    public string? Category { get; init; }
    public string? Kind { get; init; }
    public string? Demand { get; init; }
    public Instant? RequiredBy { get; init; }
    public CustomerJson? Customer { get; init; }

    /// <summary>The personal text was erased.</summary>
    public bool? Erased { get; init; }
    public OrderJson? Order { get; init; }
    public required Instant OpenedAt { get; init; }
    public Instant? ClosedAt { get; init; }
    public Instant? DueAt { get; init; }

    /// <summary>The moment the clocks were judged at.</summary>
    public required Instant JudgedAt { get; init; }
    public required IReadOnlyList<ClockJson> Clocks { get; init; }
    public required IReadOnlyList<AttachmentJson> Attachments { get; init; }
    public required LinksJson Links { get; init; }
}

/// <summary>A case that was merged into another one, as it was then: nothing accrues in it any more.</summary>
internal sealed record MergedJson
{
    public required string Number { get; init; }

    /// <summary>The case it was merged into.</summary>
    public required string Into { get; init; }
    public required string Rules { get; init; }
    public required CaseStage State { get; init; }
    public required int Cycle { get; init; }

    /// <summary>When it was merged, which is the moment it is judged at.</summary>
    public required Instant JudgedAt { get; init; }
    public required IReadOnlyList<ClockJson> Clocks { get; init; }

    /// <summary>Absent for who may not see charges.</summary>
    public IReadOnlyList<PenaltyJson>? Penalties { get; init; }
    public required IReadOnlyList<EventJson> Events { get; init; }
}

internal sealed record EventJson
{
    /// <summary>Its place in the order of recording, from 1.</summary>
    public required int Seq { get; init; }
    public required string Type { get; init; }
    public required string Name { get; init; }

    /// <summary>When it happened; the case is judged in this order.</summary>
    public required Instant At { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? DeviceAt { get; init; }

    /// <summary>The staff id; absent for the customer.</summary>
    public string? By { get; init; }
    public required JsonElement Data { get; init; }
    public bool? Erased { get; init; }
}

internal sealed record EventListJson
{
    public required IReadOnlyList<EventJson> Items { get; init; }
    public required int Version { get; init; }
}

/// <summary>A fact noted beside the events.</summary>
internal sealed record RecordJson
{
    /// <summary>Its place in the order of recording, among events and records.</summary>
    public required int Seq { get; init; }
    public required string Type { get; init; }
    public required string Name { get; init; }
    public string? Clause { get; init; }
    public required Instant At { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The staff id; absent for the customer.</summary>
    public string? By { get; init; }

    /// <summary>The number of the event it belongs to.</summary>
    public int? Event { get; init; }
    public required JsonElement Data { get; init; }
    public bool? Erased { get; init; }
}

internal sealed record RecordListJson
{
    public required IReadOnlyList<RecordJson> Items { get; init; }
    public required int Version { get; init; }
}

internal sealed record PenaltyJson
{
    public required string Clause { get; init; }
    public required string Case { get; init; }
    public required int Cycle { get; init; }
    public required string Subject { get; init; }
    public required string Role { get; init; }
    public required string Month { get; init; }
    public required int Units { get; init; }
    public int? PercentOfBonus { get; init; }

    /// <summary>Yuan.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What somebody must decide, as the range the measures allow.</summary>
    public string? Decision { get; init; }
    public required Instant FirstAt { get; init; }
    public required Instant LastAt { get; init; }
}

internal sealed record PenaltyListJson
{
    public required IReadOnlyList<PenaltyJson> Items { get; init; }
}

internal sealed record ClauseJson
{
    public required string Id { get; init; }
    public required string Text { get; init; }

    /// <summary>The interpretation that is computed where the text leaves a choice.</summary>
    public string? Reading { get; init; }
}

internal sealed record UsedEventJson
{
    public required int Seq { get; init; }
    public required string Type { get; init; }
    public required Instant At { get; init; }
    public string? By { get; init; }
}

internal sealed record WhyJson
{
    public required ClauseJson Clause { get; init; }
    public required string RuleVersion { get; init; }

    /// <summary>The computation as a sentence.</summary>
    public required string Arithmetic { get; init; }
    public required IReadOnlyList<UsedEventJson> Events { get; init; }
}

internal sealed record ExplainedClockJson
{
    public required ClockJson Clock { get; init; }
    public required WhyJson Why { get; init; }
}

internal sealed record ExplainedPenaltyJson
{
    public required PenaltyJson Penalty { get; init; }
    public required WhyJson Why { get; init; }
}

internal sealed record ExplanationJson
{
    public required string Id { get; init; }
    public required Instant JudgedAt { get; init; }
    public required IReadOnlyList<ExplainedClockJson> Clocks { get; init; }

    /// <summary>Absent for a role that may not see charges.</summary>
    public IReadOnlyList<ExplainedPenaltyJson>? Penalties { get; init; }
}

internal sealed record TotalJson
{
    public required string Subject { get; init; }
    public required decimal Amount { get; init; }
    public required int PercentOfBonus { get; init; }
    public required int Decisions { get; init; }
}

internal sealed record StatementJson
{
    public required string Month { get; init; }
    public required string Number { get; init; }

    /// <summary>Draft until it is delivered: late events and rejections still change it.</summary>
    public required string Status { get; init; }
    public Instant? DeliveredAt { get; init; }
    public string? DeliveredBy { get; init; }

    /// <summary>SHA-256 over the delivered statement, the end of the log and the rule versions it was computed from.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The end of the event log at delivery, as verify --expect takes it.</summary>
    public string? LogEnd { get; init; }
    public IReadOnlyList<string>? RuleVersions { get; init; }
    public required IReadOnlyList<PenaltyJson> Lines { get; init; }

    /// <summary>What changed in statements delivered before: differences, each naming the month it corrects.</summary>
    public required IReadOnlyList<PenaltyJson> Corrections { get; init; }
    public required IReadOnlyList<StatementDecisionJson> Decisions { get; init; }

    /// <summary>The good side (SN-64): beside the lines, in no total.</summary>
    public required IReadOnlyList<CommendationJson> Commendations { get; init; }

    /// <summary>Lines and corrections person by person, without what was waived.</summary>
    public required IReadOnlyList<TotalJson> Totals { get; init; }
}

/// <summary>A commendation or bonus that was decided.</summary>
internal sealed record CommendationJson
{
    /// <summary>Its number: the page is /decisions/{decision}.</summary>
    public required long Decision { get; init; }
    public required string Clause { get; init; }
    public required string Subject { get; init; }
    public required string Place { get; init; }

    /// <summary>The month it is for: an earlier one where that statement was delivered before.</summary>
    public required string Month { get; init; }

    /// <summary>What was decided, in Chinese.</summary>
    public required string Measure { get; init; }

    /// <summary>In yuan, where it is money.</summary>
    public int? Amount { get; init; }
    public required string By { get; init; }
    public required Instant At { get; init; }
}

/// <summary>What was decided beside a line; the computed item itself never changes.</summary>
internal sealed record StatementDecisionJson
{
    /// <summary>The line's address on the page of the statement.</summary>
    public required string Line { get; init; }
    public required string Case { get; init; }
    public required string Clause { get; init; }
    public required int Cycle { get; init; }
    public required string Subject { get; init; }
    public required string Role { get; init; }
    public required string Month { get; init; }
    public required LineOutcome Outcome { get; init; }

    /// <summary>What was decided within the range: "bonus 60%", "pay cut".</summary>
    public string? Choice { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }
    public string? By { get; init; }
    public required Instant At { get; init; }
}

internal sealed record AttachmentJson
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>What it shows, if somebody said so.</summary>
    public AttachmentKind? Kind { get; init; }

    /// <summary>Its media type, found in the file itself.</summary>
    public required string Type { get; init; }
    public required long Size { get; init; }

    /// <summary>The event it belongs to.</summary>
    public int? Event { get; init; }
    public required string By { get; init; }
    public required Instant At { get; init; }
    public required string Href { get; init; }

    /// <summary>Erased with the words of the case: it has no name and cannot be read any more.</summary>
    public bool? Erased { get; init; }
}

internal sealed record AttachmentListJson
{
    public required IReadOnlyList<AttachmentJson> Items { get; init; }
}

internal sealed record DashboardJson
{
    public required Instant At { get; init; }
    public required long Open { get; init; }
    public required long Overdue { get; init; }
    public required long DueToday { get; init; }
    public required long ClosedThisMonth { get; init; }

    /// <summary>Of this month.</summary>
    public double? OnTimeRate { get; init; }
    public required IReadOnlyList<CategoryFiguresJson> Categories { get; init; }

    /// <summary>Twelve, the oldest first.</summary>
    public required IReadOnlyList<MonthFiguresJson> Months { get; init; }
}

internal sealed record CategoryFiguresJson
{
    public string? Category { get; init; }
    public required long Open { get; init; }
    public required long OpenedThisMonth { get; init; }
    public required long Cases { get; init; }
}

internal sealed record MonthFiguresJson
{
    public required string Month { get; init; }
    public required long Opened { get; init; }
    public required long StillOpen { get; init; }
    public required long Closed { get; init; }
    public double? OnTimeRate { get; init; }
}

internal sealed record RankingJson
{
    public required string Month { get; init; }

    /// <summary>The month is over; late events can still change it.</summary>
    public required bool Complete { get; init; }
    public required IReadOnlyList<RankedPlaceJson> Companies { get; init; }
    public required IReadOnlyList<RankedPlaceJson> Projects { get; init; }
}

internal sealed record SpecialistRankingJson
{
    public required string Month { get; init; }

    /// <summary>The ranking is out; before it is, only some see it.</summary>
    public required bool Complete { get; init; }

    /// <summary>How many have a rank, in the lines or not.</summary>
    public required int Of { get; init; }
    public required IReadOnlyList<RankedSpecialistJson> Specialists { get; init; }
}

internal sealed record RankedSpecialistJson
{
    public required string Specialist { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>Equals share it; absent where the ratings are too few.</summary>
    public int? Rank { get; init; }

    /// <summary>Mean score of 1 to 5; absent where the ratings are too few.</summary>
    public decimal? Mean { get; init; }
    public required int Ratings { get; init; }
}

internal sealed record RankedPlaceJson
{
    public required string Place { get; init; }
    public required string Name { get; init; }

    /// <summary>By the mean of the three ranks; absent where one is missing.</summary>
    public int? Rank { get; init; }

    /// <summary>How many are ranked with it, in scope or not.</summary>
    public required int Of { get; init; }
    public decimal? MeanRank { get; init; }

    /// <summary>Finished in time ÷ due in the month.</summary>
    public required RankedFigureJson OnTimeRate { get; init; }

    /// <summary>Median of handling time ÷ allowed time; less is better.</summary>
    public required RankedFigureJson Efficiency { get; init; }

    /// <summary>Mean score of call-backs × 20.</summary>
    public required RankedFigureJson Satisfaction { get; init; }
}

internal sealed record RankedFigureJson
{
    public decimal? Value { get; init; }
    public int? Rank { get; init; }

    /// <summary>How many clocks or call-backs it is made of.</summary>
    public required int Cases { get; init; }
}
