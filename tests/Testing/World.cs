using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;

namespace Shouwen.Testing;

/// <summary>
/// The organisation the tests live in, used by name: a group with two regions; 澜岸 LA and 云庭 YT in the east, 和苑 HY in
/// the south. Everybody signs in under the staff id with <see cref="TestApp.Password"/>.
/// </summary>
public static class World
{
    public const string Specialist = "zhou";
    public const string Department = "gao";
    public const string Leader = "liang";
    public const string Chairman = "chen";
    public const string DeputyManager = "deputy";
    public const string GeneralManager = "general";
    public const string Reader = "reader";
    public const string Hr = "hr";
    public const string Finance = "finance";

    /// <summary>The specialist of 和苑: nothing of the east is in scope.</summary>
    public const string OtherSpecialist = "he";

    /// <summary>The administrator of the standing world.</summary>
    public const string Administrator = "admin";

    public static readonly IReadOnlyList<Place> Places =
    [
        Place(Organisation.Contract.Place.Group, null, PlaceKind.Group, "首问置业集团"),
        Place("east", Organisation.Contract.Place.Group, PlaceKind.Region, "华东大区"),
        Place("south", Organisation.Contract.Place.Group, PlaceKind.Region, "华南大区"),
        Place("LA", "east", PlaceKind.Project, "澜岸"),
        Place("YT", "east", PlaceKind.Project, "云庭"),
        Place("HY", "south", PlaceKind.Project, "和苑"),
    ];

    public static IReadOnlyList<Staff> People => [.. Everybody.Select(person => person.Record)];

    private static IEnumerable<(Staff Record, Assignment Assignment)> Everybody =>
        [
            Person(Specialist, "周敏", "澜岸项目客服", Post.Specialist, "LA"),
            Person(Department, "高岩", "澜岸物业部经理", Post.Department, "LA", "property"),
            Person(Leader, "梁宽", "分管领导", Post.Leader, "LA"),
            Person(Chairman, "陈立", "华东公司董事长", Post.Chairman, "east"),
            Person(DeputyManager, "许静", "集团售后服务中心副总经理", Post.DeputyManager, Organisation.Contract.Place.Group),
            Person(GeneralManager, "方远", "集团售后服务中心总经理", Post.GeneralManager, Organisation.Contract.Place.Group),
            Person(Reader, "于文", "查阅人员", Post.Reader, Organisation.Contract.Place.Group),
            Person(Hr, "任晓", "人力资源", Post.Hr, Organisation.Contract.Place.Group),
            Person(Finance, "钱进", "财务", Post.Finance, Organisation.Contract.Place.Group),
            Person(OtherSpecialist, "何苗", "和苑项目客服", Post.Specialist, "HY"),
            Person(Administrator, "管宁", "系统管理员", Post.Administrator, Organisation.Contract.Place.Group),
        ];

    /// <summary>Hashed once: a good hash is slow on purpose.</summary>
    private static readonly Lazy<string> OnePassword = new(() =>
        new PasswordHasher<Account>().HashPassword(new Account { StaffId = "" }, TestApp.Password)
    );

    internal static async Task Settle(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.AddRange(Places);
        db.AddRange(
            Places
                .Where(place => place.Kind == PlaceKind.Project)
                .Select(place => new Project
                {
                    Code = place.Id,
                    Name = place.Name,
                    Region = place.ParentId!,
                })
        );
        foreach (var (record, assignment) in Everybody)
        {
            db.AddRange(record, assignment);
        }

        await db.SaveChangesAsync();
        services.GetRequiredService<OrganisationTree>().Forget();
        services.GetRequiredService<PostHolders>().Forget();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var person in People)
        {
            var made = await accounts.CreateAsync(
                new Account
                {
                    UserName = person.Id,
                    StaffId = person.Id,
                    PasswordHash = OnePassword.Value,
                }
            );
            if (!made.Succeeded)
            {
                throw new InvalidOperationException(made.Errors.First().Description);
            }
        }
    }

    private static Place Place(string id, string? parent, PlaceKind kind, string name) =>
        new()
        {
            Id = id,
            ParentId = parent,
            Kind = kind,
            Name = name,
        };

    private static (Staff Record, Assignment Assignment) Person(
        string id,
        string name,
        string title,
        Post post,
        string place,
        string department = ""
    ) =>
        (
            new Staff
            {
                Id = id,
                Name = name,
                Post = title,
            },
            Assignment.Always(id, post, place, department)
        );
}
