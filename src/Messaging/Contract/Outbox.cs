using System.Text.Json;
using Shouwen.Messaging.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Contract;

/// <summary>
/// The only way a message leaves: a row in the same transaction as what caused it. Nothing is sent here, and nothing that
/// was put is ever taken back.
/// </summary>
public static class Outbox
{
    /// <summary>Returns whether it is new: the same message put again changes nothing.</summary>
    public static bool Put(WriteSession session, NewMessage message, Instant now) =>
        session.Run(
            OutboxSql.Put,
            message.Subject,
            message.Kind,
            message.Occurrence,
            message.Person,
            message.Clause,
            message.At.Micros,
            now.Micros,
            message.IsCare ? 1L : 0L,
            JsonSerializer.Serialize(message.Parameters, ParametersJson.Options)
        ) > 0;
}
