using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Replaying;

/// <summary>The JSON of the replay contract, written case by case so that the output is never held whole.</summary>
internal sealed class ReplayOutput(string rules, Instant until, Month? month, Context context)
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly List<(string Case, Penalty Item)> lines = [];

    public void Write(Stream output, Dictionary<string, CaseHistory> cases)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("rules"u8, rules);
        WriteTime(json, Names.Until, until);
        json.WriteStartArray("cases"u8);
        var ids = cases.Keys.ToArray();
        Array.Sort(ids, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            WriteCase(json, id, cases[id].Judge(until, context));
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        if (month is { } asked)
        {
            WriteStatement(json, asked);
        }

        json.WriteEndObject();
        json.Flush();
    }

    private void WriteCase(Utf8JsonWriter json, string id, Judgement judgement)
    {
        json.WriteStartObject();
        json.WriteString(Names.Case, id);
        json.WriteString(Names.State, Codes.Of(judgement.Stage));
        json.WriteNumber(Names.Cycle, judgement.Cycle);
        json.WriteStartArray(Names.Versions);
        foreach (var pin in judgement.Pins)
        {
            json.WriteStringValue(pin.RuleVersion);
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.Clocks);
        foreach (var clock in judgement.Clocks)
        {
            WriteClock(json, clock);
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.Messages);
        foreach (var message in judgement.Messages)
        {
            WriteMessage(json, message);
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.Penalties);
        foreach (var item in judgement.Penalties)
        {
            WritePenalty(json, id, item);
            if (item.Month == month)
            {
                lines.Add((id, item));
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClock(Utf8JsonWriter json, Clock clock)
    {
        json.WriteStartObject();
        json.WriteString(Names.Id, clock.Id);
        json.WriteString(Names.Clause, clock.Clause);
        json.WriteNumber(Names.Cycle, clock.Cycle);
        WriteTime(json, Names.StartedAt, clock.StartedAt);
        WriteTime(json, Names.DueAt, clock.DueAt);
        if (clock.StoppedAt is { } stopped)
        {
            WriteTime(json, Names.StoppedAt, stopped);
        }

        json.WriteString(Names.State, Codes.Of(clock.State));
        if (clock.Provisional)
        {
            json.WriteBoolean(Names.Provisional, true);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        json.WriteString(Names.Kind, message.Kind);
        WriteTime(json, Names.At, message.At);
        json.WriteStartArray(Names.To);
        foreach (var person in message.To)
        {
            json.WriteStringValue(person);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePenalty(Utf8JsonWriter json, string id, Penalty item)
    {
        json.WriteStartObject();
        json.WriteString(Names.Clause, item.Clause);
        json.WriteString(Names.Case, id);
        json.WriteNumber(Names.Cycle, item.Cycle);
        json.WriteString(Names.Subject, item.Subject);
        json.WriteString(Names.Role, item.Role);
        json.WriteString(Names.Month, item.Month.ToString());
        json.WriteNumber(Names.Units, item.Units);
        if (item.PercentOfBonus is { } percent)
        {
            json.WriteNumber(Names.PercentOfBonus, percent);
        }

        if (item.Amount is { } amount)
        {
            json.WriteNumber(Names.Amount, Plain(amount));
        }

        if (item.Decision is { } decision)
        {
            json.WriteString(Names.Decision, decision);
        }

        WriteTime(json, Names.FirstAt, item.FirstAt);
        WriteTime(json, Names.LastAt, item.LastAt);
        json.WriteEndObject();
    }

    private void WriteStatement(Utf8JsonWriter json, Month asked)
    {
        var statement = Statement.Of(asked, lines);
        json.WriteStartObject("statement"u8);
        json.WriteString(Names.Month, asked.ToString());
        json.WriteStartArray("lines"u8);
        foreach (var (id, item) in statement.Lines)
        {
            WritePenalty(json, id, item);
        }

        json.WriteEndArray();
        json.WriteStartArray("totals"u8);
        foreach (var total in statement.Totals)
        {
            json.WriteStartObject();
            json.WriteString(Names.Subject, total.Subject);
            json.WriteNumber(Names.Amount, Plain(total.Amount));
            json.WriteNumber(Names.PercentOfBonus, total.PercentOfBonus);
            json.WriteNumber("decisions"u8, total.Decisions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>1400.00 is written 1400: the scale of a decimal is no information.</summary>
    private static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static void WriteTime(Utf8JsonWriter json, JsonEncodedText name, Instant instant)
    {
        Span<byte> text = stackalloc byte[Instant.TextLength];
        instant.Format(text);
        json.WriteString(name, text);
    }

    private static class Names
    {
        public static readonly JsonEncodedText Amount = JsonEncodedText.Encode("amount");
        public static readonly JsonEncodedText At = JsonEncodedText.Encode("at");
        public static readonly JsonEncodedText Case = JsonEncodedText.Encode("case");
        public static readonly JsonEncodedText Clause = JsonEncodedText.Encode("clause");
        public static readonly JsonEncodedText Clocks = JsonEncodedText.Encode("clocks");
        public static readonly JsonEncodedText Cycle = JsonEncodedText.Encode("cycle");
        public static readonly JsonEncodedText Decision = JsonEncodedText.Encode("decision");
        public static readonly JsonEncodedText DueAt = JsonEncodedText.Encode("dueAt");
        public static readonly JsonEncodedText FirstAt = JsonEncodedText.Encode("firstAt");
        public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
        public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
        public static readonly JsonEncodedText LastAt = JsonEncodedText.Encode("lastAt");
        public static readonly JsonEncodedText Messages = JsonEncodedText.Encode("messages");
        public static readonly JsonEncodedText Month = JsonEncodedText.Encode("month");
        public static readonly JsonEncodedText Penalties = JsonEncodedText.Encode("penalties");
        public static readonly JsonEncodedText PercentOfBonus = JsonEncodedText.Encode("percentOfBonus");
        public static readonly JsonEncodedText Provisional = JsonEncodedText.Encode("provisional");
        public static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
        public static readonly JsonEncodedText StartedAt = JsonEncodedText.Encode("startedAt");
        public static readonly JsonEncodedText State = JsonEncodedText.Encode("state");
        public static readonly JsonEncodedText StoppedAt = JsonEncodedText.Encode("stoppedAt");
        public static readonly JsonEncodedText Subject = JsonEncodedText.Encode("subject");
        public static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
        public static readonly JsonEncodedText Units = JsonEncodedText.Encode("units");
        public static readonly JsonEncodedText Until = JsonEncodedText.Encode("until");
        public static readonly JsonEncodedText Versions = JsonEncodedText.Encode("ruleVersions");
    }
}
