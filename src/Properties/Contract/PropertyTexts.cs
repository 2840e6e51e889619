using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Properties.Contract;

/// <summary>What pages say about homes and customers, here and where cases join them.</summary>
public static class PropertyTexts
{
    private static readonly TextFile Texts = new(typeof(PropertyTexts));

    public static readonly Words Customers = Texts[nameof(Customers)];
    public static readonly Words Customer = Texts[nameof(Customer)];
    public static readonly Words Name = Texts[nameof(Name)];
    public static readonly Words Phone = Texts[nameof(Phone)];
    public static readonly Words Homes = Texts[nameof(Homes)];
    public static readonly Words Home = Texts[nameof(Home)];
    public static readonly Words Owner = Texts[nameof(Owner)];
    public static readonly Words NoOwner = Texts[nameof(NoOwner)];
    public static readonly Words NoHomes = Texts[nameof(NoHomes)];
    public static readonly Words FindCustomer = Texts[nameof(FindCustomer)];
    public static readonly Words Find = Texts[nameof(Find)];
    public static readonly Words All = Texts[nameof(All)];
    public static readonly Words NoMatch = Texts[nameof(NoMatch)];
    public static readonly Words NoMatchHint = Texts[nameof(NoMatchHint)];
    public static readonly Words NothingYet = Texts[nameof(NothingYet)];
    public static readonly Words NothingYetHint = Texts[nameof(NothingYetHint)];
}
