using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;

namespace Shouwen.Cases.Api;

/// <summary>The calls about cases, one a line.</summary>
internal static class ApiRoutes
{
    private const string Base = "/api/v1";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Base).BehindApiDoor();
        OpenCase.Map(api);
        ListCases.Map(api);
        ReadCase.Map(api);
        ReadMerged.Map(api);
        RecordEvent.Map(api);
        ListEvents.Map(api);
        Records.Map(api);
        ListPenalties.Map(api);
        ReadExplanation.Map(api);
        AddAttachments.Map(api);
        ReadAttachment.Map(api);
        ReadStatement.Map(api);
        ReadRanking.Map(api);
        ReadSpecialists.Map(api);
        ReadDashboard.Map(api);
    }

    public static string Case(string number) => $"{Base}/cases/{Uri.EscapeDataString(number)}";

    public static string Attachment(string id) => $"{Base}/attachments/{id}";
}
