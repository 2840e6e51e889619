using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Shouwen.Cases.Model;
using Shouwen.Messaging.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Owners;

/// <summary>Links that open one case without a code. A case has one at a time; whoever has it sees that case and nothing else.</summary>
internal sealed class CaseLinks(IDataProtectionProvider protection)
{
    private const string Purpose = "the secret of a case's link";

    private const string Add =
        "INSERT INTO case_link (case_id, digest, sealed, made_at, ends_at) VALUES (@case, @digest, @sealed, @at, @ends)";

    private const string RevokeAll = "UPDATE case_link SET revoked_at = @at WHERE case_id = @case AND revoked_at IS NULL";

    private const string NumberOf =
        "SELECT number FROM cases JOIN case_link USING (case_id) WHERE digest = @digest AND revoked_at IS NULL AND ends_at > @now";

    private const string Last =
        "SELECT sealed, ends_at FROM case_link WHERE case_id = @case AND revoked_at IS NULL AND ends_at > @now ORDER BY id DESC LIMIT 1";

    private const string PhoneOf = "SELECT name, phone FROM customer WHERE id = @id";
    private const string LinkKind = NewMessage.CustomerPrefix + "link";

    private readonly IDataProtector protector = protection.CreateProtector(Purpose);

    /// <param name="Path">Where it leads, with its secret.</param>
    /// <param name="EndsAt">When it is over.</param>
    public sealed record Link(string Path, Instant EndsAt);

    /// <summary>A link in force at the moment; null for none, or when the keys it was sealed with are gone.</summary>
    public Link? Current(Session session, long caseId, Instant now)
    {
        var found = session.Query(Last, row => (Sealed: row.Text(0), EndsAt: Instant.FromMicros(row.Long(1))), caseId, now.Micros);
        return found is [var link] && Open(link.Sealed) is { } secret ? new Link(OwnerLinks.PathOf(secret), link.EndsAt) : null;
    }

    /// <summary>Makes a link; the one before is shut.</summary>
    public void Make(WriteSession session, long caseId, OwnerTerm term, Instant now)
    {
        var secret = OwnerLinks.NewSecret();
        Revoke(session, caseId, now);
        session.Run(Add, caseId, OwnerLinks.Digest(secret), protector.Protect(secret), now.Micros, (now + term.Within).Micros);
    }

    /// <summary>Makes the link of a new case, and tells the customer where a telephone is on record.</summary>
    public void Give(WriteSession session, string number, long? customer, OwnerTerm term, Instant now)
    {
        var stored = ProjectionSql.FindItself(session, number, Scope.WholeGroup)!.Value;
        Make(session, stored.Key.CaseId, term, now);
        if (customer is { } told)
        {
            Outbox.Put(
                session,
                new NewMessage
                {
                    Subject = number,
                    Kind = LinkKind,
                    Occurrence = "registered",
                    Person = $"{NewMessage.CustomerPrefix}{told}",
                    Clause = term.Clause,
                    At = now,
                    Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = number },
                },
                now
            );
        }
    }

    /// <summary>
    /// Where a customer is reached and what the message leads to: neither stands in the outbox. The link is that of the case
    /// itself: the one it may have been merged into since is another customer's.
    /// </summary>
    public Outsider? Find(Session session, NewMessage message)
    {
        var id = long.TryParse(message.Person[NewMessage.CustomerPrefix.Length..], CultureInfo.InvariantCulture, out var customer)
            ? customer
            : 0;
        return
            ProjectionSql.FindItself(session, message.Subject, Scope.WholeGroup) is { } stored
            && session.Query(PhoneOf, row => (Name: row.Text(0), Phone: row.TextOrNull(1)), id) is [var found]
            ? new Outsider(found.Name, found.Phone, Current(session, stored.Key.CaseId, message.At)?.Path)
            : null;
    }

    public static void Revoke(WriteSession session, long caseId, Instant now) => session.Run(RevokeAll, now.Micros, caseId);

    /// <summary>Asked at every request that comes by a link.</summary>
    public static string? CaseOf(Session session, byte[] digest, Instant now) =>
        session.Query(NumberOf, row => row.Text(0), digest, now.Micros).SingleOrDefault();

    private string? Open(string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
