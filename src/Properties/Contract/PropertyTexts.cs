using Shouwen.Rules.Contract;

namespace Shouwen.Properties.Contract;

/// <summary>What pages say about homes and customers, here and where cases join them.</summary>
public static class PropertyTexts
{
    public static readonly Words Customers = new("客户", "Customers");
    public static readonly Words Customer = new("客户", "Customer");
    public static readonly Words Name = new("姓名", "Name");
    public static readonly Words Phone = new("电话", "Phone");
    public static readonly Words Homes = new("房屋", "Homes");
    public static readonly Words Home = new("房号", "Unit");
    public static readonly Words Owner = new("业主", "Owner");
    public static readonly Words NoOwner = new("还没有业主", "No owner yet");
    public static readonly Words NoHomes = new("没有登记房屋", "No home is recorded");
    public static readonly Words FindCustomer = new("姓名、拼音首字母或电话后四位", "Name, pinyin initials or last digits of the phone");
    public static readonly Words Find = new("查找", "Find");
    public static readonly Words All = new("全部客户", "All customers");
    public static readonly Words NoMatch = new("没有找到客户", "No customer was found");
    public static readonly Words NoMatchHint = new(
        "换一个写法：姓名开头、拼音首字母，或电话的最后几位。",
        "Try how the name begins, its pinyin initials, or the last digits of the phone."
    );
    public static readonly Words NothingYet = new("还没有客户", "No customers yet");
    public static readonly Words NothingYetHint = new("业主登记以后会列在这里。", "Owners will stand here once they are recorded.");
}
