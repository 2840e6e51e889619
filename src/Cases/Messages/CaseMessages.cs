using System.Globalization;
using Shouwen.Cases.Model;
using Shouwen.Messaging.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Messages;

/// <summary>
/// Puts the messages a judgement demands into the outbox, in the transaction that made the judgement. The judgement names
/// all of them at each refold; the outbox keeps each once.
/// </summary>
internal static class CaseMessages
{
    /// <summary>
    /// What fell due longer ago than this when it is first seen is no news any more: an imported archive, a server that was
    /// down for a week. A day, because every message of an unfinished case is followed by the next morning's reminder.
    /// </summary>
    internal static readonly TimeSpan News = TimeSpan.FromDays(1);

    /// <summary>How a moment is written in a message, short enough for a telephone.</summary>
    private const string Minutes = "yyyy-MM-dd HH:mm";

    public static void Put(WriteSession session, RuleBook book, Projection projection, Judgement judgement, Instant until)
    {
        var oldest = until - News;
        Dictionary<string, string>? parameters = null;
        for (var i = judgement.Messages.Count - 1; i >= 0 && judgement.Messages[i].At > oldest; i--)
        {
            var message = judgement.Messages[i];
            parameters ??= ParametersOf(projection.Case, judgement);
            foreach (var person in message.To)
            {
                Outbox.Put(
                    session,
                    new NewMessage
                    {
                        Subject = projection.Case.Number,
                        Kind = message.Kind,
                        Occurrence = OccurrenceOf(book, message, judgement),
                        Person = person,
                        Clause = message.Clause,
                        At = message.At,
                        Parameters = parameters,
                    },
                    until
                );
            }
        }
    }

    /// <summary>A daily message is told once a day, whatever time of the day its rule version says; any other once for its moment.</summary>
    private static string OccurrenceOf(RuleBook book, Message message, Judgement judgement)
    {
        var pin = judgement.Pins.First(each => each.Cycle == message.Cycle);
        var version = book.Versions.First(each => each.Name == pin.RuleVersion);
        return version.Messages[message.Kind].At is null
            ? message.At.ToString()
            : message.At.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, string> ParametersOf(CaseRow row, Judgement judgement)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = row.Number };
        if (row.Unit is { } unit)
        {
            parameters["unit"] = unit;
        }

        if (judgement.Clocks.LastOrDefault(clock => clock.Id == "resolve") is { } resolve)
        {
            parameters["due"] = resolve.DueAt.ToDateTimeOffset().ToString(Minutes, CultureInfo.InvariantCulture);
        }

        return parameters;
    }
}
