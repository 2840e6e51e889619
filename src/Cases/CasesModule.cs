using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Cases.Reading;
using Shouwen.Cases.Register;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases;

public static class CasesModule
{
    public static void AddCases(this IServiceCollection services) =>
        services.AddSingleton(new Place(new Words("客诉与报修", "Cases"), "inbox", "/cases", 20));

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        ShowRegister.Map(routes);
        ShowCase.Map(routes);
        ExplainCase.Map(routes);
    }
}
