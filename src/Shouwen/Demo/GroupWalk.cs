using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

/// <summary>One complaint under the group's measures, from the call to the closing or wherever the present finds it.</summary>
internal sealed class GroupWalk(DemoWorld world, DemoCase demo, Random random)
{
    private static readonly string[] Channels = ["phone", "phone", "phone", "visit", "visit", "wechat", "app", "web", "letter", "email"];

    private readonly DemoProject project = demo.Unit.Project;
    private DemoStaff head = demo.Unit.Project.Heads["property"];
    private string department = "property";

    public void Walk(Instant opened)
    {
        var (category, lead, demands) = DemoTexts.Matters[random.Next(3) == 0 ? random.Next(DemoTexts.Matters.Length) : random.Next(2)];
        (department, head) = (lead, project.Heads[lead]);
        demo.Add(
            EventType.CaseOpened,
            opened,
            project.Specialist.Id,
            ("channel", Channels[random.Next(Channels.Length)]),
            ("category", category),
            ("contactEndedAt", (opened - Minutes(0, 12)).ToString()),
            ("unit", demo.Unit.Number),
            ("demand", demands[random.Next(demands.Length)])
        );
        if (random.Next(9) == 0)
        {
            demo.Add(EventType.CaseResolvedOnSpot, opened + Minutes(3, 25), project.Specialist.Id, ("signature", true));
            return;
        }

        Cycle();
        while (!demo.Over && random.Next(22) == 0 && demo.Events[^1].Type == EventType.ClosureApproved)
        {
            demo.Add(EventType.CaseReopened, demo.Now + Days(1, 20), project.Specialist.Id, ("reason", Pick(DemoTexts.Reopenings)));
            Cycle();
        }
    }

    private void Cycle()
    {
        if (demo.Over || random.Next(60) == 0 || !Order())
        {
            return;
        }

        if (random.Next(25) == 0)
        {
            var nature = Pick(["major", "major", "group", "common"]);
            demo.Add(EventType.CaseNatured, demo.Now + Minutes(10, 600), world.GeneralManager.Id, ("nature", nature));
            if (random.Next(5) != 0 && demo.Add(EventType.MeetingEnded, demo.Now + Minutes(60, 1800), project.Chairman.Id))
            {
                demo.Add(EventType.MinutesFiled, demo.Now + Minutes(60, 1700), project.Chairman.Id);
            }
        }

        Visit();
        if (random.Next(18) == 0)
        {
            Claim();
        }

        if (random.Next(40) != 0)
        {
            Handle();
        }
    }

    private bool Order()
    {
        var requiredBy = (demo.Now + Days(2, 6)).NextAt(new TimeOnly(18, 0));
        demo.Add(
            EventType.OrderSubmitted,
            demo.Now + Late(5, 28, 70, oneIn: 9),
            project.Specialist.Id,
            ("requiredBy", requiredBy.ToString())
        );
        if (random.Next(12) == 0)
        {
            var rejecter = random.Next(2) == 0 ? world.DeputyManager : world.GeneralManager;
            if (rejecter == world.GeneralManager)
            {
                demo.Add(EventType.OrderApproved, demo.Now + Minutes(5, 20), world.DeputyManager.Id);
            }

            demo.Add(EventType.OrderRejected, demo.Now + Minutes(4, 20), rejecter.Id, ("reason", Pick(DemoTexts.Rejections)));
            demo.Add(
                EventType.OrderSubmitted,
                demo.Now + Minutes(10, 90),
                project.Specialist.Id,
                ("requiredBy", (requiredBy + Days(1, 1)).ToString())
            );
        }

        demo.Add(EventType.OrderApproved, demo.Now + Late(5, 26, 60, oneIn: 10), world.DeputyManager.Id);
        return demo.Add(
            EventType.OrderIssued,
            demo.Now + Late(5, 30, 75, oneIn: 10),
            world.GeneralManager.Id,
            ("department", department),
            ("accountable", head.Id),
            ("leader", project.Leader.Id),
            ("chairman", project.Chairman.Id)
        );
    }

    private void Visit()
    {
        if (random.Next(12) == 0)
        {
            var cause = random.Next(4) == 0 ? "unreasonable" : "absent";
            demo.Add(EventType.VisitPrevented, demo.Now + Late(20, 58, 120, oneIn: 8), head.Id, ("cause", cause));
            demo.Add(EventType.RefusalRecorded, demo.Now + Late(10, 55, 100, oneIn: 8), head.Id);
            demo.Add(
                EventType.CallbackMade,
                demo.Now + Late(5, 28, 60, oneIn: 8),
                project.Specialist.Id,
                ("purpose", "refusal"),
                ("reached", random.Next(6) != 0)
            );
        }

        demo.Add(EventType.VisitMade, demo.Now + Late(15, 55, 150, oneIn: 7), head.Id);
        if (random.Next(10) == 0)
        {
            demo.Add(EventType.PlanRecorded, demo.Now + Late(10, 55, 140, oneIn: 9), head.Id);
            return;
        }

        var agreed = (demo.Now + Days(1, 5)).NextAt(new TimeOnly(12, 0));
        demo.Add(EventType.PlanRecorded, demo.Now + Late(10, 55, 140, oneIn: 9), head.Id, ("agreedBy", agreed.ToString()));
    }

    private void Claim()
    {
        demo.Add(EventType.ClaimRaised, demo.Now + Minutes(30, 600), null, ("amount", random.Next(3, 90) * 100));
        demo.Add(EventType.ClaimReported, demo.Now + Late(600, 4000, 6000, oneIn: 6), head.Id);
        demo.Add(EventType.ClaimDecided, demo.Now + Minutes(300, 3000), project.Leader.Id, ("granted", random.Next(3) != 0));
        demo.Add(EventType.ClaimFiled, demo.Now + Late(200, 1400, 2600, oneIn: 7), head.Id);
    }

    /// <summary>An entry before 18:00 on most days, then the application and the centre's check.</summary>
    private void Handle()
    {
        var days = random.Next(12) == 0 ? random.Next(8, 24) : random.Next(1, 5);
        for (var day = 0; day < days && !demo.Over; day++)
        {
            var evening = (demo.Now + TimeSpan.FromHours(1)).NextAt(new TimeOnly(18, 0)) - Minutes(20, 300);
            if (random.Next(10) != 0 && evening > demo.Now)
            {
                demo.Add(EventType.ProgressRecorded, evening, head.Id, ("text", Pick(DemoTexts.Progress)));
            }
            else
            {
                demo.Add(EventType.ProgressRecorded, demo.Now + Minutes(1200, 1700), head.Id, ("text", Pick(DemoTexts.Progress)));
            }
        }

        while (!demo.Over)
        {
            demo.Add(EventType.ClosureApplied, demo.Now + Minutes(60, 900), head.Id, ("document", true));
            demo.Add(
                EventType.CallbackMade,
                demo.Now + Minutes(4, 18),
                project.Specialist.Id,
                ("purpose", "closure"),
                ("reached", random.Next(15) != 0),
                ("score", Math.Min(5, 3 + random.Next(4))),
                ("visitQuality", random.Next(25) == 0 ? "poor" : "good")
            );
            if (random.Next(15) != 0)
            {
                break;
            }

            demo.Add(
                EventType.ClosureRejected,
                demo.Now + Minutes(2, 15),
                project.Specialist.Id,
                ("reason", Pick(DemoTexts.ClosureRejections))
            );
            demo.Add(EventType.ProgressRecorded, demo.Now + Minutes(300, 1300), head.Id, ("text", Pick(DemoTexts.Progress)));
        }

        demo.Add(EventType.ClosureAccepted, demo.Now + Late(1, 10, 50, oneIn: 10), project.Specialist.Id);
        demo.Add(EventType.ClosureReviewed, demo.Now + Minutes(10, 300), world.DeputyManager.Id);
        demo.Add(EventType.ClosureApproved, demo.Now + Minutes(10, 400), world.GeneralManager.Id);
    }

    private TimeSpan Late(int least, int most, int worst, int oneIn) =>
        random.Next(oneIn) == 0 ? Minutes(most, worst) : Minutes(least, most);

    private TimeSpan Minutes(int least, int most) => TimeSpan.FromSeconds(random.Next(least * 60, (most * 60) + 1));

    private TimeSpan Days(int least, int most) => TimeSpan.FromDays(random.Next(least, most + 1));

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
