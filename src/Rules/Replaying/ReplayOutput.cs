using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Replaying;

/// <summary>The JSON of the replay contract, written case by case so that the output is never held whole.</summary>
internal sealed class ReplayOutput(string rules, Instant until, Month? month, Context context)
{
    private readonly List<(string Case, Penalty Item)> lines = [];

    public void Write(Stream output, List<ReplayedCase> cases)
    {
        var json = new JsonText(output);
        json.Raw("{\"rules\":"u8);
        json.Text(rules);
        json.Raw(",\"until\":"u8);
        json.Time(until);
        json.Raw(",\"cases\":["u8);
        cases.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 0; i < cases.Count; i++)
        {
            Separate(json, i);
            WriteCase(json, cases[i].Id, cases[i].History.Judge(until, context));
            json.FlushIfFull();
        }

        json.Raw("]"u8);
        if (month is { } asked)
        {
            WriteStatement(json, asked);
        }

        json.Raw("}\n"u8);
        json.Flush();
    }

    private void WriteCase(JsonText json, string id, Judgement judgement)
    {
        json.Raw("{\"case\":"u8);
        json.Text(id);
        json.Raw(",\"state\":"u8);
        json.KnownText(Codes.Of(judgement.Stage));
        json.Raw(",\"cycle\":"u8);
        json.Number(judgement.Cycle);
        json.Raw(",\"ruleVersions\":["u8);
        for (var i = 0; i < judgement.Pins.Count; i++)
        {
            Separate(json, i);
            json.KnownText(judgement.Pins[i].RuleVersion);
        }

        json.Raw("],\"clocks\":["u8);
        for (var i = 0; i < judgement.Clocks.Count; i++)
        {
            Separate(json, i);
            WriteClock(json, judgement.Clocks[i]);
        }

        json.Raw("],\"messages\":["u8);
        for (var i = 0; i < judgement.Messages.Count; i++)
        {
            Separate(json, i);
            WriteMessage(json, judgement.Messages[i]);
        }

        json.Raw("],\"penalties\":["u8);
        for (var i = 0; i < judgement.Penalties.Count; i++)
        {
            Separate(json, i);
            var item = judgement.Penalties[i];
            WritePenalty(json, id, item);
            if (item.Month == month)
            {
                lines.Add((id, item));
            }
        }

        json.Raw("]}"u8);
    }

    private static void WriteClock(JsonText json, Clock clock)
    {
        json.Raw("{\"id\":"u8);
        json.KnownText(clock.Id);
        json.Raw(",\"clause\":"u8);
        json.KnownText(clock.Clause);
        json.Raw(",\"cycle\":"u8);
        json.Number(clock.Cycle);
        json.Raw(",\"startedAt\":"u8);
        json.Time(clock.StartedAt);
        json.Raw(",\"dueAt\":"u8);
        json.Time(clock.DueAt);
        if (clock.StoppedAt is { } stopped)
        {
            json.Raw(",\"stoppedAt\":"u8);
            json.Time(stopped);
        }

        json.Raw(",\"state\":"u8);
        json.KnownText(Codes.Of(clock.State));
        json.Raw(clock.Provisional ? ",\"provisional\":true}"u8 : "}"u8);
    }

    private static void WriteMessage(JsonText json, Message message)
    {
        json.Raw("{\"kind\":"u8);
        json.KnownText(message.Kind);
        json.Raw(",\"at\":"u8);
        json.Time(message.At);
        json.Raw(",\"to\":["u8);
        for (var i = 0; i < message.To.Count; i++)
        {
            Separate(json, i);
            json.KnownText(message.To[i]);
        }

        json.Raw("]}"u8);
    }

    private static void WritePenalty(JsonText json, string id, Penalty item)
    {
        json.Raw("{\"clause\":"u8);
        json.KnownText(item.Clause);
        json.Raw(",\"case\":"u8);
        json.Text(id);
        json.Raw(",\"cycle\":"u8);
        json.Number(item.Cycle);
        json.Raw(",\"subject\":"u8);
        json.KnownText(item.Subject);
        json.Raw(",\"role\":"u8);
        json.KnownText(item.Role);
        json.Raw(",\"month\":"u8);
        json.Month(item.Month);
        json.Raw(",\"units\":"u8);
        json.Number(item.Units);
        if (item.PercentOfBonus is { } percent)
        {
            json.Raw(",\"percentOfBonus\":"u8);
            json.Number(percent);
        }

        if (item.Amount is { } amount)
        {
            json.Raw(",\"amount\":"u8);
            json.Number(amount);
        }

        if (item.Decision is { } decision)
        {
            json.Raw(",\"decision\":"u8);
            json.KnownText(decision);
        }

        json.Raw(",\"firstAt\":"u8);
        json.Time(item.FirstAt);
        json.Raw(",\"lastAt\":"u8);
        json.Time(item.LastAt);
        json.Raw("}"u8);
    }

    private void WriteStatement(JsonText json, Month asked)
    {
        var statement = Statement.Of(asked, lines);
        json.Raw(",\"statement\":{\"month\":"u8);
        json.Month(asked);
        json.Raw(",\"lines\":["u8);
        for (var i = 0; i < statement.Lines.Count; i++)
        {
            Separate(json, i);
            WritePenalty(json, statement.Lines[i].Case, statement.Lines[i].Item);
            json.FlushIfFull();
        }

        json.Raw("],\"totals\":["u8);
        for (var i = 0; i < statement.Totals.Count; i++)
        {
            Separate(json, i);
            var total = statement.Totals[i];
            json.Raw("{\"subject\":"u8);
            json.Text(total.Subject);
            json.Raw(",\"amount\":"u8);
            json.Number(total.Amount);
            json.Raw(",\"percentOfBonus\":"u8);
            json.Number(total.PercentOfBonus);
            json.Raw(",\"decisions\":"u8);
            json.Number(total.Decisions);
            json.Raw("}"u8);
        }

        json.Raw("]}"u8);
    }

    private static void Separate(JsonText json, int position)
    {
        if (position > 0)
        {
            json.Raw(","u8);
        }
    }
}

internal readonly record struct ReplayedCase(string Id, CaseHistory History);
