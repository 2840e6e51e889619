using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;

namespace Shouwen.Messaging.Sending;

/// <summary>Where people can be reached, as their staff records say at the moment of sending.</summary>
internal static class Recipients
{
    public static async Task<Dictionary<string, Recipient>> Load(
        Db db,
        IEnumerable<string> ids,
        MessagingSettings settings,
        CancellationToken cancellation
    )
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        var staff = await db.Set<Staff>()
            .Where(person => wanted.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Phone,
            })
            .ToListAsync(cancellation);
        return staff.ToDictionary(
            person => person.Id,
            person => new Recipient(person.Id, person.Name, person.Phone, MailOf(person.Id, settings)),
            StringComparer.Ordinal
        );
    }

    private static string? MailOf(string staff, MessagingSettings settings) =>
        settings.Mail?.Recipient.Replace("{staff}", staff, StringComparison.Ordinal);
}
