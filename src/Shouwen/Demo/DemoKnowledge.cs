using Shouwen.Knowledge.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

/// <summary>What the fictional group has learnt: twenty articles, and some entries of the casebook from cases that ended.</summary>
internal static class DemoKnowledge
{
    private const string Answer = "answer";
    private const string Policy = "policy";
    private const string Phrase = "phrase";
    private const string Term = "contract";

    private static readonly NewArticle[] Articles =
    [
        new(
            Answer,
            "property.repair",
            "飘窗、外窗渗水怎么处理",
            "先请业主**移开窗边物品**，约定上门时间。\n\n- 判断渗点：窗框、窗台、外墙\n- 雨天渗水的，雨停后做淋水试验再修\n- 保修期内由责任单位维修，防水工程五年",
            "漏水 渗漏 窗台 雨天"
        ),
        new(
            Answer,
            "property.repair",
            "卫生间漏到楼下怎么办",
            "请楼上业主停用该卫生间，物业 30 分钟内到场。\n\n1. 查看下沉箱和管根\n2. 做 48 小时闭水试验\n3. 书面告知双方结果和维修日期",
            "漏水 闭水试验 楼下 天花板"
        ),
        new(
            Answer,
            "property.repair",
            "墙面起皮、发霉怎么处理",
            "先找水源再修饰面：渗漏未除，重做涂料会再次起皮。保修两年内由装饰单位处理。",
            "发霉 掉皮 涂料 受潮"
        ),
        new(
            Answer,
            "property.repair",
            "入户门锁坏了找谁",
            "交付两年内联系物业前台报修；自行更换的门锁由业主联系厂家。",
            "门锁 智能锁 打不开"
        ),
        new(
            Answer,
            "property.repair",
            "地暖不热怎么排查",
            "- 检查分水器阀门是否全开\n- 清洗过滤器\n- 仍不热的报修，供暖季 24 小时内上门",
            "暖气 供暖 地暖 温度"
        ),
        new(
            Answer,
            "property.service",
            "装修押金多久退还",
            "装修验收合格满三个月，**押金**原路退还。请带押金收据和验收单到物业前台。",
            "装修 保证金 退押金"
        ),
        new(
            Answer,
            "property.service",
            "装修可以几点施工",
            "工作日 8:00–12:00、14:00–18:00；周末和节假日不得有噪声施工。",
            "装修 噪音 施工时间"
        ),
        new(Answer, "property.service", "车位、月卡怎么办理", "带房屋合同、行驶证和驾驶证到物业前台，当场办结。", "停车 车位 月卡"),
        new(
            Answer,
            "property.service",
            "电梯困人怎么办",
            "安抚业主**不要扒门**，立即通知监控中心和维保单位，维保 30 分钟内到场。",
            "电梯 困人 故障"
        ),
        new(
            Answer,
            "sales.licence",
            "房产证什么时候办下来",
            "交付并缴清契税、维修资金后，由公司统一申请初始登记，再为业主转移登记。进度每月在公众号公布。",
            "不动产证 产权 办证"
        ),
        new(
            Answer,
            "sales.signing",
            "贷款批不下来怎么办",
            "先问清银行退件原因，三日内补件；确实不能贷款的，按合同约定处理，**不要当场承诺退款**。",
            "按揭 贷款 退款"
        ),
        new(
            Answer,
            "estate.facilities",
            "配套学校什么时候开学",
            "以教育主管部门公布为准。只能说明规划和已公开的进度，不得承诺学位。",
            "学校 学位 配套"
        ),
        new(
            Answer,
            "handover.late.progress",
            "延期交楼怎么答复",
            "说明已公告的新日期和原因，登记诉求，当日填报督办令；违约金按合同约定计算，由营销部书面答复。",
            "延期 交房 违约金"
        ),
        new(
            Policy,
            null,
            "首问负责制要点",
            "# 谁接谁负责\n谁第一个接到，谁跟到客户满意为止；转给别的部门也要告诉客户转给了谁、什么时候有答复。",
            "首问 转办"
        ),
        new(
            Policy,
            null,
            "督办令从填报到签发",
            "1. 来电结束 30 分钟内填报\n2. 副总经理审核、总经理签发，合计不超过 60 分钟\n3. 签发后 60 分钟内上门",
            "督办令 时限 上门"
        ),
        new(
            Policy,
            null,
            "索赔怎么走流程",
            "客户提出索赔后三日内由第一责任部门提交书面报告，按金额逐级审批；决定后 24 小时内执行并备案（EG-34）。",
            "赔付 索赔 审批"
        ),
        new(
            Phrase,
            null,
            "客户情绪激动时先说什么",
            "“您先别急，我听您说完，今天一定给您一个答复时间。”\n\n- 不打断、不辩解\n- 复述一遍诉求请客户确认",
            "投诉 安抚 情绪"
        ),
        new(
            Phrase,
            null,
            "不能当场答复时怎么说",
            "“这件事要请工程同事到现场看过才说得准，我 **今天 18:00 前** 给您回电话。”说了就要做到。",
            "答复 承诺 回电"
        ),
        new(
            Term,
            "handover.late.progress",
            "逾期交付违约金条款",
            "逾期 90 日内，按日计付已付房价款万分之一；超过 90 日，买受人有权解除合同。以签订的合同为准。",
            "违约金 合同 延期"
        ),
        new(
            Term,
            "property.repair",
            "法定保修期限",
            "- 防水工程：五年\n- 电气、给排水、装修：两年\n- 供热供冷：两个采暖期、供冷期\n- 主体结构：设计使用年限",
            "保修 质保 年限"
        ),
    ];

    private static readonly (string Title, string Trade, string Part, string Cause, string Prevention, decimal Cost)[] Entries =
    [
        (
            "飘窗渗水",
            "waterproofing",
            "window",
            "窗框与墙体之间塞缝不密实，未做淋水试验就贴饰面。",
            "塞缝后逐窗淋水试验，合格签字后再做饰面。",
            1850m
        ),
        ("卫生间管根渗漏", "waterproofing", "bathroom", "管根吊洞一次浇筑，防水附加层漏做。", "吊洞分两次浇筑，管根附加层留影像。", 3200m),
        ("阳台门槛倒灌", "waterproofing", "balcony", "阳台与室内高差不足 20 毫米。", "设计明确高差，交付前逐户复尺。", 2600m),
        ("户门锁体松脱", "windows", "room", "锁体螺钉长度不够，门扇加强板位置不符。", "到货抽检加强板，首件验收锁体。", 480m),
        ("插座回路跳闸", "electrical", "kitchen", "厨房大功率插座与照明共用回路。", "厨房独立回路，图纸会审时核对。", 920m),
        ("外墙涂料开裂", "decoration", "facade", "抗裂砂浆未压网，气温骤降施工。", "压网影像留存，低于 5 度停工。", 15600m),
    ];

    /// <summary>One that is over and one under way.</summary>
    private static IEnumerable<NewDesignReview> Reviews(DemoWorld world) =>
        [
            new(
                world.Projects[0].Code,
                "二期施工图会审",
                new Dictionary<int, string?>
                {
                    [0] = null,
                    [1] = null,
                    [2] = null,
                    [4] = "二期厨房已为独立回路",
                },
                Finished: true
            ),
            new(world.Projects[^1].Code, "方案设计评审", new Dictionary<int, string?> { [0] = "本项目无飘窗" }, Finished: false),
        ];

    public static Task Fill(Database database, DemoWorld world, IReadOnlyList<string> ended, CasebookRules? rules, Instant at) =>
        database.Writer.Write(session =>
        {
            foreach (var article in Articles)
            {
                KnowledgeFill.Put(session, article, world.GeneralManager.Id, at);
            }

            foreach (var (number, entry) in rules is null ? [] : ended.Zip(Entries))
            {
                KnowledgeFill.Put(
                    session,
                    new NewCasebookEntry(
                        number,
                        number[..number.IndexOf('-', StringComparison.Ordinal)],
                        entry.Title,
                        entry.Trade,
                        entry.Part,
                        entry.Cause,
                        entry.Prevention
                    )
                    {
                        Cost = entry.Cost,
                    },
                    rules!,
                    world.Projects[0].Specialist.Id,
                    at
                );
            }

            foreach (var review in Reviews(world))
            {
                KnowledgeFill.Put(session, review, world.Projects[0].Specialist.Id, at);
            }

            return Articles.Length;
        });
}
