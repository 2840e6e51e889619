using Microsoft.EntityFrameworkCore;
using Shouwen.Platform.Contract;

namespace Shouwen.Properties.Contract;

/// <summary>Finding homes and customers by how something about them begins: each way is one range of an index.</summary>
public static class PropertySearch
{
    private const int ShortestTail = 4;
    private const int WholePhone = 7;

    /// <summary>By the beginning of the name or of its initials, or by the last digits of the phone (at least four).</summary>
    public static IQueryable<CustomerRecord> Named(this IQueryable<CustomerRecord> customers, string text)
    {
        var asked = text.Trim();
        if (IsPhone(asked) && CustomerRecord.Backwards(asked) is { Length: >= ShortestTail } tail)
        {
            var (from, to) = Range(tail);
            return customers.Where(c => string.Compare(c.PhoneBackwards, from) >= 0 && string.Compare(c.PhoneBackwards, to) < 0);
        }

        if (asked.All(char.IsAsciiLetterOrDigit))
        {
            var (first, last) = Range(asked.ToLowerInvariant());
            var (named, end) = Range(asked);
            return customers.Where(c =>
                (string.Compare(c.Initials, first) >= 0 && string.Compare(c.Initials, last) < 0)
                || (string.Compare(c.Name, named) >= 0 && string.Compare(c.Name, end) < 0)
            );
        }

        var (begin, beyond) = Range(asked);
        return customers.Where(c => string.Compare(c.Name, begin) >= 0 && string.Compare(c.Name, beyond) < 0);
    }

    /// <summary>
    /// The customer who calls from this telephone and says this name, if that is one and no more: a caller is not put down
    /// as somebody he may not be.
    /// </summary>
    public static async Task<long?> Caller(
        this IQueryable<CustomerRecord> customers,
        string? name,
        string? phone,
        CancellationToken cancellation
    )
    {
        if (CustomerRecord.Backwards(phone) is not { Length: >= WholePhone } backwards)
        {
            return null;
        }

        var found = await customers
            .Where(customer => customer.PhoneBackwards == backwards && (name == null || customer.Name == name))
            .Take(2)
            .ToListAsync(cancellation);
        return found is [var only] ? only.Id : null;
    }

    /// <summary>Everybody known by the whole of this telephone, given as its digits.</summary>
    public static IReadOnlyList<long> OwnersOf(Session session, string digits) =>
        CustomerRecord.Backwards(digits) is { Length: >= WholePhone } backwards
            ? session.Query("SELECT id FROM customer WHERE phone_backwards = @phone ORDER BY id", row => row.Long(0), backwards)
            : [];

    public static IQueryable<Unit> Numbered(this IQueryable<Unit> units, string beginning)
    {
        var (from, to) = Range(beginning);
        return units.Where(unit => string.Compare(unit.Number, from) >= 0 && string.Compare(unit.Number, to) < 0);
    }

    private static bool IsPhone(string text) => text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '+' or '(' or ')');

    /// <summary>A range, not LIKE: only a range is looked up in the index on both stores.</summary>
    private static (string From, string To) Range(string beginning) => (beginning, beginning + '\uffff');
}
