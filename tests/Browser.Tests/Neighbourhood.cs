using Shouwen.Rules.Contract;
using Shouwen.Testing;

namespace Shouwen.Browser.Tests;

/// <summary>A page full of cases on one Monday afternoon, all invented.</summary>
internal static class Neighbourhood
{
    private static readonly (string Unit, string Customer, string Demand, string Category)[] Calls =
    [
        ("澜岸 7-1-803", "陈先生", "厨房烟道倒灌，晚上无法做饭", "property.repair"),
        ("云庭 2-1-1502", "王先生", "合同约定与样板间窗户分隔不一致，要求书面说明原因并给出处理办法", "design.planning"),
        ("云庭 5-2-904", "赵女士", "卫生间地漏返味，上次维修后一周又出现", "property.repair"),
        ("和苑 9-1-301", "孙女士", "入户门锁更换后钥匙无法使用", "property.repair"),
        ("和苑 4-2-1101", "吴先生", "产权证办理进度超过承诺时间，要求答复", "sales.licence"),
        ("云庭 6-1-202", "郑女士", "漏水致木地板损坏，索赔 8,600 元", "property.repair"),
        ("澜岸 1-1-602", "何女士", "地下车库顶板渗水，影响停车", "estate.facilities"),
        ("栖湖 3-1-1804", "马先生", "交付后两个月暖气一直不热，物业上门三次没有解决", "handover.late.quality"),
        ("望山 8-2-501", "林女士", "楼上装修噪音，周日早上 7 点开工", "property.service"),
        ("锦里 商铺 12", "周先生", "商铺空调外机位置与图纸不符", "leasing"),
        ("栖湖 2-2-902", "高女士", "儿童游乐区地垫破损，孩子摔倒", "estate.facilities"),
        ("锦里 5-1-1201", "许先生", "认购后排号没有结果，要求退还定金", "sales.signing"),
    ];

    /// <summary>Returns the number of the complaint with the long story.</summary>
    public static async Task<string> MoveIn(TestApp app)
    {
        (string Id, string Name)[] people =
        [
            ("zhou", "周敏"),
            ("gao", "高工"),
            ("liang", "梁总"),
            ("chen", "陈董"),
            ("deputyManager", "何副总"),
            ("generalManager", "罗总"),
        ];
        foreach (var (id, name) in people)
        {
            await app.AddStaff(id, name);
        }

        var leak = await Complaint.Leak().In(app);
        for (var i = 0; i < 36; i++)
        {
            var (unit, customer, demand, category) = Calls[i % Calls.Length];
            var minutes = i < 14 ? 3 + (i * 2) : 60 * (i - 12);
            var opened = TestApp.Monday - TimeSpan.FromMinutes(minutes);
            await Walk(unit, customer, demand, category, opened, i).In(app);
        }

        return leak;
    }

    private static Complaint Walk(string unit, string customer, string demand, string category, Instant opened, int i)
    {
        var project = unit[..2] switch
        {
            "澜岸" => "LA",
            "云庭" => "YT",
            "和苑" => "HY",
            "栖湖" => "QH",
            "望山" => "WS",
            _ => "JL",
        };
        var story = new Complaint("group", project) { Customer = new Shouwen.Cases.Contract.Customer(customer, "13900001234") }.Then(
            "case.opened",
            Text(opened),
            "zhou",
            new
            {
                channel = i % 3 == 0 ? "visit" : "phone",
                category,
                contactEndedAt = opened.ToString(),
                unit,
                demand,
            }
        );
        if (i < 14)
        {
            return story;
        }

        var requiredBy = (opened + TimeSpan.FromDays(i % 5)).NextAt(new TimeOnly(18, 0));
        story
            .Then("order.submitted", Text(opened + TimeSpan.FromMinutes(20)), "zhou", new { requiredBy = requiredBy.ToString() })
            .Then("order.approved", Text(opened + TimeSpan.FromMinutes(35)), "deputyManager");
        if (i % 4 == 0)
        {
            return story;
        }

        story.Then(
            "order.issued",
            Text(opened + TimeSpan.FromMinutes(50)),
            "generalManager",
            new
            {
                department = i % 2 == 0 ? "engineering" : "property",
                accountable = "gao",
                leader = "liang",
                chairman = "chen",
            }
        );
        return i % 3 == 0
            ? story
            : story
                .Then("visit.made", Text(opened + TimeSpan.FromMinutes(58)), "gao")
                .Then("plan.recorded", Text(opened + TimeSpan.FromMinutes(59)), "gao");
    }

    private static string Text(Instant at) => at.ToString()[..16];
}
