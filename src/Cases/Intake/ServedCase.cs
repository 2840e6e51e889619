using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Cases.Reading;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Intake;

/// <summary>The property case a developer's case is opened for: it says who, where and what, so that nobody types it again.</summary>
internal sealed record ServedCase(string Number, string? Project, Customer? Customer, Caller Caller)
{
    private EventData Opening { get; init; } = null!;

    /// <summary>Null when there is no such case in scope, or its book does not let this person open another one for it.</summary>
    public static async Task<ServedCase?> Open(
        CaseLog log,
        Db db,
        Callers callers,
        Reader reader,
        string? number,
        CancellationToken cancellation
    )
    {
        var me = reader.Me!;
        if (string.IsNullOrEmpty(number) || log.Load(me, number) is not { } file || !me.IsOneOf(file.Book.At(reader.Now).Relations.Link))
        {
            return null;
        }

        var opening = new EventData(file.Events[0]);
        var customer = await db.CasesFor(me).Where(row => row.Number == file.Number).Select(row => row.CustomerId).FirstAsync(cancellation);
        var caller = await callers.Open(customer, file.Project, opening.Text("unit"), cancellation);
        return new ServedCase(file.Number, file.Project, file.Customer, caller) { Opening = opening };
    }

    /// <summary>What stands in a field nobody has typed into.</summary>
    public string? Preset(string field) => field is "channel" or "category" or "unit" or "demand" ? Opening.Text(field) : null;
}
