namespace Shouwen.Demo;

/// <summary>What owners ask for and staff write down in the demo, by category.</summary>
internal static class DemoTexts
{
    public static readonly (string Category, string Department, string[] Demands)[] Matters =
    [
        (
            "property.repair",
            "property",
            [
                "飘窗渗漏，雨天墙面起皮，要求三日内修复并恢复墙面",
                "厨房烟道倒灌，晚上无法做饭",
                "入户门锁更换后钥匙无法使用",
                "卫生间地漏返味，请上门检查",
                "阳台推拉门关不严，刮风有异响",
                "客厅木地板起拱，疑似楼上漏水",
            ]
        ),
        (
            "property.service",
            "property",
            [
                "地下车库照明坏了一周没人修",
                "楼道堆放杂物，消防通道走不过去",
                "电梯经常停在两层之间，老人不敢坐",
                "装修工人中午施工，影响孩子休息",
            ]
        ),
        (
            "handover.late.quality",
            "engineering",
            ["收房时墙面空鼓，整改两次仍不合格，要求书面说明", "门窗打胶开裂，进水，拒绝收房", "地下室返潮严重，要求重新做防水"]
        ),
        ("handover.late.progress", "sales", ["合同约定六月交房，至今没有通知", "交房通知一再推迟，租房费用怎么办"]),
        ("sales.signing", "sales", ["置业顾问承诺的车位优惠没有兑现", "网签信息写错身份证号，迟迟不改"]),
        ("sales.licence", "sales", ["产权证办理进度超过承诺时间，要求答复", "大产证何时下来，影响孩子上学"]),
        ("design.planning", "sales", ["合同约定与样板间窗户分隔不一致，要求书面说明", "楼前新增配电房，购房时未告知"]),
        ("estate.facilities", "sales", ["地下车库顶板渗水，影响停车", "儿童游乐场地面破损，孩子摔伤", "承诺的会所变成了售楼处"]),
        ("leasing", "commercial", ["商铺空调外机噪声大，楼上无法休息", "底商油烟直排，投诉多次"]),
    ];

    public static readonly string[] Progress =
    [
        "已联系施工单位，明天上午进场",
        "已安排防水单位勘查",
        "第一遍闭水试验，暂无渗漏",
        "配件已下单，预计两天到货",
        "墙面打磨完成，等待干燥",
        "与业主电话沟通，同意周末上门",
        "修补完成，等待第二遍闭水试验",
        "已更换门锁并试用正常",
    ];

    public static readonly string[] Plans =
    [
        "清理原防水层，重做两遍防水，闭水四十八小时后恢复墙面",
        "更换损坏配件并试运行三天",
        "整改后由客户、监理和施工单位三方签字确认",
    ];

    public static readonly string[] Tried = ["按约到户，敲门三次无人应答，电话两次未接", "已到户，客户要求先赔付再查看，不同意入户"];

    public static readonly string[] Said = ["问题解决了，师傅很客气", "解决得慢了些，下次希望早点通知", "周末在家，可以上门"];

    public static readonly string[] Rejections = ["缺少合同约定时间", "请补充现场照片", "责任部门写错，请改正", "要求完成时间不明确"];

    public static readonly string[] ClosureRejections = ["客户反映仍有渗水", "缺少客户签字的完成单", "现场照片不清楚"];

    public static readonly string[] Reopenings = ["雨后再次渗漏", "同一处又开裂", "客户称问题没有解决"];

    public static readonly string[] Postponements = ["配件未到", "连日下雨无法施工", "业主临时外出"];
}
