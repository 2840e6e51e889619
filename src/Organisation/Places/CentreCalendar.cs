using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Places;

/// <summary>EG-7: closes the service centres whose day has come. Opening needs no deed: its date says it.</summary>
internal sealed class CentreCalendar(Database database, Model.Places places, RuleLibrary rules)
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Returns how many centres it closed.</summary>
    public async Task<long> Run(Instant asOf, CancellationToken cancellation) =>
        rules.CentreTermsAt(asOf) is { } terms
            ? await database.Writer.Write(session => places.CloseDue(session, terms, asOf), cancellation)
            : 0;
}
