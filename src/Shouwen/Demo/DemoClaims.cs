using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

/// <summary>Some claims at every step, in cases that are being handled at the demo's present.</summary>
internal sealed class DemoClaims(CaseLog log, Instant present)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Cause, string Contractor, int Amount, int Steps)[] Claims =
    [
        ("workmanship", "宏远防水工程公司", 1800, 4),
        ("material", "佳居门窗公司", 6500, 4),
        ("damage", "物业维修班", 900, 4),
        ("workmanship", "宏远防水工程公司", 12800, 3),
        ("design", "澄空设计院", 36000, 2),
        ("delay", "中城建设", 15000, 2),
        ("workmanship", "佳居门窗公司", 2400, 1),
    ];

    public async Task Write(IReadOnlyList<string> numbers)
    {
        foreach (var (number, claim) in numbers.Zip(Claims))
        {
            var file = log.Load(number)!;
            if (file.History.Events.OfType<OrderIssued>().LastOrDefault() is { } order)
            {
                await Write(number, order, file.Events[0].By, claim);
            }
        }
    }

    private async Task Write(
        string number,
        OrderIssued order,
        string? specialist,
        (string Cause, string Contractor, int Amount, int Steps) claim
    )
    {
        await Append(number, [Event(EventType.ClaimRaised, specialist, new { amount = claim.Amount })], []);
        if (claim.Steps >= 2)
        {
            await Append(
                number,
                [Event(EventType.ClaimReported, order.Accountable, new { })],
                [
                    Record(
                        "claim.report",
                        order.Accountable,
                        new
                        {
                            cause = claim.Cause,
                            contractor = claim.Contractor,
                            amount = claim.Amount,
                            basis = "现场查勘记录和维修报价",
                        }
                    ),
                ]
            );
        }

        if (claim.Steps >= 3)
        {
            await Append(number, [Event(EventType.ClaimDecided, order.Leader, new { granted = true })], []);
        }

        if (claim.Steps >= 4)
        {
            var paid = new
            {
                amount = claim.Amount,
                paidAt = present.ToString(),
                means = "transfer",
            };
            await Append(number, [], [Record("claim.payment", order.Accountable, paid)]);
            await Append(number, [Event(EventType.ClaimFiled, order.Accountable, new { })], []);
        }
    }

    private async Task Append(string number, IReadOnlyList<NewEvent> events, IReadOnlyList<NewRecord> records)
    {
        var answer = await log.Append(new AppendRequest(number, events) { Records = records });
        if (!answer.Done)
        {
            throw new InvalidOperationException($"{number}: {answer.Refusal?.Sentence.En}");
        }
    }

    private NewEvent Event(EventType type, string? by, object data) => NewEvent.Of(type, present, by, JsonSerializer.Serialize(data, Json));

    private NewRecord Record(string name, string? by, object data) => NewRecord.Of(name, present, by, JsonSerializer.Serialize(data, Json));
}
