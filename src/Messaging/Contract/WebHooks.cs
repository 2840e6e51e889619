using System.Text.Json;
using Shouwen.Messaging.Hooks;
using Shouwen.Messaging.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Contract;

/// <summary>Tells other programs: a row in the outbox for each hook that wants the kind, in the transaction of the cause.</summary>
public static class WebHooks
{
    public const string CaseOpened = "case.opened";
    public const string CaseRecorded = "case.recorded";
    public const string StatementDelivered = "statement.delivered";

    /// <summary>What a hook can be told of.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["case.*", StatementDelivered];

    /// <param name="session">The caller's request.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="subject">The number of the case; "" when it is about none.</param>
    /// <param name="occurrence">Which of its kind; the same again puts nothing.</param>
    /// <param name="facts">Codes, numbers and times. Never words of people: they could not be erased elsewhere.</param>
    /// <param name="now">When.</param>
    public static void Put(
        WriteSession session,
        string kind,
        string subject,
        string occurrence,
        IReadOnlyDictionary<string, string> facts,
        Instant now
    )
    {
        var parameters = default(string);
        foreach (var hook in WebHookSql.Wanting(session, kind))
        {
            parameters ??= JsonSerializer.Serialize(facts, ParametersJson.Options);
            session.Run(OutboxSql.Put, subject, kind, occurrence, WebHook.PersonOf(hook), "", now.Micros, now.Micros, 0L, parameters);
        }
    }
}
