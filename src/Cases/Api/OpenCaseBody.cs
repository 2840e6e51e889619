using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Cases.Acting;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>
/// POST /cases as it came in: the data of case.opened, with the customer, the project and the rule book beside it. The three
/// are read here, everything else goes to the rules' own reader untouched.
/// </summary>
internal sealed record OpenCaseBody(string Rules, string? Project, Customer? Customer, byte[] Data)
{
    /// <summary>When the contact ended, where that was said and can be read.</summary>
    public Instant? ContactEnded { get; private init; }

    public const string DefaultRules = "group";
    private const string ContactEndedAt = "contactEndedAt";
    private const int LongestName = 100;
    private const int LongestProject = 40;

    /// <summary>Everything that is wrong with the fields; without a body, why there is none.</summary>
    public static IReadOnlyList<Malformed> Read(ReadOnlySpan<byte> body, Instant now, RuleLibrary library, out OpenCaseBody? read)
    {
        read = null;
        if (!Utf8.IsValid(body))
        {
            return [JsonFaults.NotUtf8];
        }

        try
        {
            return new Reading(body.Length).Read(body, now, library, out read);
        }
        catch (JsonException problem)
        {
            return [JsonFaults.NotJson(problem)];
        }
        catch (InvalidOperationException)
        {
            return [JsonFaults.Surrogate];
        }
    }

    private sealed class Reading(int length)
    {
        private readonly ArrayBufferWriter<byte> data = new(length + 64);
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private readonly List<Malformed> faults = [];
        private string? rules;
        private string? project;
        private string? name;
        private string? phone;
        private bool contactEnded;
        private Instant? endedAt;

        public IReadOnlyList<Malformed> Read(ReadOnlySpan<byte> body, Instant now, RuleLibrary library, out OpenCaseBody? read)
        {
            read = null;
            var json = new Utf8JsonReader(body, JsonFaults.Options);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                return [JsonFaults.NoObject];
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                ReadField(body, ref json);
            }

            while (json.Read()) { }
            rules ??= DefaultRules;
            if (!library.Books.TryGetValue(rules, out var book) || book.Procedure == Procedure.Historic)
            {
                return [.. faults, ApiRefusals.UnknownRules];
            }

            if (book.Procedure == Procedure.Group && !contactEnded)
            {
                Separate();
                data.Write("\"contactEndedAt\":\""u8);
                now.Format(data.GetSpan(Instant.TextLength));
                data.Advance(Instant.TextLength);
                data.Write("\""u8);
            }

            data.Write(data.WrittenCount == 0 ? "{}"u8 : "}"u8);
            var customer = name is null && phone is null ? null : new Customer(name, phone);
            var given = data.WrittenSpan.ToArray();
            read = new OpenCaseBody(rules, project, customer, given) { ContactEnded = endedAt };
            return [.. faults, .. EventFaults.Of(book.Procedure, EventType.CaseOpened, given).Select(JsonFaults.WithoutData)];
        }

        private void ReadField(ReadOnlySpan<byte> body, ref Utf8JsonReader json)
        {
            var ours =
                json.ValueTextEquals("customer"u8) ? "customer"
                : json.ValueTextEquals("project"u8) ? "project"
                : json.ValueTextEquals("rules"u8) ? "rules"
                : null;
            if (ours is null)
            {
                Copy(body, ref json);
                return;
            }

            var wrong = seen.Add(ours) ? null : JsonFaults.Repeated(ours);
            json.Read();
            switch (ours)
            {
                case var _ when wrong is not null:
                    break;
                case "customer":
                    wrong = ReadCustomer(ref json);
                    break;
                case "project":
                    wrong = JsonFaults.ReadText(ref json, ours, LongestProject, out project);
                    break;
                default:
                    wrong = JsonFaults.ReadText(ref json, ours, LongestName, out rules);
                    break;
            }

            Blame(wrong);
            json.Skip();
        }

        /// <summary>Name and value as they stand; null for the end of the contact is as absent.</summary>
        private void Copy(ReadOnlySpan<byte> body, ref Utf8JsonReader json)
        {
            var contact = json.ValueTextEquals(ContactEndedAt);
            var begin = (int)json.TokenStartIndex;
            json.Read();
            var absent = contact && json.TokenType == JsonTokenType.Null;
            if (contact && json.TokenType == JsonTokenType.String && Instant.TryParse(json.GetString()!, out var ended))
            {
                endedAt = ended;
            }

            json.Skip();
            if (absent)
            {
                return;
            }

            contactEnded |= contact;
            Separate();
            data.Write(body[begin..(int)json.BytesConsumed]);
        }

        private Malformed? ReadCustomer(ref Utf8JsonReader json)
        {
            if (json.TokenType == JsonTokenType.Null)
            {
                return null;
            }

            if (json.TokenType != JsonTokenType.StartObject)
            {
                return new Malformed("customer", new Words("customer 不是对象", "customer is not an object"));
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var field = "customer." + json.GetString();
                var again = !seen.Add(field);
                json.Read();
                Blame(
                    again ? JsonFaults.Repeated(field)
                    : field == "customer.name" ? JsonFaults.ReadText(ref json, field, LongestName, out name)
                    : field == "customer.phone" ? JsonFaults.ReadText(ref json, field, LongestName, out phone)
                    : JsonFaults.Unknown(field)
                );
                json.Skip();
            }

            return phone is null || phone.Any(char.IsDigit) ? null : new Malformed("customer.phone", ActingTexts.PhoneNoDigits);
        }

        private void Blame(Malformed? wrong) => faults.AddRange(wrong is null ? [] : [wrong]);

        private void Separate() => data.Write(data.WrittenCount == 0 ? "{"u8 : ","u8);
    }
}
