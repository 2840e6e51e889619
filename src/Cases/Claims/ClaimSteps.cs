using System.Text;
using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>What can be done with a claim: the record it fills in, and the event it is.</summary>
/// <param name="Name">Its part of the address.</param>
/// <param name="Record">The record it fills in; null when the event says everything.</param>
internal sealed record ClaimStepKind(string Name, string? Record);

internal static class ClaimSteps
{
    public static readonly ClaimStepKind Report = new("report", ClaimFold.ReportName);
    public static readonly ClaimStepKind Approval = new("approval", ClaimFold.ApprovalName);
    public static readonly ClaimStepKind Phone = new("phone", ClaimFold.PhoneName);
    public static readonly ClaimStepKind Signature = new("signature", ClaimFold.SignatureName);
    public static readonly ClaimStepKind Payment = new("payment", ClaimFold.PaymentName);
    public static readonly ClaimStepKind Filing = new("filing", null);

    private const string LevelField = "level";

    public static ClaimStepKind? Find(string name) =>
        new[] { Report, Approval, Phone, Signature, Payment, Filing }.FirstOrDefault(each => each.Name == name);

    /// <summary>The level is not filled in: it is the one whose turn it is.</summary>
    public static RecordRule Shown(RecordRule rule) => rule with { Fields = [.. rule.Fields.Where(field => field.Name != LevelField)] };

    /// <summary>Everything a step writes, in one append.</summary>
    public static AppendRequest Request(
        string number,
        ClaimStepKind kind,
        Claim? claim,
        ClaimTerms terms,
        ReadOnlyMemory<byte> data,
        Me me,
        Instant at
    )
    {
        if (kind.Record is null)
        {
            return new AppendRequest(number, [Event(EventType.ClaimFiled, "{}")]);
        }

        if (kind == Report)
        {
            NewEvent[] reported = claim is { ReportedAt: null } ? [Event(EventType.ClaimReported, "{}")] : [];
            return new AppendRequest(number, reported) { Records = [Noted(data, reported.Length > 0)] };
        }

        IReadOnlyList<string> pending = claim is null ? [] : terms.Pending(claim);
        if ((kind != Approval && kind != Phone) || pending.Count == 0)
        {
            return new AppendRequest(number, []) { Records = [Noted(data, withEvent: false)] };
        }

        var decision = JsonElement.Parse(data.Span).TryGetProperty("decision", out var said) ? said.GetString() : null;
        NewEvent[] decided =
            pending.Count == 1 && decision is ClaimApproval.Approve or ClaimApproval.Refuse
                ? [Event(EventType.ClaimDecided, decision == ClaimApproval.Approve ? """{"granted":true}""" : """{"granted":false}""")]
                : [];
        return new AppendRequest(number, decided) { Records = [Noted(WithLevel(data, pending[0]), decided.Length > 0)] };

        NewEvent Event(EventType type, string json) => NewEvent.Of(type, at, me.StaffId, json);

        NewRecord Noted(ReadOnlyMemory<byte> json, bool withEvent) =>
            new(kind.Record!, at, me.StaffId, json) { WithEvent = withEvent ? 0 : null };
    }

    private static byte[] WithLevel(ReadOnlyMemory<byte> data, string level)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            json.WriteString(LevelField, level);
            foreach (var field in JsonElement.Parse(data.Span).EnumerateObject())
            {
                field.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return written.ToArray();
    }
}
