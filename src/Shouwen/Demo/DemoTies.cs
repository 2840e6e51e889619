using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

/// <summary>
/// A few matters of the last afternoon that are more than one case: a duplicate, a leak of four households, a property case
/// that needs the developer, and one that an employee outside the desk has heard of. The same world brings the same ones.
/// </summary>
internal sealed class DemoTies(DemoWorld world, CaseLog log, Func<DemoUnit, long> customerOf, Instant present)
{
    private const string Channel = "phone";
    private readonly DemoProject project = world.Projects[0];

    /// <summary>How many cases it has opened.</summary>
    public int Opened { get; private set; }

    private DemoUnit[] Homes => [.. world.Units.Where(unit => unit.Project == project).Take(8)];

    public void Put(WriteSession session)
    {
        var specialist = Of(project.Specialist);
        var homes = Homes;
        var ties = new CaseTies(log, specialist, present);

        var first = Open(session, homes[0], "group", "property.repair", "卫生间顶棚滴水，怀疑楼上漏水", 95);
        var again = Open(session, homes[0], "group", "property.repair", "还是卫生间顶棚滴水的事，我先生上午来过电话", 20);
        Expect(ties.Merge(session, again, first));

        var lead = Open(session, homes[1], "group", "design.planning", "北立面外墙渗水，客厅墙角发霉", 80);
        var members = homes[2..5]
            .Select((home, place) => Open(session, home, "group", "design.planning", "北立面外墙渗水，墙面起皮", 70 - (place * 8)));
        Expect(ties.Group(session, lead, [.. members]));

        var served = Open(session, homes[5], "property", "property.repair", "入户门框与墙体之间开裂，物业修补两次又裂", 60);
        var serving = Open(session, homes[5], "group", "handover.late.quality", "入户门框与墙体之间开裂，需开发商处理", 25);
        Expect(ties.Link(session, served, serving));

        var reader = Of(world.Staff.First(staff => staff.Role == "reader"));
        var heard = Open(session, homes[6], "group", "estate.facilities", "业主在大堂说，地库充电桩三台坏了两台", 12, byCustomer: true);
        var noted = log.Record(session, heard, new CaseTies(log, reader, present - TimeSpan.FromMinutes(12)).Report());
        Expect(noted.Refusal);
    }

    /// <summary>Returns its number.</summary>
    private string Open(
        WriteSession session,
        DemoUnit home,
        string rules,
        string category,
        string demand,
        int minutesAgo,
        bool byCustomer = false
    )
    {
        var opened = present - TimeSpan.FromMinutes(minutesAgo);
        var demo = new DemoCase(home, rules == "group" ? Procedure.Group : Procedure.Property, present, null);
        List<(string, object)> data =
        [
            ("channel", byCustomer ? "app" : Channel),
            ("category", category),
            ("unit", home.Number),
            ("demand", demand),
        ];
        if (demo.Procedure == Procedure.Group)
        {
            data.Add(("contactEndedAt", opened.ToString()));
        }

        Opened++;
        demo.Add(EventType.CaseOpened, opened, byCustomer ? null : By(demo), [.. data]);
        var answer = log.Open(session, DemoFill.Request(demo, customerOf(home)));
        return answer.Done
            ? answer.Number
            : throw new InvalidOperationException(answer.Refusal?.Sentence.En ?? answer.Malformed?.Sentence.En);
    }

    private string By(DemoCase demo) => demo.Procedure == Procedure.Group ? project.Specialist.Id : project.Desk.Id;

    private static Me Of(DemoStaff staff) => new(staff.Id, staff.Name, DemoFill.PostOf(staff), [staff.Role]) { Scope = Scope.WholeGroup };

    private static void Expect(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.Sentence.En);
        }
    }
}
