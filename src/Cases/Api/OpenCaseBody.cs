using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>
/// POST /cases as it came in: the data of case.opened, with the customer, the project and the rule book beside it. The three
/// are read here, everything else goes to the rules' own reader untouched.
/// </summary>
internal sealed record OpenCaseBody(string Rules, string? Project, Customer? Customer, byte[] Data)
{
    public const string DefaultRules = "group";
    private const string ContactEndedAt = "contactEndedAt";
    private const int LongestName = 100;
    private const int LongestProject = 40;

    public static Malformed? Read(ReadOnlySpan<byte> body, Instant now, RuleLibrary library, out OpenCaseBody? read)
    {
        read = null;
        if (!Utf8.IsValid(body))
        {
            return new Malformed("", new Words("不是有效的 UTF-8", "invalid UTF-8"));
        }

        try
        {
            return new Reading(body.Length).Read(body, now, library, out read);
        }
        catch (JsonException problem)
        {
            return JsonFaults.NotJson(problem);
        }
        catch (InvalidOperationException)
        {
            return JsonFaults.Surrogate;
        }
    }

    private sealed class Reading(int length)
    {
        private readonly ArrayBufferWriter<byte> data = new(length + 64);
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private string? rules;
        private string? project;
        private string? name;
        private string? phone;
        private bool contactEnded;

        public Malformed? Read(ReadOnlySpan<byte> body, Instant now, RuleLibrary library, out OpenCaseBody? read)
        {
            read = null;
            var json = new Utf8JsonReader(body, JsonFaults.Options);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                return JsonFaults.NoObject;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (ReadField(body, ref json) is { } wrong)
                {
                    return wrong;
                }
            }

            while (json.Read()) { }
            rules ??= DefaultRules;
            if (!library.Books.TryGetValue(rules, out var book) || book.Procedure == Procedure.Historic)
            {
                return ApiRefusals.UnknownRules;
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
            read = new OpenCaseBody(rules, project, customer, data.WrittenSpan.ToArray());
            return null;
        }

        private Malformed? ReadField(ReadOnlySpan<byte> body, ref Utf8JsonReader json)
        {
            var ours =
                json.ValueTextEquals("customer"u8) ? "customer"
                : json.ValueTextEquals("project"u8) ? "project"
                : json.ValueTextEquals("rules"u8) ? "rules"
                : null;
            if (ours is null)
            {
                Copy(body, ref json);
                return null;
            }

            if (!seen.Add(ours))
            {
                return JsonFaults.Repeated(ours);
            }

            json.Read();
            return ours switch
            {
                "customer" => ReadCustomer(ref json),
                "project" => JsonFaults.ReadText(ref json, ours, LongestProject, out project),
                _ => JsonFaults.ReadText(ref json, ours, LongestName, out rules),
            };
        }

        /// <summary>Name and value as they stand; null for the end of the contact is as absent.</summary>
        private void Copy(ReadOnlySpan<byte> body, ref Utf8JsonReader json)
        {
            var contact = json.ValueTextEquals(ContactEndedAt);
            var begin = (int)json.TokenStartIndex;
            json.Read();
            var absent = contact && json.TokenType == JsonTokenType.Null;
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
                if (field is not ("customer.name" or "customer.phone"))
                {
                    return JsonFaults.Unknown(field);
                }

                if (!seen.Add(field))
                {
                    return JsonFaults.Repeated(field);
                }

                json.Read();
                var wrong =
                    field == "customer.name"
                        ? JsonFaults.ReadText(ref json, field, LongestName, out name)
                        : JsonFaults.ReadText(ref json, field, LongestName, out phone);
                if (wrong is not null)
                {
                    return wrong;
                }
            }

            return null;
        }

        private void Separate() => data.Write(data.WrittenCount == 0 ? "{"u8 : ","u8);
    }
}
