using Shouwen.Organisation.Contract;

namespace Shouwen.Demo;

internal sealed record DemoStaff(string Id, string Name, string Role, string Department, string Place, string Phone);

internal sealed record DemoProject(
    string Code,
    string Name,
    int Region,
    DemoStaff Specialist,
    DemoStaff Desk,
    IReadOnlyDictionary<string, DemoStaff> Heads,
    DemoStaff Leader,
    DemoStaff Chairman
);

internal sealed record DemoUnit(DemoProject Project, string Number, string Owner, string Phone);

/// <summary>
/// The fictional group behind the demo: its regions, projects, homes and people. Names are put together from lists, so
/// that the same seed gives the same group and nobody in it exists.
/// </summary>
internal sealed class DemoWorld
{
    private const int RegionsAtSmall = 2;
    private const int ProjectsPerRegion = 3;
    private const int UnitsPerProject = 500;
    private const int DoorsPerFloor = 4;
    private const int FloorsPerBuilding = 18;

    private static readonly (string Code, string Name)[] Names =
    [
        ("LA", "澜岸"),
        ("YT", "云庭"),
        ("HY", "和苑"),
        ("QH", "栖湖"),
        ("WS", "望山"),
        ("JL", "锦里"),
    ];

    private static readonly string[] Departments = ["sales", "engineering", "design", "development", "property", "commercial"];

    private readonly Random random;
    private int people;

    public DemoWorld(int scale, int seed)
    {
        random = new Random(seed);
        DeputyManager = Person("deputyManager", "", Place.Group);
        GeneralManager = Person("generalManager", "", Place.Group);
        Person("hr", "", Place.Group);
        Person("administrator", "", Place.Group);
        Person("reader", "", Place.Group);
        var regions = RegionsAtSmall * scale;
        for (var region = 0; region < regions; region++)
        {
            var chairman = Person("chairman", "", RegionPlace(region));
            for (var i = 0; i < ProjectsPerRegion; i++)
            {
                AddProject(region, i, chairman);
            }
        }
    }

    public List<DemoStaff> Staff { get; } = [];

    /// <summary>The organisation, parents before children.</summary>
    public IEnumerable<Place> Places() =>
        [
            new Place
            {
                Id = Place.Group,
                Kind = PlaceKind.Group,
                Name = "首问置业集团",
            },
            .. Projects
                .Select(project => project.Region)
                .Distinct()
                .Select(region => new Place
                {
                    Id = RegionPlace(region),
                    ParentId = Place.Group,
                    Kind = PlaceKind.Region,
                    Name = RegionName(region),
                }),
            .. Projects.Select(project => new Place
            {
                Id = project.Code,
                ParentId = RegionPlace(project.Region),
                Kind = PlaceKind.Project,
                Name = project.Name,
            }),
        ];

    public List<DemoProject> Projects { get; } = [];

    public List<DemoUnit> Units { get; } = [];

    public DemoStaff DeputyManager { get; }

    public DemoStaff GeneralManager { get; }

    public static string RegionName(int region) => $"第 {region + 1} 大区";

    private static string RegionPlace(int region) => $"region-{region + 1}";

    private void AddProject(int region, int index, DemoStaff chairman)
    {
        var place = (region * ProjectsPerRegion) + index;
        var (code, name) = Names[place % Names.Length];
        var round = place / Names.Length;
        var suffix = round == 0 ? "" : $"{round + 1}";
        var projectCode = code + suffix;
        var heads = Departments.ToDictionary(d => d, d => Person("department", d, projectCode), StringComparer.Ordinal);
        var project = new DemoProject(
            projectCode,
            name + suffix,
            region,
            Person("specialist", "customerService", projectCode),
            Person("specialist", "property", projectCode),
            heads,
            Person("leader", "", projectCode),
            chairman
        );
        Projects.Add(project);
        for (var unit = 0; unit < UnitsPerProject; unit++)
        {
            var building = unit / (DoorsPerFloor * FloorsPerBuilding);
            var floor = unit / DoorsPerFloor % FloorsPerBuilding;
            var number = $"{building + 1}-{(unit % 2) + 1}-{floor + 1}{(unit % DoorsPerFloor) + 1:00}";
            Units.Add(new DemoUnit(project, number, People.Owner(random), People.Phone(random)));
        }
    }

    private DemoStaff Person(string role, string department, string place)
    {
        var staff = new DemoStaff($"s{++people:0000}", People.Name(random), role, department, place, People.Phone(random));
        Staff.Add(staff);
        return staff;
    }

    private static class People
    {
        private const string Families =
            "李王张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
        private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰建文红梅宁辉鹏玲斌雪晨岚睿彤航悦";

        public static string Name(Random random)
        {
            var name = $"{Families[random.Next(Families.Length)]}{Given[random.Next(Given.Length)]}";
            return random.Next(3) == 0 ? name : name + Given[random.Next(Given.Length)];
        }

        public static string Owner(Random random) => $"{Families[random.Next(Families.Length)]}{(random.Next(2) == 0 ? "女士" : "先生")}";

        /// <summary>Numbers of the 1990 block, which no operator assigns.</summary>
        public static string Phone(Random random) => $"1990{random.Next(1_000_000, 9_999_999):0000000}";
    }
}
