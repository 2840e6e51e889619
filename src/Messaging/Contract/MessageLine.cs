using Shouwen.Messaging.Model;
using Shouwen.Messaging.Sending;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Contract;

/// <summary>A message as its pages show it.</summary>
public sealed record MessageLine(long Id, string Person, Instant At, Words Title, Words Text, string? Path, bool IsRead)
{
    internal static MessageLine Of(OutboxMessage row)
    {
        var message = AsPut(row);
        return new MessageLine(
            row.Id,
            row.Person,
            row.At,
            MessageWording.Title(message),
            MessageWording.Body(message),
            MessageWording.PathOf(message),
            row.ReadAt is not null
        );
    }

    private static NewMessage AsPut(OutboxMessage row) =>
        new()
        {
            Subject = row.Subject,
            Kind = row.Kind,
            Occurrence = row.Occurrence,
            Person = row.Person,
            Clause = row.Clause,
            At = row.At,
            Parameters = ParametersJson.Read(row.Parameters),
        };
}
