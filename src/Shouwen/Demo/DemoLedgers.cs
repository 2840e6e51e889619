using System.Globalization;
using Shouwen.Organisation.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;

namespace Shouwen.Demo;

/// <summary>A few entries of every ledger in the weeks before the demo's present, some answered for by nobody in time.</summary>
internal sealed class DemoLedgers(DemoWorld world, Instant present)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public IEnumerable<NewLedgerEntry> Write()
    {
        var (deputy, general) = (world.DeputyManager.Id, world.GeneralManager.Id);
        foreach (var (project, i) in world.Projects.Take(6).Select((project, i) => (project, i)))
        {
            var specialist = project.Specialist.Id;
            yield return Entry(
                "videoCheck",
                project.Code,
                deputy,
                present - (i % 2 * Day),
                ("specialist", specialist),
                ("item", i == 1 ? "discipline" : "manners"),
                ("finding", i == 1 ? "breach" : "good"),
                ("remark", i == 1 ? "接待时间离岗二十分钟。" : "")
            );
            yield return Entry(
                "concealment",
                project.Code,
                deputy,
                present - Day,
                ("visits", $"{4 + i}"),
                ("registered", $"{4 + i - (i == 2 ? 1 : 0)}"),
                ("finding", i == 2 ? "missing" : "matching"),
                ("specialist", i == 2 ? specialist : "")
            );
            yield return Entry(
                "training",
                project.Code,
                deputy,
                present - (9 * Day),
                ("topic", i % 2 == 0 ? "techniques" : "rules"),
                ("trainee", specialist),
                ("attended", "true"),
                ("score", $"{78 + (3 * i)}")
            );
        }

        var first = world.Projects[0];
        yield return Entry(
            "centreSetUp",
            first.Code,
            deputy,
            present - (3 * Day),
            ("office", "true"),
            ("hotline", "true"),
            ("published", "true"),
            ("video", "true"),
            ("sound", "false"),
            ("terminal", "true"),
            ("administered", "true"),
            ("remark", "录音设备已到货，待安装。"),
            ("responsible", first.Specialist.Id),
            ("deadline", DayOf(present + (4 * Day)))
        );
        var second = world.Projects[1];
        yield return Entry(
            "specialistComplaint",
            second.Code,
            deputy,
            present - (5 * Day),
            ("specialist", second.Specialist.Id),
            ("complaint", "业主反映来访时无人起身接待。"),
            ("conclusion", "upheld")
        );
        yield return Entry(
            "inspection",
            first.Code,
            deputy,
            present - (20 * Day),
            ("items", "register,monitoring"),
            ("score", "83"),
            ("findings", "来访登记缺两日，监控存储不足三十天。"),
            ("responsible", first.Specialist.Id),
            ("dueBy", DayOf(present - (3 * Day)))
        );
        yield return Entry(
            "systemic",
            Place.Group,
            deputy,
            present - (10 * Day),
            ("function", "engineering"),
            ("responsible", first.Heads["engineering"].Id),
            ("problem", "外窗渗漏连续两个季度居维修类首位，集中在飘窗与外墙交接处。"),
            ("cases", "46")
        );
        yield return Entry(
            "risk",
            first.Code,
            first.Specialist.Id,
            present - (12 * Day),
            ("area", "promise"),
            ("risk", "销售现场曾口头承诺学位。"),
            ("likelihood", "3"),
            ("impact", "4"),
            ("measure", "统一说辞，现场公示学位以教育部门公布为准。"),
            ("owner", first.Heads["sales"].Id),
            ("dueBy", DayOf(present + (20 * Day)))
        );
        yield return Entry(
            "lawsuit",
            second.Code,
            general,
            present - (40 * Day),
            ("households", "12"),
            ("claim", "要求支付逾期交房违约金。"),
            ("amount", "860000.00"),
            ("filedOn", DayOf(present - (45 * Day)))
        );
        yield return Entry(
            "investigation",
            second.Code,
            deputy,
            present - (7 * Day),
            ("person", second.Heads["engineering"].Id),
            ("matter", "dragging"),
            ("outcome", "proven"),
            ("report", "三次到期未安排施工，亦未说明原因。")
        );
        yield return Entry(
            "workgroup",
            first.Code,
            general,
            present - (9 * Day),
            ("case", $"{first.Code}-{present.Date.Year}-0001"),
            ("lead", first.Chairman.Id),
            ("members", "地区工程负责人、项目客服"),
            ("reason", "业主两次到访未得到答复，可能升级。")
        );
        yield return Entry(
            "weeklyMeeting",
            Place.Group,
            general,
            present - (4 * Day),
            ("chair", general),
            ("attendees", "各责任部门负责人"),
            ("minutes", "逐案核对责任人和完成时间；超期案件由分管领导每日过问。")
        );
        yield return Entry(
            "monthlyMeeting",
            Place.Group,
            general,
            present - (25 * Day),
            ("chair", "集团副总裁"),
            ("attendees", "地区公司、物业公司"),
            ("minutes", "遗留的群体性投诉由董事长当面向业主说明进度。")
        );
    }

    private static NewLedgerEntry Entry(string ledger, string place, string by, Instant at, params (string Field, string Value)[] fields) =>
        new(
            ledger,
            place,
            by,
            at,
            fields.Where(each => each.Value.Length > 0).ToDictionary(each => each.Field, each => each.Value, StringComparer.Ordinal)
        );

    private static string DayOf(Instant at) => at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
