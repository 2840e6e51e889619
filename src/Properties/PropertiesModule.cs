using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Properties.Customers;
using Shouwen.Rules.Contract;

namespace Shouwen.Properties;

public static class PropertiesModule
{
    public static void AddProperties(this IServiceCollection services)
    {
        services.AddSingleton(new MenuEntry(new Words("客户", "Customers"), "user", "/customers", 30));
        services.AddSingleton<WhenPlaceKept>(Model.WhenPlaceIsKept.KeepProject);
        services.AddSingleton<OwnersOfPhone>(PropertySearch.OwnersOf);
    }

    public static void MapProperties(this IEndpointRouteBuilder routes) => ShowCustomers.Map(routes);
}
