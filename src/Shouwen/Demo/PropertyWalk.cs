using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

/// <summary>One matter at the property desk.</summary>
internal sealed class PropertyWalk(DemoCase demo, Random random)
{
    private static readonly string[] Classes = ["minor", "minor", "minor", "important", "important", "major", "impossible", "invalid"];

    private readonly DemoProject project = demo.Unit.Project;

    public void Walk(Instant opened)
    {
        var (category, _, demands) = DemoTexts.Matters[random.Next(2)];
        var onSite = random.Next(3) == 0;
        var data = new List<(string, object)>
        {
            ("channel", random.Next(2) == 0 ? "phone" : "app"),
            ("category", category),
            ("unit", demo.Unit.Number),
            ("demand", demands[random.Next(demands.Length)]),
        };
        if (onSite)
        {
            data.Add(("onSite", true));
        }

        demo.Add(EventType.CaseOpened, opened, project.Desk.Id, [.. data]);
        if (onSite)
        {
            demo.Add(EventType.ArrivalMade, demo.Now + Minutes(4, random.Next(6) == 0 ? 40 : 15), project.Heads["property"].Id);
        }

        var type = Classes[random.Next(Classes.Length)];
        if (type == "minor" && !onSite && random.Next(3) == 0)
        {
            demo.Add(EventType.CaseClassified, demo.Now + Minutes(1, 2), project.Desk.Id, ("class", type), ("otherDepartment", false));
            AtOnce(opened);
            return;
        }

        var other = random.Next(3) == 0;
        demo.Add(EventType.CaseClassified, demo.Now + Minutes(3, 25), project.Desk.Id, ("class", type), ("otherDepartment", other));
        if (other)
        {
            demo.Add(EventType.CaseForwarded, demo.Now + Minutes(2, 35), project.Desk.Id, ("department", "engineering"));
        }

        if (random.Next(25) != 0)
        {
            Handle(type);
        }
    }

    private void AtOnce(Instant opened)
    {
        var resolved = Instant.Max(demo.Now, opened + Minutes(4, 14));
        demo.Add(EventType.CaseResolved, resolved, project.Desk.Id);
        demo.Add(EventType.CaseClosed, demo.Now + Minutes(1, 5), project.Desk.Id, ("confirmedBy", demo.Unit.Owner));
    }

    private void Handle(string type)
    {
        demo.Add(EventType.CaseAnswered, demo.Now + Minutes(60, random.Next(8) == 0 ? 3000 : 1300), project.Desk.Id);
        if (type == "impossible")
        {
            return;
        }

        if (type == "invalid")
        {
            demo.Add(EventType.CaseClosed, demo.Now + Minutes(10, 300), project.Desk.Id, ("confirmedBy", demo.Unit.Owner));
            return;
        }

        if (random.Next(3) == 0)
        {
            demo.Add(EventType.PromiseMade, demo.Now + Minutes(1, 30), project.Desk.Id, ("until", (demo.Now + Days(1, 2)).ToString()));
            if (random.Next(4) == 0)
            {
                demo.Add(
                    EventType.PromisePostponed,
                    demo.Now + Minutes(300, 1200),
                    project.Desk.Id,
                    ("until", (demo.Now + Days(2, 4)).ToString()),
                    ("reason", DemoTexts.Postponements[random.Next(DemoTexts.Postponements.Length)])
                );
            }
        }

        demo.Add(EventType.CaseResolved, demo.Now + (type == "minor" ? Minutes(60, 1000) : Days(1, 6)), project.Heads["property"].Id);
        if (random.Next(14) == 0)
        {
            Callback(content: false);
            demo.Add(EventType.CaseResolved, demo.Now + Days(1, 2), project.Heads["property"].Id);
        }

        Callback(content: true);
        demo.Add(EventType.CaseClosed, demo.Now + Minutes(5, 400), project.Desk.Id, ("signature", true));
    }

    private void Callback(bool content) =>
        demo.Add(
            EventType.CallbackMade,
            demo.Now + Minutes(60, 1400),
            project.Desk.Id,
            ("purpose", "closure"),
            ("reached", true),
            ("score", content ? random.Next(4, 6) : random.Next(1, 3)),
            ("content", content)
        );

    private TimeSpan Minutes(int least, int most) => TimeSpan.FromSeconds(random.Next(least * 60, (most * 60) + 1));

    private TimeSpan Days(int least, int most) => TimeSpan.FromDays(random.Next(least, most + 1));
}
