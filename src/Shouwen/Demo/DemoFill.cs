using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Properties.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

/// <summary>Puts the fictional group into an empty database.</summary>
internal sealed class DemoFill(Database database, CaseLog log, RuleLibrary rules, DemoWorld world)
{
    private const int CasesPerCommit = 1000;
    private const int UnitsPerCommit = 5000;
    private const string PasswordAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 12;

    private static readonly Dictionary<string, string> Posts = new(StringComparer.Ordinal)
    {
        ["specialist"] = "客服专员",
        ["department"] = "部门负责人",
        ["leader"] = "分管领导",
        ["chairman"] = "地区公司董事长",
        ["deputyManager"] = "集团售后服务中心副总经理",
        ["generalManager"] = "集团售后服务中心总经理",
        ["hr"] = "人力资源",
        ["administrator"] = "系统管理员",
        ["reader"] = "查阅人员",
    };

    /// <summary>The customer behind each home: two homes may have the same words for their owner.</summary>
    private readonly Dictionary<DemoUnit, long> owners = new(ReferenceEqualityComparer.Instance);

    /// <summary>As many cases as are worth an entry of the casebook, ended ones, in the order of registration.</summary>
    private const int CasesToLearnFrom = 20;
    private const int CasesToClaimIn = 7;
    private readonly List<string> ended = [];
    private readonly List<string> handled = [];

    /// <summary>The home of the last case: its owner has something to follow.</summary>
    public DemoUnit? LastOwner { get; private set; }

    /// <summary>Projects, homes and staff.</summary>
    public async Task People()
    {
        await database.Writer.Write(session =>
        {
            var db = session.Db;
            db.AddRange(world.Places());
            db.AddRange(
                world.Projects.Select(project => new Project
                {
                    Code = project.Code,
                    Name = project.Name,
                    Region = DemoWorld.RegionName(project.Region),
                })
            );
            db.AddRange(world.Staff.Select(Record));
            db.AddRange(world.Staff.Select(Assignment));
            return db.SaveChanges();
        });
        foreach (var some in world.Units.Chunk(UnitsPerCommit))
        {
            await database.Writer.Write(session => Homes(session.Db, some));
        }
    }

    /// <summary>Each owner is a customer of the group; nobody has two homes.</summary>
    private int Homes(Db db, DemoUnit[] units)
    {
        var customers = units.Select(unit => CustomerRecord.Of(unit.Owner, unit.Phone)).ToList();
        db.AddRange(customers);
        db.SaveChanges();
        foreach (var (unit, customer) in units.Zip(customers))
        {
            owners[unit] = customer.Id;
            db.Add(
                new Unit
                {
                    Project = unit.Project.Code,
                    Number = unit.Number,
                    Owner = customer.Id,
                }
            );
        }

        return db.SaveChanges();
    }

    public async Task Cases(IEnumerable<DemoCase> cases, Action<int> progress)
    {
        var (done, registered) = (0, 0);
        var underWay = new List<(string Number, DemoCase Case)>();
        var rated = new List<(string Number, NewRecord Rating)>();
        foreach (var some in cases.Chunk(CasesPerCommit))
        {
            foreach (var (answer, demo) in (await log.OpenMany([.. some.Select(demo => Request(demo, owners[demo.Unit]))])).Zip(some))
            {
                if (!answer.Done)
                {
                    throw new InvalidOperationException($"{answer.Number}: {answer.Refusal?.Sentence.En ?? answer.Malformed?.Sentence.En}");
                }

                if (answer.State == CaseStage.Closed && ended.Count < CasesToLearnFrom)
                {
                    ended.Add(answer.Number);
                }

                if (DemoRecords.IsRated(demo, registered++))
                {
                    rated.Add((answer.Number, DemoRecords.Rating(demo, registered)));
                }

                if (DemoRecords.Concern(demo))
                {
                    underWay.Add((answer.Number, demo));
                }

                if (answer.State == CaseStage.Issued && handled.Count < CasesToClaimIn)
                {
                    handled.Add(answer.Number);
                }
            }

            LastOwner = some[^1].Unit;
            done += some.Length;
            progress(done);
        }

        var records = new DemoRecords(rules.Books["group"]);
        await database.Writer.Write(session =>
            underWay.Index().Sum(each => Note(session, each.Item.Number, [.. records.Of(each.Item.Case, each.Index)]))
            + rated.Sum(each => Note(session, each.Number, [each.Rating]))
        );
    }

    /// <summary>Returns how many were noted.</summary>
    private int Note(WriteSession session, string number, NewRecord[] records)
    {
        var answer = records.Length == 0 ? new CaseAnswer() : log.Record(session, number, records);
        return answer.Done
            ? records.Length
            : throw new InvalidOperationException($"{number}: {answer.Refusal?.Sentence.En ?? answer.RecordFaults[0].Wrong.Sentence.En}");
    }

    public Task Claims(Instant present) => new DemoClaims(log, present).Write(handled);

    /// <summary>What the group has learnt by its present.</summary>
    public Task Knowledge(CasebookRules? rules, Instant present) => DemoKnowledge.Fill(database, world, ended, rules, present);

    /// <summary>One sign-in for each role, all with one password made up now: a demo has no secret worth a fixed one.</summary>
    public async Task<(string Password, IReadOnlyList<(string User, string Role)> Accounts)> Accounts(UserManager<Account> accounts)
    {
        var password = RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength);
        var made = new List<(string, string)>();
        foreach (var person in world.Staff.GroupBy(staff => staff.Role, StringComparer.Ordinal).Select(role => role.First()))
        {
            var result = await accounts.CreateAsync(new Account { UserName = person.Role, StaffId = person.Id }, password);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException(result.Errors.First().Description);
            }

            made.Add((person.Role, $"{person.Name} · {Posts[person.Role]}"));
        }

        return (password, made);
    }

    private Staff Record(DemoStaff staff) =>
        new()
        {
            Id = staff.Id,
            Name = staff.Name,
            Post = Posts[staff.Role],
            Phone = staff.Phone,
        };

    private static Assignment Assignment(DemoStaff staff) =>
        Organisation.Contract.Assignment.Always(staff.Id, EnumCode.Parse<Post>(staff.Role), staff.Place, staff.Department);

    /// <summary>The matters of the last afternoon that are more than one case; returns how many cases they are.</summary>
    public Task<int> Ties(Instant present)
    {
        var ties = new DemoTies(world, log, unit => owners[unit], present);
        return database.Writer.Write(session =>
        {
            ties.Put(session);
            return ties.Opened;
        });
    }

    public static string PostOf(DemoStaff staff) => Posts[staff.Role];

    public static NewCase Request(DemoCase demo, long owner) =>
        new(
            demo.Procedure == Procedure.Group ? "group" : "property",
            [
                .. demo.Events.Select(happened =>
                    NewEvent.Of(happened.Type, happened.At, happened.By, happened.Data) with
                    {
                        RecordedAt = happened.At.ToDateTimeOffset(),
                        ReceivedAt = happened.At.ToDateTimeOffset(),
                    }
                ),
            ]
        )
        {
            Project = demo.Unit.Project.Code,
            Customer = new Customer(demo.Unit.Owner, demo.Unit.Phone),
            CustomerId = owner,
        };
}
