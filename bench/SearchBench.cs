using System.Diagnostics;
using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Bench;

/// <summary>How long the first page of a search takes among many cases, for rare and common words, wide and narrow scopes.</summary>
internal static class SearchBench
{
    private const int Projects = 300;
    private const int Chunk = 2_000;
    private const int PageSize = 50;
    private const int Rounds = 40;

    private static readonly string[] Places =
    [
        "厨房",
        "卫生间",
        "阳台",
        "客厅",
        "主卧",
        "飘窗",
        "地下车库",
        "楼道",
        "电梯厅",
        "外墙",
        "屋面",
        "单元门",
    ];
    private static readonly string[] Things =
    [
        "水管",
        "地漏",
        "烟道",
        "门锁",
        "木地板",
        "墙面",
        "窗户",
        "照明",
        "对讲",
        "暖气",
        "瓷砖",
        "吊顶",
        "防水",
        "管井",
        "插座",
        "栏杆",
    ];
    private static readonly string[] Faults =
    [
        "漏水",
        "渗漏",
        "返味",
        "开裂",
        "起皮",
        "脱落",
        "异响",
        "松动",
        "变形",
        "堵塞",
        "空鼓",
        "生锈",
        "发霉",
        "短路",
    ];
    private static readonly string[] Wishes =
    [
        "请尽快上门处理",
        "要求三日内修复",
        "上次维修后又出现",
        "家里有老人和孩子",
        "要求书面说明原因",
        "影响正常生活",
        "希望更换新的",
        "业主周末在家",
    ];
    private static readonly string[] Done =
    [
        "已更换配件并试用正常",
        "已完成闭水试验，无渗漏",
        "已与业主确认，现场恢复",
        "施工单位已返修，业主认可",
    ];
    private const string Families = "李王张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰建文红梅宁辉鹏玲斌雪晨岚睿彤航悦";

    /// <summary>bench search FILE [CASES]: makes the database when it is not there.</summary>
    public static async Task Run(string[] args)
    {
        var file = args[0];
        var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
        var isNew = !File.Exists(file);
        await using var database = Database.Open(file, Tables.Schema, WhenMissing.Create);
        if (isNew)
        {
            await Fill(database, count);
        }

        await Index(database, file);
        Limit(database);
        var search = new CaseSearch(database);
        foreach (var (text, what) in Questions(database))
        {
            Measure(search, what, text, null);
            Measure(search, what, text, [Code(7)]);
            Measure(search, what, text, [.. Enumerable.Range(0, 20).Select(i => Code(i * 3))]);
            Measure(search, what, text, [.. Enumerable.Range(0, 100).Select(i => Code(i * 3))]);
        }

        var watch = Stopwatch.StartNew();
        var matches = search.Matches("漏水", null);
        Console.WriteLine($"a set of {matches.Ids.Count:N0} matches for other orders: {watch.Elapsed.TotalMilliseconds:F1} ms");
    }

    private static async Task Fill(Database database, int count)
    {
        var clock = Stopwatch.StartNew();
        var log = new CaseLog(database, RuleFolderLocation.Load().Value!, () => Context.Unknown, TimeProvider.System);
        await database.Writer.Write(session =>
        {
            session.Db.AddRange(Enumerable.Range(0, Projects).Select(i => new Project { Code = Code(i), Name = $"星河{i}" }));
            return session.Db.SaveChanges();
        });
        var random = new Random(1);
        var under = new Queue<Task<IReadOnlyList<CaseAnswer>>>();
        for (var first = 0; first < count; first += Chunk)
        {
            var some = Enumerable.Range(first, Math.Min(Chunk, count - first)).Select(i => Case(i, random)).ToList();
            under.Enqueue(log.OpenMany(some));
            while (under.Count > 2 || (first + Chunk >= count && under.Count > 0))
            {
                if ((await under.Dequeue()).FirstOrDefault(answer => !answer.Done) is { } bad)
                {
                    throw new InvalidOperationException(bad.Refusal?.Sentence.En ?? bad.Malformed?.Sentence.En ?? "already there");
                }
            }
        }

        Console.WriteLine(
            $"stored {count:N0} cases in {clock.Elapsed.TotalSeconds:N0} s, {new FileInfo(database.File).Length / 1e6:N0} MB"
        );
    }

    private static async Task Index(Database database, string file)
    {
        var clock = Stopwatch.StartNew();
        var done = await new CaseIndex(database).CatchUp(CaseIndex.AtOnce);
        if (done > 0)
        {
            var seconds = clock.Elapsed.TotalSeconds;
            Console.WriteLine(
                $"indexed {done:N0} cases in {seconds:N0} s, {done / seconds:N0} cases/s, {new FileInfo(file).Length / 1e6:N0} MB"
            );
        }
    }

    /// <summary>What no search can be faster than: a session, and as many ids from the end of the table's own key.</summary>
    private static void Limit(Database database)
    {
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            using var session = database.Read();
            session.Query("SELECT case_id FROM cases ORDER BY case_id DESC LIMIT @most", row => row.Long(0), PageSize + 1);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"limit: the newest {PageSize + 1} ids without a question: {Shown(times)}");
    }

    private static IEnumerable<(string Text, string What)> Questions(Database database)
    {
        using var session = database.Read();
        var middle = session.Number("SELECT max(case_id) / 2 FROM cases") ?? 1;
        var (number, json) = session.Query(
            "SELECT c.number, t.text FROM cases c JOIN log_text t ON t.month = c.month AND t.case_id = c.case_id AND t.seq = 1 WHERE c.case_id = @id",
            row => (row.Text(0), row.Text(1)),
            middle
        )[0];
        var phone = TextSeal.Open(json)["customer.phone"];
        yield return ("漏水", "common word");
        yield return ("要求三日内修复", "common phrase");
        yield return ("厨房 漏水", "two common words");
        yield return ("厨房水管漏水", "long phrase");
        yield return ("漏水管", "two common pairs, never together");
        yield return ("特别标记", "rare word, one in 100,000");
        yield return (phone, "whole phone");
        yield return (phone[^4..], "last four digits");
        yield return ("zm", "initials");
        yield return ("李", "family name");
        yield return ("3-2-1201", "unit");
        yield return (number, "number");
    }

    private static void Measure(CaseSearch search, string what, string text, IReadOnlyList<string>? projects)
    {
        var clock = Stopwatch.StartNew();
        var found = search.Find(text, projects, null, PageSize + 1);
        var first = clock.Elapsed.TotalMilliseconds;
        var times = new List<double>();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Rounds; i++)
        {
            clock.Restart();
            search.Find(text, projects, null, PageSize + 1);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        // On a machine shared with others the processor time says more than the clock.
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / Rounds;
        var scope = projects is null ? "group" : $"{projects.Count} project(s)";
        Console.WriteLine($"{what} | {scope} | {found.Count} found | first {first:F1} ms | {Shown(times)} | {used:F1} ms of processor");
    }

    private static string Shown(List<double> times)
    {
        times.Sort();
        return $"p50 {times[times.Count / 2]:F1} ms, p95 {times[times.Count * 95 / 100]:F1} ms";
    }

    private static NewCase Case(int i, Random random)
    {
        var opened = Instant.Parse("2016-01-01T00:00:00+08:00") + TimeSpan.FromSeconds(i * 300L);
        var demand =
            $"{Pick(Places, random)}{Pick(Things, random)}{Pick(Faults, random)}，{Pick(Wishes, random)}，{Pick(Places, random)}{Pick(Things, random)}也{Pick(Faults, random)}{(i % 100_000 == 50_000 ? "，特别标记" : "")}";
        var unit = $"{random.Next(1, 13)}-{random.Next(1, 3)}-{random.Next(1, 25)}{random.Next(1, 5):00}";
        return new NewCase(
            "historic",
            [
                NewEvent.Of(
                    EventType.CaseOpened,
                    opened,
                    null,
                    $$"""{"channel":"phone","category":"repair","unit":"{{unit}}","demand":"{{demand}}"}"""
                ),
                NewEvent.Of(EventType.CaseClosed, opened + TimeSpan.FromHours(30), "s1", $$"""{"text":"{{Pick(Done, random)}}"}"""),
            ]
        )
        {
            Project = Code(random.Next(Projects)),
            Source = "bench",
            Reference = i.ToString(CultureInfo.InvariantCulture),
            Customer = new Customer(
                $"{Pick(Families, random)}{Pick(Given, random)}{Pick(Given, random)}",
                $"1990{random.Next(1_000_000, 9_999_999)}"
            ),
        };
    }

    private static string Code(int i) => $"P{i}";

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];

    private static char Pick(string from, Random random) => from[random.Next(from.Length)];
}
