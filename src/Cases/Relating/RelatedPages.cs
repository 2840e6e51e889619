using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Model;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Relating;

/// <summary>What the pages of related cases share: where they lead, and with which status they refuse.</summary>
internal static class RelatedPages
{
    public static string Case(string number) => $"/cases/{Uri.EscapeDataString(number)}";

    /// <summary>The page of the case that stays, which says where its reader came from.</summary>
    public static string Alias(string number, string alias) =>
        number == alias ? Case(number) : $"{Case(number)}?alias={Uri.EscapeDataString(alias)}";

    public static int StatusOf(Refusal? refusal) =>
        refusal switch
        {
            null => StatusCodes.Status422UnprocessableEntity,
            { Code: Refusals.NotYoursCode } => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status409Conflict,
        };
}
