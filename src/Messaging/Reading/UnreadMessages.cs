using Shouwen.Messaging.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Reading;

/// <summary>The number beside the bell: one bounded walk of a small index, on every page.</summary>
internal static class UnreadMessages
{
    private const int MostCounted = 100;

    public static int Count(Database database, string person, Instant now)
    {
        using var session = database.Read();
        return OutboxSql.Unread(session, person, now, MostCounted);
    }
}
