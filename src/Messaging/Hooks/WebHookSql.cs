using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Hooks;

/// <summary>All SQL over web hooks.</summary>
internal static class WebHookSql
{
    private const string Active = "SELECT id, kinds FROM web_hook WHERE disabled_at IS NULL ORDER BY id";

    private const string Find = "SELECT url, secret FROM web_hook WHERE id = @id AND disabled_at IS NULL";

    private const string Add =
        "INSERT INTO web_hook (url, secret, kinds, made_by, made_at) VALUES (@url, @secret, @kinds, @by, @at) RETURNING id";

    private const string Disable = "UPDATE web_hook SET disabled_at = @now WHERE id = @id AND disabled_at IS NULL";
    private const string Enable = "UPDATE web_hook SET disabled_at = NULL, failing_since = NULL WHERE id = @id AND disabled_at IS NOT NULL";
    private const string Arrived = "UPDATE web_hook SET failing_since = NULL WHERE id = @id AND failing_since IS NOT NULL";
    private const string Failed = "UPDATE web_hook SET failing_since = @now WHERE id = @id AND failing_since IS NULL";

    private const string DisableFailing =
        "UPDATE web_hook SET disabled_at = @now WHERE id = @id AND disabled_at IS NULL AND failing_since <= @since";

    /// <summary>A hook at which nothing has arrived for so long is given up: a person looks at it and enables it again.</summary>
    internal static readonly TimeSpan LongestFailure = TimeSpan.FromDays(3);

    public static List<long> Wanting(Session session, string kind) =>
        [
            .. session
                .Query(Active, row => (Id: row.Long(0), Kinds: row.Text(1)))
                .Where(hook => WebHook.Takes(hook.Kinds, kind))
                .Select(hook => hook.Id),
        ];

    public static (string Url, string Secret)? AddressOf(Session session, long id) =>
        session.Query(Find, row => (row.Text(0), row.Text(1)), id) is [var found] ? found : null;

    public static long Insert(WriteSession session, string url, string secret, string kinds, string by, Instant now) =>
        session.Number(Add, url, secret, kinds, by, now.Micros)!.Value;

    public static bool SetDisabled(WriteSession session, long id, bool disabled, Instant now) =>
        (disabled ? session.Run(Disable, now.Micros, id) : session.Run(Enable, id)) > 0;

    /// <summary>What an attempt came to, in the same write that settles it.</summary>
    public static void Note(WriteSession session, long id, bool arrived, Instant now)
    {
        if (arrived)
        {
            session.Run(Arrived, id);
            return;
        }

        session.Run(Failed, now.Micros, id);
        session.Run(DisableFailing, now.Micros, id, (now - LongestFailure).Micros);
    }
}
