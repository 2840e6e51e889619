using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Messaging.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Messages;

/// <summary>Tells the roles a record of the book names that it was recorded, in the transaction that recorded it.</summary>
internal static class RecordMessages
{
    public const string Kind = "record.noted";

    /// <param name="session">Where.</param>
    /// <param name="history">The case with whom its order names.</param>
    /// <param name="row">The case as lists show it.</param>
    /// <param name="records">What was recorded, each with its number.</param>
    /// <param name="holders">Who holds the posts of the group centre.</param>
    public static void Put(
        WriteSession session,
        CaseHistory history,
        CaseRow row,
        IEnumerable<(int Seq, NewRecord Record)> records,
        Context holders
    )
    {
        foreach (var (seq, record) in records)
        {
            var rule = history.Book.At(record.At).Records[record.Name];
            foreach (
                var person in rule
                    .Tells.Select(role => Holder(role, history, holders, record.At))
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
            )
            {
                Outbox.Put(
                    session,
                    new NewMessage
                    {
                        Subject = row.Number,
                        Kind = Kind,
                        Occurrence = seq.ToString(CultureInfo.InvariantCulture),
                        Person = person,
                        Clause = rule.Clause,
                        At = record.At,
                        Parameters = ParametersOf(row, rule),
                    },
                    record.At
                );
            }
        }
    }

    private static Dictionary<string, string> ParametersOf(CaseRow row, RecordRule rule)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["number"] = row.Number,
            ["name.zh"] = rule.Title.Zh,
            ["name.en"] = rule.Title.En,
        };
        if (row.Unit is { } unit)
        {
            parameters["unit"] = unit;
        }

        return parameters;
    }

    /// <summary>Nobody while the case has no order that names one.</summary>
    private static string? Holder(string role, CaseHistory history, Context holders, Instant at)
    {
        var order = history.Events.OfType<OrderIssued>().LastOrDefault();
        return role switch
        {
            "deputyManager" => holders.DeputyManager.At(at),
            "generalManager" => holders.GeneralManager.At(at),
            "accountable" => order?.Accountable,
            "leader" => order?.Leader,
            "chairman" => order?.Chairman,
            _ => null,
        };
    }
}
